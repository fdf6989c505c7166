using Outreach.Contacts;
using Outreach.Records;
using Outreach.Sending;

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

    /// <summary>They came, and it was noted too late for a message.</summary>
    TooLateToThank,
}

/// <summary>Messages of a meeting that still leave automatically.</summary>
public readonly record struct StillLeaves(bool Reminder, bool Thanks)
{
    public static StillLeaves Of(Meeting meeting, Plan plan, SendingHours hours, DateTimeOffset now) =>
        new(Reminders.Reminders.StillReminds(meeting, plan, hours, now), Reminders.Reminders.NextThanks(meeting, plan, hours, now) is not null);
}

/// <summary>Says what happens next for an invitation.</summary>
public static class NextActions
{
    public static NextAction Of(Invitation invitation, Meeting meeting, StillLeaves leaves, DateTimeOffset now) => meeting switch
    {
        { CancelledAt: not null } => NextAction.None,
        _ when meeting.IsOver(now) => After(invitation, leaves),
        _ => Before(invitation, leaves),
    };

    private static NextAction Before(Invitation invitation, StillLeaves leaves) => invitation switch
    {
        { Attendance: not Attendance.Unknown } or { Reply: Reply.No or Reply.Stop } or { Delivery: Delivery.Suppressed } => NextAction.None,
        { Waiting: true } => NextAction.WaitForPlace,
        { Reply: Reply.Yes, RemindedAt: null } when leaves.Reminder => NextAction.Remind,
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

    private static NextAction After(Invitation invitation, StillLeaves leaves) => invitation switch
    {
        { Attendance: Attendance.Attended, ThankedAt: null } => leaves.Thanks ? NextAction.Thank : NextAction.TooLateToThank,
        { Reply: Reply.Yes, Waiting: false, Attendance: Attendance.Unknown } => NextAction.Tick,
        _ => NextAction.None,
    };
}
