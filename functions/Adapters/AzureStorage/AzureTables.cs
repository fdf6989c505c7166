using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Outreach.Storage;
using Operation = Outreach.Storage.Operation;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Azure Table storage. A submit whose answer was lost is sent again, and may then meet its own first try as a conflict; every
/// written row carries the submit's id, so that reading it back tells our own write from somebody else's.
/// </summary>
internal sealed class AzureTables(StoragePipeline pipeline) : ITables
{
    private const int MaxPage = 1000;

    public async Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
        RowRules.CheckKey("row", key);
        using var found = await FindAsync(table, partition, key, ct);
        return found is null ? null : EntityJson.Read(found.RootElement);
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        RowRules.CheckTable(table);
        RowRules.CheckKey("partition", partition);
        if (take <= 0 || string.CompareOrdinal(from, to) >= 0)
            yield break;

        var filter = $"PartitionKey eq '{Quoted(partition)}' and RowKey ge '{Quoted(from)}' and RowKey lt '{Quoted(to)}'";
        var query = $"/{table}()?$filter={Uri.EscapeDataString(filter)}&$top={Math.Min(take ?? MaxPage, MaxPage)}";
        var left = take ?? int.MaxValue;
        for (var next = ""; next is not null;)
        {
            // A page may be empty and still have a successor.
            (var rows, next) = await PageAsync(query + next, ct);
            foreach (var row in rows)
            {
                yield return row;
                if (--left == 0)
                    yield break;
            }
        }
    }

    public async Task<IReadOnlyList<string?>> SubmitAsync(
        string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        RowRules.Check(table, partition, operations);
        var submit = new TableSubmit(table, partition, operations);
        var answer = await SendAsync(submit, ct);
        if (answer.Error is { Code: "TableNotFound" })
        {
            await CreateAsync(table, ct);
            answer = await SendAsync(submit, ct);
        }

        if (answer.Error is not { } error)
            return answer.ETags;
        if (Conflict(error) is not { } kind || error.Index >= operations.Count)
            throw pipeline.Refused(error, answer.ServiceTime);
        if (answer.WasRepeated && await ReadBackAsync(table, partition, submit, ct) is { } etags)
            return etags;
        throw new ConflictException(kind, error.Index, operations[error.Index].Key);
    }

    private async Task<Answer> SendAsync(TableSubmit submit, CancellationToken ct)
    {
        using var message = submit.Create(pipeline);
        var response = await pipeline.SendAsync(message, ct);
        var (etags, error) = response switch
        {
            { Status: 202 } when submit.IsBatch => BatchAnswer.Read(response.Content.ToString()),
            { Status: 201 or 204 } => ([submit.Operations[0].Kind is OperationKind.Delete ? null : response.Headers.ETag?.ToString("H")], null),
            _ => ((IReadOnlyList<string?>)[], (StorageError?)StorageError.Of(response)),
        };
        return new(etags, error, StoragePipeline.WasRepeated(message), response.Headers.Date);
    }

    /// <summary>
    /// The ETags if an earlier try of this submit was applied, or null. One of our rows proves it for all, as a submit is atomic; a row
    /// that somebody has changed since gets an ETag that is out of date. Deletes alone leave no trace: then all rows being gone is taken as our doing.
    /// </summary>
    private async Task<IReadOnlyList<string?>?> ReadBackAsync(string table, string partition, TableSubmit submit, CancellationToken ct)
    {
        var deletesOnly = submit.Operations.All(operation => operation.Kind is OperationKind.Delete);
        var etags = new string?[submit.Operations.Count];
        var (ours, gone) = (0, 0);
        for (var i = 0; i < etags.Length; i++)
        {
            var operation = submit.Operations[i];
            if (operation.Kind is OperationKind.Delete && !deletesOnly)
                continue;

            using var found = await FindAsync(table, partition, operation.Key, ct);
            if (found is null)
                gone++;
            var isOurs = found is not null && EntityJson.WasWrittenBy(found.RootElement, submit.Id);
            if (isOurs)
                ours++;
            if (!deletesOnly)
                etags[i] = isOurs ? EntityJson.Read(found!.RootElement).ETag : TableSubmit.NoETag;
        }

        return ours > 0 || (deletesOnly && gone == etags.Length) ? etags : null;
    }

    private async Task<JsonDocument?> FindAsync(string table, string partition, string key, CancellationToken ct)
    {
        using var message = Query(TableSubmit.Path(table, partition, key));
        var response = await pipeline.SendAsync(message, ct);
        return response.Status switch
        {
            200 => JsonDocument.Parse(response.Content.ToMemory()),
            404 => null,
            _ => throw pipeline.Refused(response),
        };
    }

    private async Task<(List<Row> Rows, string? Next)> PageAsync(string query, CancellationToken ct)
    {
        using var message = Query(query);
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status == 404)
            return ([], null);
        if (response.Status != 200)
            throw pipeline.Refused(response);

        using var page = JsonDocument.Parse(response.Content.ToMemory());
        var rows = page.RootElement.GetProperty("value").EnumerateArray().Select(entity => EntityJson.Read(entity)).ToList();
        return (rows, Continuation(response.Headers));
    }

    private async Task CreateAsync(string table, CancellationToken ct)
    {
        using var message = pipeline.Create(
            RequestMethod.Post, "/Tables", RequestContent.Create(Encoding.UTF8.GetBytes($$"""{"TableName":"{{table}}"}""")));
        message.Request.Headers.SetValue("Accept", "application/json;odata=nometadata");
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await pipeline.SendAsync(message, ct);
        if (response.Status is not (201 or 204) && StorageError.Of(response) is not { Code: "TableAlreadyExists" })
            throw pipeline.Refused(response);
    }

    private HttpMessage Query(string pathAndQuery)
    {
        var message = pipeline.Create(RequestMethod.Get, pathAndQuery);
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        return message;
    }

    private static string? Continuation(ResponseHeaders headers)
    {
        if (!headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition))
            return null;
        var next = $"&NextPartitionKey={Uri.EscapeDataString(partition)}";
        return headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? $"{next}&NextRowKey={Uri.EscapeDataString(row)}" : next;
    }

    private static ConflictKind? Conflict(StorageError error) => error.Code switch
    {
        "EntityAlreadyExists" => ConflictKind.Exists,
        "ResourceNotFound" or "EntityNotFound" => ConflictKind.Missing,
        "UpdateConditionNotSatisfied" or "ConditionNotMet" => ConflictKind.Changed,
        _ => null,
    };

    private static string Quoted(string key) => key.Replace("'", "''", StringComparison.Ordinal);

    private sealed record Answer(IReadOnlyList<string?> ETags, StorageError? Error, bool WasRepeated, DateTimeOffset? ServiceTime);
}
