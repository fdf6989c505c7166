using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What is done about something that a resident wrote, beside keeping it in the conversation.</summary>
/// <param name="Person">As they are from now on.</param>
public sealed record Decision(Person Person)
{
    /// <summary>Invitations as they are from now on.</summary>
    public IReadOnlyDictionary<MeetingId, Invitation> Invitations { get; init; } = new Dictionary<MeetingId, Invitation>();

    /// <summary>The places of the meeting; null: as they are.</summary>
    public Seats? Seats { get; init; }

    /// <summary>What they hear of it at once.</summary>
    public Message? Answer { get; init; }

    /// <summary>Goes to a person, and an organiser hears of it.</summary>
    public InboxItem? ForInbox { get; init; }

    /// <summary>What is done instead where the inbox has the same from another message.</summary>
    public Decision? IfSaidBefore { get; init; }

    /// <summary>Put on the number or address that it came from.</summary>
    public Suppression? Block { get; init; }

    /// <summary>All messages to them end, or may begin again.</summary>
    public StopChange Stop { get; init; }

    /// <summary>Changes more than the rows of the person: done in steps, of which each may be the last.</summary>
    public bool ReachesElsewhere => this is { Seats: not null } or { ForInbox: not null } or { Block: not null } or { Stop: not StopChange.None };

    public Decision With(Invitation invitation) => this with { Invitations = new Dictionary<MeetingId, Invitation>(Invitations) { [invitation.Meeting] = invitation } };
}

public enum StopChange
{
    None,
    Stops,
    Lifts,
}
