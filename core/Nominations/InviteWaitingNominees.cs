using Outreach.Records;

namespace Outreach.Nominations;

/// <summary>Every five minutes: a meeting may have been planned for the nominees who wait for one.</summary>
public sealed class InviteWaitingNominees(GroupStore groups, MeetingStore meetings, WaitingNominees waiting, SettleWaitingNominee settle, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await waiting.ListAsync(group.Id, ct) is not { Count: > 0 } nominees)
                continue;
            var all = await meetings.ListAsync(group.Id, ct);
            foreach (var nominee in nominees)
                await settle.HandleAsync(group, nominee, all, clock.GetUtcNow(), ct);
        }
    }
}
