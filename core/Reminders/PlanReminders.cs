using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>
/// Every five minutes: does for each meeting what is due. Each invitation remembers what was done for it, so that a run that was interrupted goes on where it was.
/// </summary>
public sealed class PlanReminders(GroupStore groups, MeetingStore meetings, TakeDueSteps due, TimeProvider clock)
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var turns = new EachInTurn(ct);
        foreach (var group in await groups.ListAsync(ct))
        {
            var all = await meetings.ListAsync(group.Id, ct);
            // What came of it may be told late.
            foreach (var meeting in all.Where(m => now - (m.ReportedAt ?? m.EndsAt) < Horizon))
                await turns.TryAsync(() => due.HandleAsync(group, meeting, all, now, ct));
        }

        turns.ThrowIfAnyFailed();
    }
}
