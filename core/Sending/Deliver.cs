using System.Runtime.ExceptionServices;
using Outreach.Contacts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// Sends messages of one group, one or a thousand: decides, claims, calls the provider, records. Killed at any point, a second run finds from the
/// stored state how far the first came; a claim in doubt is reconciled with the provider before anything is sent again.
/// </summary>
public sealed class Deliver(PrepareMessage prepare, Claims claims, CallProviders providers, RecordResults results, Spending spending, MeetingStore meetings)
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
        ConflictException? missed = null;
        foreach (var (turn, together) in InTurn(leaving).Index())
        {
            if (turn > 0 && together[0].Meeting is { } worded && await HasChangedAsync(group, worded, ct))
            {
                // Worded again when the job comes back.
                await spending.GiveBackAsync(group, together, ct);
                missed = new ConflictException(ConflictKind.Changed, 0, worded.Id.Value);
            }
            else
            {
                missed = await SendAsync(group, together, ct) ?? missed;
            }
        }

        if (missed is not null)
            ExceptionDispatchInfo.Throw(missed);
    }

    /// <summary>E-mails leave in one call. SMS leave one by one, and what is claimed no longer sees a stop: so few at a time.</summary>
    private static IEnumerable<IReadOnlyList<Outgoing>> InTurn(IReadOnlyList<Outgoing> leaving)
    {
        var byMail = leaving.ToLookup(item => item.Message.Channel is Channel.Email);
        return byMail[false].Chunk(DeliveryResult.PeoplePerSubmit).Prepend([.. byMail[true]]).Where(together => together.Length > 0);
    }

    /// <summary>An organiser who sees a wrong day, time or place in what is leaving puts it right at once.</summary>
    private async Task<bool> HasChangedAsync(Group group, Meeting worded, CancellationToken ct) =>
        (await meetings.FindAsync(group.Id, worded.Id, ct))?.Value is { } meeting && meeting.NewsAt != worded.NewsAt;

    /// <returns>The conflict over a message that its job must come back for.</returns>
    private async Task<ConflictException?> SendAsync(Group group, IReadOnlyList<Outgoing> leaving, CancellationToken ct)
    {
        var (claimed, missed) = await claims.HandleAsync(group.Id, leaving, ct);
        await spending.GiveBackAsync(group, [.. leaving.ExceptBy(claimed.Select(item => item.Message.Key), item => item.Message.Key)], ct);
        await results.HandleAsync(group, await providers.SendAsync(group, claimed, ct), ct);
        return missed;
    }
}
