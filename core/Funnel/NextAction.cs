using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>What happens next for one invitation: by us, automatically, or nothing.</summary>
public enum NextAction
{
    None,

    /// <summary>An organiser clicks Send.</summary>
    Send,

    /// <summary>It goes out automatically.</summary>
    Leave,
    Post,
    Ring,
    Call,

    /// <summary>A question waits in the inbox.</summary>
    Answer,

    /// <summary>They have it, and may answer.</summary>
    Wait,

    /// <summary>They are unsure: a call helps.</summary>
    Encourage,

    /// <summary>They wait for a place.</summary>
    WaitForPlace,

    /// <summary>They are coming, and will get an automatic reminder.</summary>
    Remind,

    /// <summary>They come, and know it.</summary>
    Come,

    /// <summary>Nothing reaches them any more.</summary>
    FindWay,

    /// <summary>Nobody noted whether they came.</summary>
    Tick,

    /// <summary>They came, and will be thanked automatically.</summary>
    Thank,
}

/// <summary>Says what happens next for an invitation.</summary>
public static class NextActions
{
    public static NextAction Of(Invitation invitation, Meeting meeting, DateTimeOffset now) => meeting switch
    {
        { CancelledAt: not null } => NextAction.None,
        _ when meeting.IsOver(now) => After(invitation),
        _ => Before(invitation),
    };

    private static NextAction Before(Invitation invitation) => invitation switch
    {
        { Attendance: not Attendance.Unknown } or { Reply: Reply.No or Reply.Stop } or { Delivery: Delivery.Suppressed } => NextAction.None,
        { Waiting: true } => NextAction.WaitForPlace,
        { Reply: Reply.Yes, RemindedAt: null } => NextAction.Remind,
        { Reply: Reply.Yes } => NextAction.Come,
        { Reply: Reply.Maybe } => NextAction.Encourage,
        { Reply: Reply.Question } => NextAction.Answer,
        { Source: Source.WalkIn } => NextAction.None,
        { VisitSince: not null } => NextAction.Ring,
        { Delivery: Delivery.Created } => NextAction.Send,
        { Delivery: Delivery.Queued or Delivery.Sending } => NextAction.Leave,
        { Delivery: Delivery.PermanentFailure } => NextAction.FindWay,
        { Delivery: Delivery.HandedOn, Channel: Channel.Letter } => NextAction.Post,
        { Delivery: Delivery.HandedOn, Channel: Channel.Door } => NextAction.Ring,
        { Delivery: Delivery.HandedOn } => NextAction.Call,
        _ => NextAction.Wait,
    };

    private static NextAction After(Invitation invitation) => invitation switch
    {
        { Attendance: Attendance.Attended, ThankedAt: null } => NextAction.Thank,
        { Reply: Reply.Yes, Waiting: false, Attendance: Attendance.Unknown } => NextAction.Tick,
        _ => NextAction.None,
    };
}
