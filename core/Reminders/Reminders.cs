using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Reminders;

/// <summary>What the timer does for a meeting.</summary>
public enum Step
{
    /// <summary>The one repeat, three days after an invitation that was not answered.</summary>
    Nudge,

    /// <summary>The day before, to all who said yes.</summary>
    Remind,

    /// <summary>The day after: thanks to those who came, "we missed you" to those who said yes and did not.</summary>
    Thank,

    /// <summary>A week after: the organiser has not told what came of it.</summary>
    NoticeReport,

    /// <summary>What came of it, to everybody who was invited and did not say stop.</summary>
    TellReport,
    TellChange,
    TellCancellation,
}

/// <param name="Day">The local day of the meeting.</param>
/// <param name="AttendanceKept">Somebody was ticked as present: then a yes without a tick stayed away.</param>
/// <param name="IsReminderDue">It is the hour of the reminder, or past it.</param>
public sealed record StepRun(Meeting Meeting, DateOnly Day, bool AttendanceKept = false, bool IsReminderDue = false);

/// <summary>When each step is due, and for whom.</summary>
public static class Reminders
{
    public const int MaxAskedInARow = 2;
    public static readonly TimeSpan NudgeAfter = TimeSpan.FromDays(3);
    public static readonly TimeSpan ReportAfter = TimeSpan.FromDays(7);
    public static readonly TimeSpan RemindAhead = TimeSpan.FromDays(7);
    public static readonly TimeSpan ThankLater = TimeSpan.FromDays(14);

    /// <summary>No message is in doubt for longer, also where the machine was off for a weekend. One that stays so for ever keeps no step from its end.</summary>
    private static readonly TimeSpan DoubtPeriod = TimeSpan.FromDays(3);
    private static readonly TimeOnly Morning = new(10, 0);
    private static readonly TimeOnly Afternoon = new(16, 0);

    /// <summary>Days after the meeting on which late ticks of the attendance still lead to thanks.</summary>
    private const int ThankDays = 5;

    public static IReadOnlyList<Step> Due(Meeting meeting, Plan plan, SendingHours hours, DateTimeOffset now)
    {
        if (meeting.CancelledAt is not null)
            return plan.CancellationToldAt is null && now < meeting.StartsAt ? [Step.TellCancellation] : [];
        var due = new List<Step>();
        // Before the others: somebody who hears the new time needs no reminder as well.
        if (meeting.ChangedAt is not null && plan.ChangeTold != meeting.ChangedAt && meeting.IsOpen(now))
            due.Add(Step.TellChange);
        if (plan.Lets(Step.Nudge) && now >= plan.MovedTo(Step.Nudge) && now < meeting.DayBeforeFrom && IsNewDay(plan.NudgedAt, hours, now))
            due.Add(Step.Nudge);
        if (plan.Lets(Step.Remind) && now >= NextRemindAt(meeting, plan, hours) && now < meeting.StartsAt)
            due.Add(Step.Remind);
        if (plan.Lets(Step.Thank) && NextThanks(meeting, plan, hours, now) == now)
            due.Add(Step.Thank);
        if (meeting.ReportedAt is null && plan.ReportNoticeAt is null && now >= meeting.EndsAt + ReportAfter)
            due.Add(Step.NoticeReport);
        if (meeting.ReportedAt is not null && plan.ReportToldAt is null)
            due.Add(Step.TellReport);
        return due;
    }

    public static Plan Done(Plan plan, Step step, Meeting meeting, SendingHours hours, DateTimeOffset now) => step switch
    {
        Step.TellReport => plan with { ReportToldAt = now },
        Step.TellCancellation => plan with { CancellationToldAt = now },
        Step.TellChange => plan with { ChangeTold = meeting.ChangedAt },
        Step.Nudge => plan with { NudgedAt = now },
        Step.Remind when hours.Day(meeting.StartsAt) is var day => plan with { RemindedOf = day, RemindedLastOf = now >= RemindAt(meeting, hours) ? day : plan.RemindedLastOf },
        Step.Thank => plan with { ThankedAt = now },
        _ => plan with { ReportNoticeAt = now },
    };

    /// <summary>The last afternoon before the day of the meeting on which messages may leave.</summary>
    public static DateTimeOffset RemindAt(Meeting meeting, SendingHours hours)
    {
        var day = hours.Day(meeting.StartsAt).AddDays(-1);
        while (SendingHours.Hours(day) is null)
            day = day.AddDays(-1);
        var closes = SendingHours.Hours(day)!.Value.Closes;
        return hours.At(day, closes > Afternoon ? Afternoon : closes.AddHours(-2));
    }

    /// <summary>As the organiser chose; for a meeting that moved since then, at the usual moment again.</summary>
    public static DateTimeOffset RemindAt(Meeting meeting, Plan plan, SendingHours hours) =>
        plan.MovedTo(Step.Remind) is var chosen && chosen < meeting.StartsAt && chosen >= meeting.StartsAt - RemindAhead && !(chosen <= meeting.ChangedAt) ? chosen : RemindAt(meeting, hours);

    public static DateTimeOffset ThankAt(Meeting meeting, Plan plan, SendingHours hours) =>
        plan.MovedTo(Step.Thank) is var chosen && chosen > meeting.EndsAt && chosen <= meeting.EndsAt + ThankLater ? chosen : hours.At(hours.Day(meeting.EndsAt).AddDays(1), Morning);

    /// <summary>When thanks leave for whoever is ticked now: they do once a day. Null: it is too late for a message.</summary>
    public static DateTimeOffset? NextThanks(Meeting meeting, Plan plan, SendingHours hours, DateTimeOffset now)
    {
        var from = ThankAt(meeting, plan, hours);
        var day = hours.Day(from > now ? from : now);
        if (plan.ThankedAt is { } last && hours.Day(last) >= day)
            day = hours.Day(last).AddDays(1);
        var next = new[] { from, now, hours.At(day, Morning) }.Max();
        return next < from.AddDays(ThankDays) ? next : null;
    }

    /// <summary>Whether a reminder will leave for whoever has a place now.</summary>
    public static bool StillReminds(Meeting meeting, Plan plan, SendingHours hours, DateTimeOffset now) => now < meeting.StartsAt && NextRemindAt(meeting, plan, hours) is not null;

    /// <summary>What the step makes of one invitation; null when it does not concern it.</summary>
    /// <param name="run">What is true of the whole meeting while the step runs.</param>
    public static (Invitation After, MessageKind? Tell)? For(Step step, Invitation invitation, StepRun run, DateTimeOffset now) => step switch
    {
        Step.Nudge when NeedsNudge(invitation, now) => (invitation with { NudgedAt = now }, MessageKind.Nudge),
        Step.Remind when HasPlace(invitation) && invitation.RemindedOf != run.Day => (Reminded(invitation, run, now), MessageKind.Reminder),
        Step.Thank when invitation is { Attendance: Attendance.Attended, ThankedAt: null } => (invitation with { ThankedAt = now }, MessageKind.Thanks),
        // Who got a place and never heard of it was not missed.
        Step.Thank when run.AttendanceKept && invitation is { Reply: Reply.Yes, Waiting: false, Attendance: not Attendance.Attended, ThankedAt: null } && FreedPlace.IsKnown(invitation) =>
            (invitation with { ThankedAt = now, Attendance = Attendance.NoShow }, MessageKind.MissedYou),
        Step.TellReport when invitation.ReportedAt is null && IsTold(invitation) =>
            (invitation with { ReportedAt = now }, MessageKind.WhatCameOfIt),
        Step.TellChange when MustHear(run.Meeting, invitation) is { } heard =>
            (run.IsReminderDue && HasPlace(invitation) ? Reminded(invitation, run, now) with { News = heard } : invitation with { News = heard }, ByMessage(heard, MessageKind.MeetingChanged)),
        Step.TellCancellation when MustHear(run.Meeting, invitation) is { } heard => (invitation with { News = heard }, ByMessage(heard, MessageKind.MeetingCancelled)),
        _ => null,
    };

    /// <summary>Its message was claimed, and may be leaving with the day and place from before the news: once it has left, they have to hear of it too.</summary>
    public static bool IsAwaited(Step step, Invitation invitation, Meeting meeting, DateTimeOffset now) => step is Step.TellChange or Step.TellCancellation
        && invitation is { Delivery: Delivery.Sending, Reply: Reply.None or Reply.Question } && now < meeting.NewsAt + DoubtPeriod;

    /// <summary>Nobody is asked to name neighbours after more than two meetings in a row; a meeting without the question is a pause.</summary>
    /// <param name="asked">The meetings after which this person was asked before.</param>
    public static bool MayAskToNominate(IReadOnlyList<MeetingId> asked, Meeting meeting, IReadOnlyList<Meeting> all)
    {
        var before = all.Where(m => m.CancelledAt is null && m.Audience == meeting.Audience && m.StartsAt < meeting.StartsAt)
            .OrderByDescending(m => m.StartsAt).Take(MaxAskedInARow).ToList();
        return before.Count < MaxAskedInARow || !before.All(m => asked.Contains(m.Id));
    }

    /// <summary>Asked after this meeting too.</summary>
    public static Person NoteAskedToNominate(Person person, MeetingId meeting) => person with
    {
        AskedToNominate = [meeting, .. person.AskedToNominate.Take(MaxAskedInARow - 1)],
        // The number may predate this count; the listed meetings give a minimum.
        TimesAsked = Math.Max(person.TimesAsked, person.AskedToNominate.Count) + 1,
    };

    /// <summary>The moment that the message of a step carries: for news, that of the news itself, so that the same news is the same message.</summary>
    public static DateTimeOffset At(Step step, Meeting meeting, DateTimeOffset now) => step switch
    {
        Step.TellChange => meeting.ChangedAt ?? now,
        Step.TellCancellation => meeting.CancelledAt ?? now,
        _ => now,
    };

    /// <summary>Whoever gets a place after a reminder that left early is reminded at the usual moment. Null: no more leave.</summary>
    private static DateTimeOffset? NextRemindAt(Meeting meeting, Plan plan, SendingHours hours) => hours.Day(meeting.StartsAt) switch
    {
        var day when plan.RemindedOf != day => RemindAt(meeting, plan, hours),
        var day when plan.RemindedLastOf != day => RemindAt(meeting, hours),
        _ => null,
    };

    private static bool HasPlace(Invitation invitation) => invitation is { Reply: Reply.Yes, Waiting: false };

    private static Invitation Reminded(Invitation invitation, StepRun run, DateTimeOffset now) => invitation with { RemindedAt = now, RemindedOf = run.Day };

    /// <summary>Once for each change. People invited on paper who have not answered can only be told at the door.</summary>
    private static Heard? MustHear(Meeting meeting, Invitation invitation) =>
        meeting.NewsAt is { } of && invitation.News?.Of != of && News.Concerns(meeting, invitation)
        && (invitation.Reply is Reply.Yes or Reply.Maybe || invitation.Channel is Channel.Sms or Channel.Email)
            // Somebody can call or ring before the hours in which messages leave.
            ? Heard.OnItsWay(of, invitation.News) with { State = invitation.Channel is Channel.Sms or Channel.Email ? HeardState.OnItsWay : HeardState.ByHand }
            : null;

    private static MessageKind? ByMessage(Heard heard, MessageKind kind) => heard.State is HeardState.ByHand ? null : kind;

    /// <summary>Whoever was there or answered, and whoever was asked by message. People who only got paper cannot be sent a message.</summary>
    private static bool IsTold(Invitation invitation) => invitation.Reply is not Reply.Stop && invitation.Delivery is not Delivery.Suppressed
        && (invitation.Attendance is Attendance.Attended || invitation.Reply is not Reply.None || invitation is { SentAt: not null, Channel: Channel.Sms or Channel.Email });

    private static bool NeedsNudge(Invitation invitation, DateTimeOffset now) => invitation is
    {
        Reply: Reply.None, NudgedAt: null, Channel: Channel.Sms or Channel.Email, Delivery: Delivery.Sent or Delivery.Delivered, SentAt: { } sentAt,
    } && now >= sentAt + NudgeAfter;

    private static bool IsNewDay(DateTimeOffset? last, SendingHours hours, DateTimeOffset now) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, hours.Zone).DateTime) >= Morning
        && (last is null || hours.Day(last.Value) < hours.Day(now));
}
