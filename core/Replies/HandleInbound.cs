using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>What waits on the queue <c>inbound</c>: one webhook call's worth of events.</summary>
public sealed record InboundBatch(IReadOnlyList<InboundEvent> Events) : IQueueJob, IStored<InboundBatch>
{
    static JsonTypeInfo<InboundBatch> IStored<InboundBatch>.Json => RepliesJson.Default.InboundBatch;

    public bool IsWhole() => Events is not null && Events.All(inbound => inbound is { Id: not null, From: not null });
}

/// <summary>Handles what came in, event by event. Each is recognised when it comes again, so a batch may be run any number of times.</summary>
public sealed class HandleInbound(ReceiveReport reports, SignUpByMessage join, WhoWrote who, ReadAnswer answers, ReadStranger strangers, TimeProvider clock)
{
    public async Task HandleAsync(InboundBatch batch, CancellationToken ct)
    {
        await reports.HandleAsync([.. batch.Events.Where(inbound => inbound.Kind is InboundKind.Delivery)], ct);
        // Out-of-office replies and returned mail are dropped: an answer to them would loop.
        foreach (var inbound in batch.Events.Where(inbound => inbound is { Kind: not InboundKind.Delivery, Automatic: false }))
            await HandleAsync(inbound, ct);
        foreach (var inbound in batch.Events)
            Measures.FunnelUpdated(EnumWord.Of(inbound.Kind), clock.GetUtcNow() - inbound.At);
    }

    private async Task HandleAsync(InboundEvent inbound, CancellationToken ct)
    {
        var code = await who.CodeInAsync(inbound, ct);
        if (code is not null && await join.HandleAsync(inbound, code, ct))
            return;
        var writers = await who.FindAsync(inbound, code, ct);
        foreach (var writer in writers)
            await answers.HandleAsync(writer, inbound, code?.Rest ?? inbound.Words, ct);
        if (writers.Count == 0)
            await strangers.HandleAsync(inbound, code, ct);
    }
}
