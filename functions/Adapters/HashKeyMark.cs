using System.Text.Json;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Adapters;

/// <summary>The fingerprint of the hash key, in the store that is written with it. A server leaves it before it reads a queue or answers a call.</summary>
internal sealed class HashKeyMark(ITables tables, ContactHasher hasher) : IHostedLifecycleService
{
    private const string Partition = "hash";
    private const string Key = "fingerprint";

    public static async Task<string?> ReadAsync(ITables tables, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Keys, Partition, Key, ct) is { } row ? JsonSerializer.Deserialize<Mark>(row.Json.Span)!.Fingerprint : null;

    /// <summary>Nothing is hashed yet: another key does no harm.</summary>
    public static async Task<bool> IsFreshAsync(ITables tables, CancellationToken ct)
    {
        foreach (var group in await new GroupStore(tables, TimeProvider.System).ListAsync(ct))
        {
            var partitions = Shard.All(group.Id).Select(shard => (TableNames.People, shard.Partition)).Append((TableNames.Suppressions, group.Id.Value));
            foreach (var (table, partition) in partitions)
            {
                await foreach (var _ in tables.QueryAsync(table, partition, KeyRange.All, 1, ct))
                    return false;
            }
        }

        return true;
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(tables, cancellationToken) != hasher.Fingerprint)
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Upsert(Key, JsonSerializer.SerializeToUtf8Bytes(new Mark(hasher.Fingerprint)))], cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed record Mark(string Fingerprint);
}
