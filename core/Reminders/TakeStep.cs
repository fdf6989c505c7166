using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>Takes one step of a meeting's plan for everybody who was invited.</summary>
public sealed class TakeStep(PeopleStore people, Tallies tallies)
{
    /// <summary>Invitation, message and, for thanks, the person; their counts and one job.</summary>
    private const int PeoplePerSubmit = 30;

    /// <returns>False when somebody changed meanwhile, or may be getting an invitation that is wrong by now: the next run goes over them again.</returns>
    public async Task<bool> HandleAsync(GroupId group, StepRun run, IReadOnlyList<Meeting> others, Step step, DateTimeOffset now, CancellationToken ct)
    {
        if (step is Step.Thank)
            run = run with { AttendanceKept = (await tallies.SumAsync(group, run.Meeting.Id, ct)).By.Values.Sum(c => c[(int)Milestone.Attended]) > 0 };
        var all = true;
        foreach (var shard in Shard.All(group))
        {
            var batch = new List<Due>();
            await foreach (var invitation in people.InvitationsAsync(shard, run.Meeting.Id, ct))
            {
                if (all && Reminders.IsAwaited(step, invitation.Value, run.Meeting, now))
                    all = !await IsLeavingAsync(group, invitation.Value, run.Meeting.NewsAt, ct);
                if (Reminders.For(step, invitation.Value, run, now) is not var (after, kind))
                    continue;
                var tell = kind is null ? null : MessageOf(after, kind.Value, run, Reminders.At(step, run.Meeting, now));
                batch.Add(kind is MessageKind.Thanks ? await ThankAsync(group, run.Meeting, others, new Due(invitation, after, tell), ct) : new Due(invitation, after, tell));
                if (batch.Count < PeoplePerSubmit)
                    continue;
                all &= await SaveAsync(shard, new Batch(run.Meeting.Id, step, batch, now), ct);
                batch.Clear();
            }

            all &= await SaveAsync(shard, new Batch(run.Meeting.Id, step, batch, now), ct);
        }

        return all;
    }

    /// <summary>Claimed before the news, and nobody knows yet what became of it.</summary>
    private async Task<bool> IsLeavingAsync(GroupId group, Invitation invitation, DateTimeOffset? news, CancellationToken ct)
    {
        await foreach (var message in people.MessagesAsync(group, invitation.Person, ct))
        {
            if (message.Value is { IsInvitation: true, State: MessageState.Sending } && message.Value.Meeting == invitation.Meeting && message.Value.TriedAt <= news)
                return true;
        }

        return false;
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

    /// <summary>People without mobile number or e-mail address are on the call list.</summary>
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

    private async Task<bool> SaveAsync(Shard shard, Batch batch, CancellationToken ct)
    {
        if (batch.All.Count == 0)
            return true;
        var changes = new Changes(shard);
        foreach (var (before, after, tell, asked) in batch.All)
        {
            if (after != before.Value)
                changes.Change(before, after);
            if (tell is not null)
                changes.Add(tell);
            if (asked is not null)
                changes.Change(asked, Reminders.NoteAskedToNominate(asked.Value, batch.Meeting));
        }

        if (batch.All.Select(b => b.Tell).OfType<Message>().ToList() is { Count: > 0 } messages)
            changes.Enqueue(SendInvitationsJob.ForMessages(shard.Group, batch.Meeting, batch.Step.ToString(), messages, batch.Now));
        try
        {
            await people.SaveAsync(changes, ct);
            return true;
        }
        catch (ConflictException) when (batch.All.Count > 1)
        {
            // One of them answered just now: take each on its own.
            var all = true;
            foreach (var one in batch.All)
                all &= await SaveAsync(shard, batch with { All = [one] }, ct);
            return all;
        }
        catch (ConflictException conflict)
        {
            return conflict.Kind is ConflictKind.Exists && await NoteAsync(shard, batch, batch.All[0], ct);
        }
    }

    /// <summary>The message was written before, to somebody who has a part in the meeting as well: what it makes of the invitation is still to be kept.</summary>
    private async Task<bool> NoteAsync(Shard shard, Batch batch, Due due, CancellationToken ct)
    {
        if (due.Tell is not { } tell)
            return true;
        var hasLeft = (await people.FindAsync(shard.Group, tell.Key, ct))?.Value is { State: MessageState.Sent or MessageState.Delivered };
        var after = hasLeft && tell.NewsOf is not null && due.After.News is { } news ? due.After with { News = news with { State = HeardState.Told } } : due.After;
        return await SaveAsync(shard, batch with { All = [due with { After = after, Tell = null }] }, ct);
    }

    /// <param name="Asked">Gets the question to name neighbours, and is noted for it.</param>
    private sealed record Due(Stored<Invitation> Before, Invitation After, Message? Tell, Stored<Person>? Asked = null);

    /// <summary>Those of one shard for whom a step is taken in one submit.</summary>
    private sealed record Batch(MeetingId Meeting, Step Step, IReadOnlyList<Due> All, DateTimeOffset Now);
}
