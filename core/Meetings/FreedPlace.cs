using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>That a place came free for somebody who waited: who still has to be told so by hand.</summary>
public static class FreedPlace
{
    /// <summary>They have a place but do not know it: no message reaches them, or none did in time.</summary>
    public static bool NeedsCall(Meeting meeting, Invitation invitation, DateTimeOffset now) =>
        invitation is { Reply: Reply.Yes, Waiting: false, PlaceFreed: { } freed } && !IsKnown(invitation)
        && (freed.State is HeardState.ByHand || News.IsLate(meeting, freed.Of, now));

    /// <summary>Nothing of a freed place is left to tell: there was none, they heard of it, or they have answered since.</summary>
    public static bool IsKnown(Invitation invitation) => invitation.PlaceFreed is not { } freed || freed.State is HeardState.Told || invitation.RepliedAt > freed.Of;

    /// <summary>The place as it is known once somebody spoke to them.</summary>
    public static Heard? Told(Invitation invitation) => invitation.PlaceFreed is { } freed ? freed with { State = HeardState.Told } : null;
}
