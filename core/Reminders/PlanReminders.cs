using System.Runtime.ExceptionServices;
using Outreach.Records;

namespace Outreach.Reminders;

/// <summary>
/// Every five minutes: does for each meeting what is due. Each invitation remembers what was done for it, so that a run that was cut off goes on where it was.
/// </summary>
public sealed class PlanReminders(GroupStore groups, MeetingStore meetings, TakeDueSteps due, TimeProvider clock)
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failures = new List<Exception>();
        foreach (var group in await groups.ListAsync(ct))
        {
            var all = await meetings.ListAsync(group.Id, ct);
            foreach (var meeting in all.Where(m => now - m.EndsAt < Horizon))
                await TryAsync(() => due.HandleAsync(group, meeting, all, now, ct), failures);
        }

        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    /// <summary>One meeting that cannot be handled keeps no other from its reminders; the run fails once all have had their turn.</summary>
    private static async Task TryAsync(Func<Task> handle, List<Exception> failures)
    {
        try
        {
            await handle();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failures.Add(failure);
        }
    }
}
