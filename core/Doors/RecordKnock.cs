using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>A tap at a door.</summary>
/// <param name="Who">Which of those who live there answered; null: the first.</param>
/// <param name="Given">A name and a number, only when they gave them.</param>
public sealed record KnockCommand(GroupId Group, MeetingId Meeting, string Door, Knock Knock, PersonId? Who, Candidate Given)
{
    /// <summary>When they said it, at a door without network; null: now.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>Too many numbers were entered on forms today: this one is stored, but nothing is sent to it automatically.</summary>
    public bool HoldsNumber { get; init; }
}

public enum KnockOutcome
{
    Noted,

    /// <summary>There was no room for that many more: they keep the places that they had.</summary>
    Kept,

    /// <summary>All places are taken: they wait for one.</summary>
    Waiting,

    /// <summary>Noted without the number that they gave: it belongs to somebody of another name or in another house.</summary>
    OthersNumber,

    /// <summary>They said stop before, and only they can undo that: the outcome is kept, but nobody is on the list of the meeting.</summary>
    Stopped,

    /// <summary>There is no such door, or it was forgotten.</summary>
    Unknown,

    /// <summary>The outcome is kept; nobody can be invited to a meeting that is over or called off.</summary>
    Closed,
}

/// <summary>
/// Records what came of ringing at a door and acts on it. Safe to call again with the same tap: unfinished work is completed, nothing is done twice.
/// </summary>
public sealed class RecordKnock(DoorStore doors, MeetingStore meetings, AnswerAtDoor answers, StopAddress stop, NumberOwner owners, TimeProvider clock)
{
    /// <summary>How long a phone may have been without network; an earlier time means that its clock is wrong.</summary>
    private static readonly TimeSpan MaxOfflineTime = TimeSpan.FromDays(2);
    private static readonly TimeSpan WrongClock = TimeSpan.FromMinutes(2);

    public async Task<KnockOutcome> HandleAsync(KnockCommand command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await meetings.FindAsync(command.Group, command.Meeting, ct) is not { Value: var meeting })
            return KnockOutcome.Unknown;
        var knock = command.Knock with { At = command.Knock.At > now + WrongClock || command.Knock.At < now - MaxOfflineTime ? now : command.Knock.At };
        if (await Retry.OnConflictAsync(() => NoteAsync(command, knock, ct)) is not { } door)
            return KnockOutcome.Unknown;
        // Whoever wants to be left alone is, whatever another phone noted after it.
        if (knock.Outcome is DoorOutcome.Never)
            await stop.HandleAsync(command.Group, door.Address, ct);
        // A later tap counts.
        if (knock.Outcome is DoorOutcome.Never || door.Last!.Id != knock.Id)
            return KnockOutcome.Noted;
        if (!meeting.IsOpen(now))
            return knock.Outcome is DoorOutcome.Yes or DoorOutcome.Maybe ? KnockOutcome.Closed : KnockOutcome.Noted;
        return await AnswerAsync(command with { SaidAt = knock.At < now - WrongClock ? knock.At : null }, door, ct);
    }

    private async Task<KnockOutcome> AnswerAsync(KnockCommand command, Door door, CancellationToken ct)
    {
        var given = await owners.WithoutOthersAsync(command.Group, command.Given, door.Address, ct);
        return await answers.HandleAsync(command with { Given = given }, door, ct) switch
        {
            ReplyOutcome.Waiting => KnockOutcome.Waiting,
            ReplyOutcome.Saved { KeepsPlaces: true } => KnockOutcome.Kept,
            null when command.Knock.Outcome is DoorOutcome.Yes or DoorOutcome.Maybe => KnockOutcome.Stopped,
            _ => given == command.Given ? KnockOutcome.Noted : KnockOutcome.OthersNumber,
        };
    }

    private async Task<Door?> NoteAsync(KnockCommand command, Knock knock, CancellationToken ct)
    {
        if (await doors.FindAsync(command.Group, command.Meeting, command.Door, ct) is not { } stored)
            return null;
        var after = stored.Value.Note(knock);
        if (after != stored.Value)
            await doors.SaveAsync(command.Group, stored, after, ct);
        return after;
    }
}
