using System.Runtime.ExceptionServices;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>
/// Every five minutes: does for each meeting what is due. Each invitation remembers what was done for it, so that a run that was cut off goes on where it was.
/// </summary>
public sealed class PlanReminders(GroupStore groups, MeetingStore meetings, PeopleStore people, Tallies tallies, SettleSeats seats, TellParts parts, OrganiserNotices notices, Settings settings, TimeProvider clock)
{
    /// <summary>Invitation, message and, for thanks, the person; their counts and one job.</summary>
    private const int PeoplePerSubmit = 30;

    private static readonly TimeSpan Horizon = TimeSpan.FromDays(90);

    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failures = new List<Exception>();
        foreach (var group in await groups.ListAsync(ct))
        {
            var all = await meetings.ListAsync(group.Id, ct);
            foreach (var meeting in all.Where(m => now - m.EndsAt < Horizon))
                await TryAsync(() => HandleAsync(group, meeting, all, now, ct), failures);
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

    private async Task HandleAsync(Group group, Meeting meeting, IReadOnlyList<Meeting> others, DateTimeOffset now, CancellationToken ct)
    {
        await seats.HandleAsync(group.Id, meeting, mine: null, ct);
        await parts.HandleAsync(group, meeting, ct);
        var plan = await meetings.FindPlanAsync(group.Id, meeting.Id, ct);
        var due = Reminders.Due(meeting, plan?.Value ?? new Plan(), _hours, now);
        if (due.Count == 0)
            return;
        var after = plan?.Value ?? new Plan();
        foreach (var step in due)
        {
            if (step is Step.NoticeReport)
                await notices.TellAsync(group, OrganiserNotice.NoReport, meeting, ct);
            else if (!await RunAsync(group, meeting, others, step, now, ct))
                continue;
            after = Reminders.Done(after, step, meeting, _hours, now);
        }

        await meetings.SavePlanAsync(group.Id, meeting.Id, plan, after, ct);
    }

    /// <returns>False when somebody changed under our hands: the next run goes over them again.</returns>
    private async Task<bool> RunAsync(Group group, Meeting meeting, IReadOnlyList<Meeting> others, Step step, DateTimeOffset now, CancellationToken ct)
    {
        var run = new StepRun(meeting, _hours.Day(meeting.StartsAt), step is Step.Thank && (await tallies.SumAsync(group.Id, meeting.Id, ct)).By.Values.Sum(c => c[(int)Milestone.Attended]) > 0);
        var all = true;
        foreach (var shard in Shard.All(group.Id))
        {
            var batch = new List<Due>();
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
            {
                if (Reminders.For(step, invitation.Value, run, now) is not var (after, kind))
                    continue;
                var tell = kind is null ? null : MessageOf(after, kind.Value, run, Reminders.At(step, meeting, now));
                batch.Add(kind is MessageKind.Thanks ? await ThankAsync(group.Id, meeting, others, new Due(invitation, after, tell), ct) : new Due(invitation, after, tell));
                if (batch.Count < PeoplePerSubmit)
                    continue;
                all &= await SaveAsync(group.Id, meeting.Id, shard, step, batch, now, ct);
                batch.Clear();
            }

            all &= await SaveAsync(group.Id, meeting.Id, shard, step, batch, now, ct);
        }

        return all;
    }

    /// <summary>With the question to name neighbours, unless they were asked twice in a row.</summary>
    private async Task<Due> ThankAsync(GroupId group, Meeting meeting, IReadOnlyList<Meeting> others, Due due, CancellationToken ct)
    {
        if (await people.FindAsync(group, due.After.Person, ct) is not { } person)
            return due;
        return Reminders.MayAskToNominate(person.Value.AskedToNominate, meeting, others)
            ? due with { Asked = person }
            : due with { Tell = due.Tell! with { WithoutLink = true } };
    }

    /// <summary>Who has neither number nor address is on the list of calls.</summary>
    private static Message MessageOf(Invitation invitation, MessageKind kind, StepRun run, DateTimeOffset at) => new()
    {
        Person = invitation.Person,
        At = at,
        Step = kind is MessageKind.Reminder ? MessageStep.Reminder(invitation.Meeting, run.Day) : MessageStep.OnceFor(kind, invitation.Meeting),
        Kind = kind,
        Day = kind is MessageKind.Reminder ? run.Day : null,
        NewsOf = MessageKinds.IsNews(kind) ? invitation.News?.Of : null,
        Meeting = invitation.Meeting,
        Channel = invitation.Channel is Channel.Sms or Channel.Email ? invitation.Channel : Channel.Call,
        Language = invitation.Language,
        State = MessageState.Queued,
    };

    private async Task<bool> SaveAsync(
        GroupId group, MeetingId meeting, Shard shard, Step step, List<Due> batch, DateTimeOffset now, CancellationToken ct)
    {
        if (batch.Count == 0)
            return true;
        var changes = new Changes(shard);
        foreach (var (before, after, tell, asked) in batch)
        {
            if (after != before.Value)
                changes.Change(before, after);
            if (tell is not null)
                changes.Add(tell);
            if (asked is not null)
                changes.Change(asked, Reminders.Asked(asked.Value, meeting));
        }

        if (batch.Select(b => b.Tell).OfType<Message>().ToList() is { Count: > 0 } messages)
            changes.Tell(SendInvitationsJob.ForMessages(group, meeting, step.ToString(), messages, now));
        try
        {
            await people.SaveAsync(changes, ct);
            return true;
        }
        catch (ConflictException) when (batch.Count > 1)
        {
            // One of them answered just now: take each by itself.
            var all = true;
            foreach (var one in batch.ToList())
                all &= await SaveAsync(group, meeting, shard, step, [one], now, ct);
            return all;
        }
        catch (ConflictException conflict)
        {
            return conflict.Kind is ConflictKind.Exists;
        }
    }

    /// <param name="Asked">Gets the question to name neighbours, and is noted for it.</param>
    private sealed record Due(Stored<Invitation> Before, Invitation After, Message? Tell, Stored<Person>? Asked = null);
}
