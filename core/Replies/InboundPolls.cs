using System.Text.Json.Serialization.Metadata;
using Outreach.Storage;

namespace Outreach.Replies;

/// <param name="At">When a provider was asked what had come in, and told us all.</param>
public sealed record InboundPolled(DateTimeOffset At) : IStored<InboundPolled>
{
    static JsonTypeInfo<InboundPolled> IStored<InboundPolled>.Json => RepliesJson.Default.InboundPolled;
}

/// <summary>From when on a provider is asked what came in: the machine may have been off since the last time.</summary>
public sealed class InboundPolls(ITables tables)
{
    /// <summary>Older messages are not answered any more: whoever comes back to a machine that was off for weeks reads them at the provider.</summary>
    public static readonly TimeSpan MaxBack = TimeSpan.FromDays(7);

    /// <summary>The provider may list a message a while after it came.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private const string Partition = "polls";
    private const string Key = "inbound";

    /// <param name="last">Null: never before. What the number got before it was ours is not for us.</param>
    public static DateTimeOffset Since(DateTimeOffset? last, DateTimeOffset now)
    {
        var since = (last < now ? last.Value : now) - Overlap;
        return since < now - MaxBack ? now - MaxBack : since;
    }

    public async Task<DateTimeOffset> SinceAsync(DateTimeOffset now, CancellationToken ct) =>
        Since(await tables.GetAsync(TableNames.Timers, Partition, Key, ct) is { } row ? RowJson.Read<InboundPolled>(row.Json).At : null, now);

    /// <param name="at">When the provider was asked.</param>
    public Task NoteAsync(DateTimeOffset at, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Timers, Partition, [Operation.Upsert(Key, RowJson.Write(new InboundPolled(at)))], ct);
}
