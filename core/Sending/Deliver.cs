using System.Runtime.ExceptionServices;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// Sends messages of one group, one or a thousand: decides, claims, calls the provider, records. Killed at any point, a second run finds from the
/// stored state how far the first came; a claim in doubt is reconciled with the provider before anything is sent again.
/// </summary>
public sealed class Deliver(PrepareMessage prepare, Claims claims, CallProviders providers, RecordResults results, Spending spending)
{
    public async Task RunAsync(Group group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        var isBlocked = await prepare.BlockedAsync(group.Id, items, ct);
        var ready = new List<(Outgoing Item, Outgoing Written)>();
        var settled = new List<(Outgoing, MessageEvent)>();
        foreach (var item in items.Where(item => item.Message.IsUnderway))
        {
            var decision = prepare.Decide(item, isBlocked(item));
            var happened = item.Message.State is MessageState.Sending ? await providers.FindOutAsync(group, item, ct) : null;
            if ((happened ?? decision.Happens) is { } settles)
                settled.Add((item, settles));
            else
                ready.Add((item, await prepare.WriteAsync(group, item, (SendDecision.Send)decision, ct)));
        }

        var leaving = await spending.TakeAsync(group, [.. ready.Select(one => one.Written)], ct);
        settled.AddRange(ready.ExceptBy(leaving, one => one.Written).Select(one => (one.Item, (MessageEvent)new MessageEvent.PutOff(spending.HeldUntil))));
        await results.HandleAsync(group, settled, ct);
        var (claimed, missed) = await claims.HandleAsync(group.Id, leaving, ct);
        await spending.GiveBackAsync(group, [.. leaving.ExceptBy(claimed.Select(item => item.Message.Key), item => item.Message.Key)], ct);
        await results.HandleAsync(group, await providers.SendAsync(group, claimed, ct), ct);
        if (missed is not null)
            ExceptionDispatchInfo.Throw(missed);
    }
}
