using Outreach.Ids;
using Outreach.Records;
using Outreach.Reminders;
using Outreach.Sending;
using Outreach.Welcome;
using Rules = Outreach.Reminders.Reminders;

namespace Outreach.Operating;

/// <summary>Steps that a backup does not know of.</summary>
/// <param name="Meetings">Nudges, reminders and thanks of meetings: held until an organiser lets them go.</param>
/// <param name="Welcomes">Messages to new residents: counted as said, for there is nobody who could let them go.</param>
public sealed record HeldSince(int Meetings, int Welcomes);

/// <summary>When a backup is put back: what fell due since it was made may have been sent, so the timers do not send it again.</summary>
public sealed class HoldSince(GroupStore groups, MeetingStore meetings, PeopleStore people, WelcomeStore welcomes, SendingHours hours)
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <param name="madeAt">When the backup was made.</param>
    public async Task<HeldSince> HandleAsync(DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct)
    {
        var (steps, said) = (0, 0);
        foreach (var group in await groups.ListAsync(ct))
        {
            foreach (var meeting in await meetings.ListAsync(group.Id, ct))
                steps += await HoldAsync(group.Id, meeting, madeAt, now, ct);
            foreach (var package in await welcomes.ListAsync(group.Id, ct))
                said += await CountAsSaidAsync(group.Id, package.Value, madeAt, now, ct);
        }

        return new(steps, said);
    }

    private async Task<int> HoldAsync(GroupId group, Meeting meeting, DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct)
    {
        var stored = await meetings.FindPlanAsync(group, meeting.Id, ct);
        var (plan, held) = (stored?.Value ?? new Plan(), 0);
        foreach (var step in DueSince(meeting, plan, madeAt, now))
        {
            if (!await ConcernsAnybodyAsync(group, meeting, step, now, ct))
                continue;
            plan = plan.Hold(step);
            held++;
        }

        if (held > 0)
            await meetings.SavePlanAsync(group, meeting.Id, stored, plan, ct);
        return held;
    }

    private List<Step> DueSince(Meeting meeting, Plan plan, DateTimeOffset madeAt, DateTimeOffset now)
    {
        var due = new HashSet<Step>(Rules.Due(meeting, plan, hours, now));
        for (var at = madeAt; at < now; at += Pace)
            due.UnionWith(Rules.Due(meeting, plan, hours, at));
        return [.. due.Where(PlanChoices.IsChangeable).Order()];
    }

    private async Task<bool> ConcernsAnybodyAsync(GroupId group, Meeting meeting, Step step, DateTimeOffset now, CancellationToken ct)
    {
        var run = new StepRun(meeting, hours.Day(meeting.StartsAt), AttendanceKept: true);
        await foreach (var invitation in people.InvitationsAsync(group, meeting.Id, ct))
        {
            if (Rules.For(step, invitation.Value, run, now) is not null)
                return true;
        }

        return false;
    }

    private async Task<int> CountAsSaidAsync(GroupId group, WelcomePackage package, DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct)
    {
        var due = WelcomeSteps.Due(package, hours, now).Where(step => WelcomeSteps.At(package, step, hours) > madeAt).ToList();
        if (due.Count > 0)
            await welcomes.ChangeAsync(group, package.Person, current => due.Aggregate(current, (after, step) => WelcomeSteps.Done(after, step, now)), ct);
        return due.Count;
    }
}
