using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// A message that leaves with the change that it tells of: claimed in the same submit as the change and sent right after. After a crash in between, a job
/// in the outbox asks the provider what became of it.
/// </summary>
public sealed class SendAtOnce(OwnTextStore texts, PrepareMessage prepare, CallProviders providers, RecordResults results, Spending spending, TimeProvider clock)
{
    /// <param name="changes">The message goes with them, claimed; or with the job that sends it, when it cannot leave now.</param>
    /// <returns>What leaves once the changes are saved; null when nothing does.</returns>
    public async Task<Outgoing?> ClaimAsync(Group group, Outgoing item, bool isBlocked, Changes changes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (prepare.Decide(item, isBlocked) is not SendDecision.Send send)
        {
            changes.Send(item.Message, now);
            return null;
        }

        var own = await texts.ForAsync(group.Id, item.Meeting, item.Message.Kind, ct);
        var written = await prepare.WriteAsync(group, item with { OwnTexts = own }, send, ct);
        if ((await spending.TakeAsync(group, [written], ct)).Count == 0)
        {
            changes.Send(item.Message, now);
            return null;
        }

        var claimed = written with { Message = written.Message.Apply(new MessageEvent.Claimed(), now) };
        changes.Add(claimed.Message);
        changes.Keep(JobOf(group, claimed.Message));
        return claimed;
    }

    /// <summary>The changes could not be saved, so this does not leave: it takes nothing from the limit of the day.</summary>
    public Task GiveBackAsync(Group group, Outgoing claimed, CancellationToken ct) => spending.GiveBackAsync(group, [claimed], ct);

    /// <param name="saved">Of the changes that the claim went with.</param>
    public async Task SendAsync(Group group, Outgoing claimed, Saved saved, CancellationToken ct)
    {
        var item = claimed with
        {
            Stored = saved.Of(claimed.Message),
            Person = saved.Renewed(claimed.Person),
            Invitation = claimed.Invitation is { } invitation ? saved.Renewed(invitation) : null,
            Job = saved.Of(JobOf(group, claimed.Message)),
        };
        await results.HandleAsync(group, await providers.SendAsync(group, [item], ct), ct);
    }

    private static Job JobOf(Group group, Message claimed) => SendMessageJob.For(group.Id, claimed, claimed.TriedAt!.Value, claimed.TriedAt + Claims.Period);
}
