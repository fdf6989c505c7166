using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
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
/// <param name="Party">Null: a yes that does not say how many. It leaves an earlier number as it is.</param>
/// <param name="Received">The message that carried the answer; stored with it, so that the same message never counts twice.</param>
/// <param name="Confirmation">What we answer to it; null when the page says it.</param>
/// <param name="Heard">The language that the message was written in, when that is sure.</param>
public sealed record ReplyCommand(
    GroupId Group, PersonId Person, MeetingId Meeting, Reply Reply, int? Party = null, Message? Received = null, Func<ReplyOutcome, Message?>? Confirmation = null, string? Heard = null);

public sealed class RecordReply(PeopleStore people, MeetingStore meetings, SettleSeats seats, TimeProvider clock)
{
    public const int MaxParty = 20;

    public async Task<ReplyOutcome> HandleAsync(ReplyCommand command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await meetings.FindAsync(command.Group, command.Meeting, ct))?.Value is not { } meeting
            || await people.FindAsync(command.Group, command.Meeting, command.Person, ct) is not { } invitation)
            return new ReplyOutcome.NotInvited();
        if (meeting.CancelledAt is not null)
            return new ReplyOutcome.Cancelled();
        if (meeting.IsOver(now))
            return new ReplyOutcome.TooLate();

        command = command with { Party = PartyOf(command, invitation.Value) };
        var waits = IsOvertaken(command, invitation.Value) ? invitation.Value.Waiting : await TakeOrFreeSeatsAsync(command, meeting, now, ct);
        var outcome = await Retry.OnConflictAsync(() => SaveAsync(command, waits, now, ct));
        await seats.HandleAsync(command.Group, meeting, command.Person, ct);
        return outcome;
    }

    /// <summary>Queues keep no order: an answer that was given later may have been handled before. A question is none.</summary>
    private static bool IsOvertaken(ReplyCommand command, Invitation invitation) =>
        command.Received?.At < invitation.RepliedAt && invitation.Reply is not Reply.Question;

    private static int PartyOf(ReplyCommand command, Invitation invitation) => command.Reply is not Reply.Yes ? 0 : command.Party ?? Math.Max(1, invitation.Party);

    private Task<bool> TakeOrFreeSeatsAsync(ReplyCommand command, Meeting meeting, DateTimeOffset now, CancellationToken ct)
    {
        if (meeting.Capacity is not { } capacity)
            return Task.FromResult(false);
        return Retry.OnConflictAsync(async () =>
        {
            var stored = await meetings.FindSeatsAsync(command.Group, meeting.Id, ct);
            var before = stored?.Value ?? new Seats();
            var after = command.Reply is Reply.Yes ? before.Ask(command.Person, command.Party!.Value, capacity, now) : before.Free(command.Person, capacity, now);
            if (after != before)
                await meetings.SaveSeatsAsync(command.Group, meeting.Id, stored, after, ct);
            return after.IsWaiting(command.Person);
        });
    }

    private async Task<ReplyOutcome> SaveAsync(ReplyCommand command, bool waits, DateTimeOffset now, CancellationToken ct)
    {
        if (await people.FindAsync(command.Group, command.Meeting, command.Person, ct) is not { } stored || await HasStoppedAsync(command, stored.Value, ct))
            return new ReplyOutcome.NotInvited();
        if (command.Received is { } again && await people.FindAsync(command.Group, again.Key, ct) is not null)
            return OutcomeOf(stored.Value);
        var isOvertaken = IsOvertaken(command, stored.Value);
        var invitation = isOvertaken ? stored.Value : stored.Value with
        {
            Reply = command.Reply,
            Party = command.Party!.Value,
            Waiting = waits,
            RepliedAt = command.Received?.At ?? now,
        };
        var outcome = OutcomeOf(invitation);
        var confirmation = isOvertaken || !MayConfirm(stored.Value, invitation, now) ? null : command.Confirmation?.Invoke(outcome);
        if (confirmation is not null && await people.FindAsync(command.Group, confirmation.Key, ct) is not null)
            confirmation = null;
        if (confirmation is not null)
            invitation = invitation with { Confirmed = [now, .. stored.Value.Confirmed.Take(AnswerLimit.Confirmations - 1)] };

        var changes = new Changes(Shard.Of(command.Group, command.Person));
        if (!isOvertaken)
            changes.Change(stored, invitation);
        if (command.Received is { } received)
            changes.Receive(received);
        var offered = await HearAsync(command, confirmation is not null, changes, now, ct);
        if (confirmation is not null)
            changes.Send(confirmation with { OfferLanguage = offered }, now);

        await people.SaveAsync(changes, ct);
        return outcome;
    }

    /// <summary>Counts in which language a resident answers.</summary>
    /// <returns>The language to offer now, once in a lifetime.</returns>
    private async Task<string?> HearAsync(ReplyCommand command, bool canOffer, Changes changes, DateTimeOffset now, CancellationToken ct)
    {
        if (command is not { Heard: { } heard, Received.Language: var own } || await people.FindAsync(command.Group, command.Person, ct) is not { } person)
            return null;
        var (before, after) = (person.Value.LanguageHint, LanguageHint.After(person.Value.LanguageHint, heard, own, canOffer, now));
        if (after == before)
            return null;
        changes.Change(person, person.Value with { LanguageHint = after });
        return after?.OfferedAt is null ? null : after.Language;
    }

    private static bool MayConfirm(Invitation before, Invitation after, DateTimeOffset now) =>
        AnswerLimit.MayConfirm(before.Confirmed, (before.Reply, before.Party, before.Waiting) != (after.Reply, after.Party, after.Waiting), now);

    private static ReplyOutcome OutcomeOf(Invitation invitation) => invitation.Waiting ? new ReplyOutcome.Waiting(invitation) : new ReplyOutcome.Saved(invitation);

    /// <summary>Only the start word undoes a stop: no other message, no page that was open meanwhile, no organiser.</summary>
    private async Task<bool> HasStoppedAsync(ReplyCommand command, Invitation invitation, CancellationToken ct) =>
        invitation.Reply is Reply.Stop && (await people.FindAsync(command.Group, command.Person, ct))?.Value.StoppedAt is not null;
}
