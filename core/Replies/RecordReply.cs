using Outreach.Invitations;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>What became of an answer.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome()
    {
    }

    public sealed record Saved(Invitation Invitation) : ReplyOutcome;

    /// <summary>The meeting is full: the person is on the waiting list.</summary>
    public sealed record Waiting(Invitation Invitation) : ReplyOutcome;

    public sealed record TooLate : ReplyOutcome;

    public sealed record Cancelled : ReplyOutcome;

    public sealed record NotInvited : ReplyOutcome;
}

/// <summary>A resident answers yes (with so many people), no or maybe: on the page, by message, or through an organiser.</summary>
/// <param name="Received">The message that carried the answer; stored with it, so that the same message never counts twice.</param>
/// <param name="Confirmation">What we answer to it; null when the page says it.</param>
public sealed record ReplyCommand(
    GroupId Group, PersonId Person, MeetingId Meeting, Reply Reply, int Party = 1, Message? Received = null, Func<ReplyOutcome, Message?>? Confirmation = null);

public sealed class RecordReply(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    public const int LargestParty = 20;

    public async Task<ReplyOutcome> HandleAsync(ReplyCommand command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await meetings.FindAsync(command.Group, command.Meeting, ct))?.Value is not { } meeting
            || await people.FindAsync(command.Group, command.Meeting, command.Person, ct) is null)
            return new ReplyOutcome.NotInvited();
        if (meeting.CancelledAt is not null)
            return new ReplyOutcome.Cancelled();
        if (meeting.IsOver(now))
            return new ReplyOutcome.TooLate();

        var waits = await TakeOrFreeSeatsAsync(command, meeting, now, ct);
        var outcome = await Retry.OnConflictAsync(() => SaveAsync(command, waits, now, ct));
        await TellPlacesFreedAsync(command.Group, meeting, ct);
        return outcome;
    }

    /// <summary>Tells everybody who moved up from the waiting list and does not know yet. Safe to run at any time.</summary>
    public async Task TellPlacesFreedAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        if (meeting.Capacity is null || await meetings.FindSeatsAsync(group, meeting.Id, ct) is not { Value.Untold: { Count: > 0 } untold })
            return;
        foreach (var person in untold)
            await Retry.OnConflictAsync(() => TellAsync(group, meeting, person, ct));
        await Retry.OnConflictAsync(async () =>
        {
            var seats = await meetings.FindSeatsAsync(group, meeting.Id, ct);
            await meetings.SaveSeatsAsync(group, meeting.Id, seats, seats!.Value.Told(untold), ct);
        });
    }

    private Task<bool> TakeOrFreeSeatsAsync(ReplyCommand command, Meeting meeting, DateTimeOffset now, CancellationToken ct)
    {
        if (meeting.Capacity is not { } capacity)
            return Task.FromResult(false);
        return Retry.OnConflictAsync(async () =>
        {
            var stored = await meetings.FindSeatsAsync(command.Group, meeting.Id, ct);
            var before = stored?.Value ?? new Seats();
            var after = command.Reply is Reply.Yes ? before.Ask(command.Person, command.Party, capacity, now) : before.Free(command.Person, capacity);
            if (after != before)
                await meetings.SaveSeatsAsync(command.Group, meeting.Id, stored, after, ct);
            return after.IsWaiting(command.Person);
        });
    }

    private async Task<ReplyOutcome> SaveAsync(ReplyCommand command, bool waits, DateTimeOffset now, CancellationToken ct)
    {
        if (await people.FindAsync(command.Group, command.Meeting, command.Person, ct) is not { } stored)
            return new ReplyOutcome.NotInvited();
        var invitation = stored.Value with
        {
            Reply = command.Reply,
            Party = command.Reply is Reply.Yes ? command.Party : 0,
            Waiting = waits,
            RepliedAt = now,
        };
        ReplyOutcome outcome = waits ? new ReplyOutcome.Waiting(invitation) : new ReplyOutcome.Saved(invitation);

        var changes = new Changes(Shard.Of(command.Group, command.Person));
        changes.Change(stored, invitation);
        if (command.Received is { } received)
            changes.Receive(received);
        if (command.Confirmation?.Invoke(outcome) is { } confirmation)
        {
            changes.Add(confirmation);
            changes.Tell(SendMessageJob.For(command.Group, confirmation, now));
        }

        await people.SaveAsync(changes, ct);
        return outcome;
    }

    private async Task TellAsync(GroupId group, Meeting meeting, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting.Id, id, ct) is not { Value.Waiting: true } invitation || await people.FindAsync(group, id, ct) is not { } person)
            return;
        var now = clock.GetUtcNow();
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(invitation, invitation.Value with { Waiting = false });
        if (Ladder.First(person.Value) is { } channel)
        {
            var message = new Message
            {
                Person = id,
                At = now,
                Step = $"placeFreed-{meeting.Id}",
                Kind = MessageKind.PlaceFreed,
                Meeting = meeting.Id,
                Channel = channel,
                Language = invitation.Value.Language,
                State = MessageState.Queued,
            };
            changes.Add(message);
            changes.Tell(SendMessageJob.For(group, message, now));
        }

        await people.SaveAsync(changes, ct);
    }
}
