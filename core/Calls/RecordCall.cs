using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Calls;

/// <summary>What came of a call, in one tap.</summary>
[JsonConverter(typeof(EnumWordConverter<CallAnswer>))]
public enum CallAnswer
{
    Yes,
    Maybe,
    No,

    /// <summary>We told them what they had to know; nothing was promised.</summary>
    Told,
    NoAnswer,
    WrongNumber,
}

/// <param name="Party">People who come after a yes, whoever was called included; null: nobody said how many.</param>
/// <param name="Number">The number that was called; null: the one on the call list now.</param>
public sealed record CallCommand(GroupId Group, MeetingId Meeting, PersonId Person, CallAnswer Answer, int? Party = null, string? Number = null)
{
    /// <summary>When the list was shown from which they were called; null: as it is now.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}

[JsonConverter(typeof(EnumWordConverter<CallNoted>))]
public enum CallNoted
{
    Noted,

    /// <summary>There was no room for that many more: they keep the places that they had.</summary>
    Kept,

    /// <summary>All places are taken: they wait for one.</summary>
    Waiting,

    /// <summary>They come back on the list later today.</summary>
    Again,

    /// <summary>They are on the list of doors now: neither message nor call was answered, or nothing that we have reaches them.</summary>
    Visit,

    /// <summary>The meeting changed after the list was shown: of that they have still to hear.</summary>
    Outdated,
    NotInvited,

    /// <summary>They said stop since the list was shown. Nothing is noted.</summary>
    Stopped,

    /// <summary>The meeting is over or called off.</summary>
    TooLate,
}

/// <summary>Somebody was called about a meeting.</summary>
public sealed class RecordCall(PeopleStore people, MeetingStore meetings, RecordReply replies, TakeOffNumber takeOff, TimeProvider clock)
{
    /// <summary>Unanswered channels after which somebody goes to the door.</summary>
    public const int MaxUnansweredChannels = 2;

    /// <summary>Unanswered calls after which the phone counts as an unanswered channel.</summary>
    public const int CallsPerChannel = 2;

    public async Task<CallNoted> HandleAsync(CallCommand command, CancellationToken ct)
    {
        if ((await meetings.FindAsync(command.Group, command.Meeting, ct))?.Value is not { } meeting || (await people.FindAsync(command.Group, command.Person, ct))?.Value is not { } person)
            return CallNoted.NotInvited;
        if (person.StoppedAt is not null)
            return CallNoted.Stopped;
        ReplyOutcome? outcome = null;
        if (ReplyOf(command.Answer) is { } reply)
        {
            int? party = reply is Reply.Yes && command.Party is { } count ? Math.Clamp(count, 1, Invitation.MaxParty) : null;
            outcome = await replies.HandleAsync(new ReplyCommand(command.Group, command.Person, command.Meeting, reply, party) { SeenAt = command.SeenAt }, ct);
            if (Refused(outcome) is { } refused)
                return refused;
        }

        if (command.Answer is CallAnswer.WrongNumber)
            await takeOff.HandleAsync(command.Group, command.Meeting, command.Person, command.Number, ct);
        var noted = await Retry.OnConflictAsync(() => NoteAsync(command, meeting, ct));
        return (noted, outcome) switch
        {
            (CallNoted.Noted, ReplyOutcome.Saved { KeepsPlaces: true }) => CallNoted.Kept,
            (CallNoted.Noted, ReplyOutcome.Waiting) => CallNoted.Waiting,
            _ => noted,
        };
    }

    /// <summary>What a call makes of an invitation.</summary>
    /// <param name="person">After this call: a wrong number is already removed.</param>
    public static Invitation After(Invitation before, Person person, CallAnswer answer, DateTimeOffset now)
    {
        var outcome = answer switch { CallAnswer.NoAnswer => CallOutcome.NoAnswer, CallAnswer.WrongNumber => CallOutcome.WrongNumber, _ => CallOutcome.Spoke };
        var after = before with { Called = Called.After(before.Called, outcome, now) };
        if (outcome is CallOutcome.Spoke)
            return after with { VisitSince = null, PlaceFreed = FreedPlace.Told(before) };
        return IsToVisit(after, person) ? after with { VisitSince = before.VisitSince ?? now } : after;
    }

    private static bool IsToVisit(Invitation invitation, Person person) =>
        invitation is { Reply: Reply.None, SentAt: not null } && invitation.ByHand is not Channel.Door && ChannelOrder.Reaches(person, Channel.Door) && HasTriedAll(invitation, person);

    private static bool HasTriedAll(Invitation invitation, Person person)
    {
        var phone = invitation.Called is { Outcome: CallOutcome.WrongNumber } or { Unanswered: >= CallsPerChannel } ? 1 : 0;
        var written = invitation.Channel is Channel.Call ? 0 : 1;
        return phone + written >= MaxUnansweredChannels || (phone == 1 && !person.IsReachableUnasked);
    }

    private async Task<CallNoted> NoteAsync(CallCommand command, Meeting meeting, CancellationToken ct)
    {
        if (await people.FindAsync(command.Group, command.Meeting, command.Person, ct) is not { } invitation || await people.FindAsync(command.Group, command.Person, ct) is not { } person)
            return CallNoted.NotInvited;
        var now = clock.GetUtcNow();
        // Of a meeting that is off people are still told; once it is over nobody is called again.
        if (command.Answer is CallAnswer.NoAnswer && meeting.IsOver(now))
            return CallNoted.TooLate;
        var after = After(invitation.Value, person.Value, command.Answer, now);
        var (hasSpoken, isOutdated) = (after.Called is { Outcome: CallOutcome.Spoke }, meeting.HasNewsSince(command.SeenAt));
        if (hasSpoken && !isOutdated)
            after = after.Told(meeting);
        var changes = new Changes(Shard.Of(command.Group, command.Person));
        if (after != invitation.Value)
            changes.Change(invitation, after);
        await people.SaveAsync(changes, ct);
        return after.VisitSince is not null ? CallNoted.Visit
            : command.Answer is CallAnswer.NoAnswer ? CallNoted.Again
            : hasSpoken && isOutdated ? CallNoted.Outdated
            : CallNoted.Noted;
    }

    private static Reply? ReplyOf(CallAnswer answer) => answer switch
    {
        CallAnswer.Yes => Reply.Yes,
        CallAnswer.Maybe => Reply.Maybe,
        CallAnswer.No => Reply.No,
        _ => null,
    };

    private static CallNoted? Refused(ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.NotInvited => CallNoted.NotInvited,
        ReplyOutcome.TooLate or ReplyOutcome.Cancelled => CallNoted.TooLate,
        _ => null,
    };
}
