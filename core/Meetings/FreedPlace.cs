using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>That a place came free for somebody who waited: who still has to be told so by hand. Pure.</summary>
public static class FreedPlace
{
    /// <summary>They have a place but do not know it: no message reaches them, or none did in time.</summary>
    public static bool NeedsCall(Meeting meeting, Invitation invitation, DateTimeOffset now) =>
        invitation is { Reply: Reply.Yes, Waiting: false, PlaceFreed: { State: not HeardState.Told } freed } && !(invitation.RepliedAt > freed.Of)
        && (freed.State is HeardState.ByHand || News.IsLate(meeting, freed.Of, now));

    /// <summary>The place as it is known once somebody spoke to them.</summary>
    public static Heard? Told(Invitation invitation) => invitation.PlaceFreed is { } freed ? freed with { State = HeardState.Told } : null;
}
