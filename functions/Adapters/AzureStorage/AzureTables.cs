using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Outreach.Storage;
using Operation = Outreach.Storage.Operation;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Azure Table storage. A submit whose answer was lost is sent again, and may then meet its own first try as a conflict; every
/// written row carries the submit's mark, so that reading it back tells our own write from somebody else's.
/// </summary>
internal sealed class AzureTables(TableServiceClient service, StorageRetries retries, StorageSignIn signIn) : ITables
{
    private const int MaxPage = 1000;

    public async Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
        RowRules.CheckKey("row", key);
        return await FindAsync(service.GetTableClient(table), partition, key, ct) is { } entity ? EntityRow.Read(entity) : null;
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
        if (take <= 0 || string.CompareOrdinal(from, to) >= 0)
            yield break;

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var left = take ?? int.MaxValue;
        await foreach (var entity in service.GetTableClient(table)
            .QueryAsync<TableEntity>(filter, Math.Min(left, MaxPage), cancellationToken: ct)
            .OrNoneAsync(ct))
        {
            yield return EntityRow.Read(entity);
            if (--left == 0)
                yield break;
        }
    }

    public async Task<IReadOnlyList<string?>> SubmitAsync(
        string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        RowRules.Check(table, partition, operations);
        var client = service.GetTableClient(table);
        var mark = EntityRow.NewMark();
        TableTransactionAction[] actions = [.. operations.Select(operation => EntityRow.Action(partition, operation, mark))];
        using var repeats = new Repeats();
        try
        {
            var answers = await SendAsync(client, actions, repeats, ct);
            return [.. answers.Select((answer, i) => operations[i].Kind is OperationKind.Delete ? null : answer.Headers.ETag?.ToString())];
        }
        catch (TableTransactionFailedException refused)
        {
            var index = refused.FailedTransactionActionIndex ?? 0;
            if (Conflict(refused) is not { } kind || index >= operations.Count)
                throw StorageException.Of(StorageKind.Tables, refused, signIn);
            if (repeats.Any && await ReadBackAsync(client, partition, operations, mark, ct) is { } etags)
                return etags;
            throw new ConflictException(kind, index, operations[index].Key);
        }
    }

    /// <summary>One operation goes as a transaction too: then its refusal reads as any other. A busy service hides in an accepted transaction, where no retry policy looks.</summary>
    private async Task<IReadOnlyList<Response>> SendAsync(TableClient client, TableTransactionAction[] actions, Repeats repeats, CancellationToken ct)
    {
        var created = false;
        for (var tries = 1; ;)
        {
            try
            {
                return (await client.SubmitTransactionAsync(actions, ct)).Value;
            }
            catch (TableTransactionFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound && !created)
            {
                await service.CreateTableIfNotExistsAsync(client.Name, ct);
                created = true;
            }
            catch (TableTransactionFailedException busy) when (busy.Status is 408 or 429 or >= 500 && tries < retries.Tries)
            {
                await Task.Delay(retries.Delays.GetNextDelay(busy.GetRawResponse(), tries++), ct);
                repeats.Note();
            }
        }
    }

    /// <summary>
    /// The ETags if an earlier try of this submit was applied, or null. One of our rows proves it for all, as a submit is atomic; a row
    /// that somebody has changed since gets an ETag that is out of date. Deletes alone leave no trace: then all rows being gone is taken as our doing.
    /// </summary>
    private static async Task<IReadOnlyList<string?>?> ReadBackAsync(
        TableClient client, string partition, IReadOnlyList<Operation> operations, string mark, CancellationToken ct)
    {
        var deletesOnly = operations.All(operation => operation.Kind is OperationKind.Delete);
        var etags = new string?[operations.Count];
        var (ours, gone) = (0, 0);
        for (var i = 0; i < etags.Length; i++)
        {
            if (operations[i].Kind is OperationKind.Delete && !deletesOnly)
                continue;

            var found = await FindAsync(client, partition, operations[i].Key, ct);
            if (found is null)
                gone++;
            var isOurs = found is not null && EntityRow.HasMark(found, mark);
            if (isOurs)
                ours++;
            if (!deletesOnly)
                etags[i] = isOurs ? found!.ETag.ToString() : EntityRow.NoETag;
        }

        return ours > 0 || (deletesOnly && gone == etags.Length) ? etags : null;
    }

    private static async Task<TableEntity?> FindAsync(TableClient client, string partition, string key, CancellationToken ct)
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: ct);
        return found.HasValue ? found.Value : null;
    }

    private static ConflictKind? Conflict(TableTransactionFailedException refused) => refused.ErrorCode switch
    {
        "EntityAlreadyExists" => ConflictKind.Exists,
        "ResourceNotFound" or "EntityNotFound" => ConflictKind.Missing,
        "UpdateConditionNotSatisfied" or "ConditionNotMet" => ConflictKind.Changed,
        _ => null,
    };
}
