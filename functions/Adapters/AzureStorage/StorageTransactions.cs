using System.Diagnostics.Metrics;

namespace Outreach.Functions.Adapters.AzureStorage;

internal enum StorageKind
{
    Tables,
    Queues,
    Blobs,
}

/// <summary>
/// Requests sent to each storage service, repeated ones included, since that is what the account is billed for (a batch is one).
/// Read here as totals, or by any listener to the meter.
/// </summary>
internal sealed class StorageTransactions : IDisposable
{
    public const string MeterName = "Outreach.Storage";

    private readonly Meter _meter = new(MeterName);
    private readonly long[] _totals = new long[Enum.GetValues<StorageKind>().Length];

    public StorageTransactions() => Counter = _meter.CreateCounter<long>("outreach.storage.transactions", "{transaction}", "Requests to the storage account.");

    public long Tables => Of(StorageKind.Tables);

    public long Queues => Of(StorageKind.Queues);

    public long Blobs => Of(StorageKind.Blobs);

    public long Total => Tables + Queues + Blobs;

    public void Dispose() => _meter.Dispose();

    internal Counter<long> Counter { get; }

    internal void Count(StorageKind kind)
    {
        Interlocked.Increment(ref _totals[(int)kind]);
        Counter.Add(1, new KeyValuePair<string, object?>("service", kind.ToString().ToLowerInvariant()));
    }

    private long Of(StorageKind kind) => Interlocked.Read(ref _totals[(int)kind]);
}
