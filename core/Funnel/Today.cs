using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Funnel;

/// <summary>The group's open work that belongs to no meeting.</summary>
public sealed record GroupChores(IReadOnlyList<InboxItem> Questions, IReadOnlyList<UploadedList> Lists, IReadOnlyList<CardEntry> Card, IReadOnlyList<WelcomePackage> Welcomes)
{
    /// <summary>The packages that nobody can bring yet.</summary>
    public IReadOnlyList<WelcomePackage> WithoutAddress { get; init; } = [];
}

/// <param name="Untold">Who does not know how it is, of meetings to come.</param>
public sealed record TodayFacts(
    IReadOnlyList<MeetingOverview> Meetings, IReadOnlyDictionary<MeetingId, Untold> Untold, IReadOnlyList<WaitingNominee> Waiting, GroupChores Chores)
{
    /// <summary>Since when messages wait for an owner; null: none does.</summary>
    public DateTimeOffset? HeldSince { get; init; }
}

/// <summary>Makes one list of what must be done now, the most urgent first.</summary>
public static class Today
{
    /// <summary>Anybody who asks a question expects an answer within a day.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(1);

    /// <summary>Invitations that come later than a fortnight ahead find people's evenings taken.</summary>
    private static readonly TimeSpan ListAhead = TimeSpan.FromDays(14);
    private static readonly TimeSpan SendAhead = TimeSpan.FromDays(10);
    private static readonly TimeSpan LettersAhead = TimeSpan.FromDays(5);
    private static readonly TimeSpan RoundsAhead = TimeSpan.FromDays(2);
    private static readonly TimeSpan FillWithin = TimeSpan.FromDays(1);
    private static readonly TimeSpan TickWithin = TimeSpan.FromDays(1);
    private static readonly TimeSpan ReportWithin = TimeSpan.FromDays(7);

    /// <summary>After that, nobody remembers what was said.</summary>
    private static readonly TimeSpan ReportUseful = TimeSpan.FromDays(90);

    public static IReadOnlyList<TodayTask> Of(TodayFacts facts, Settings settings, DateTimeOffset now) =>
        [.. facts.Meetings.SelectMany(meeting => OfMeeting(meeting, facts.Untold.GetValueOrDefault(meeting.Meeting.Id, Untold.Nobody), now)).Concat(OfGroup(facts, settings, now)).OrderBy(task => task.By).ThenBy(task => task.Kind)];

    private static IEnumerable<TodayTask> OfMeeting(MeetingOverview overview, Untold untold, DateTimeOffset now)
    {
        var meeting = overview.Meeting;
        var tasks = meeting.IsOpen(now) ? Before(overview, now) : meeting.CancelledAt is null ? After(overview, now) : [];
        var since = meeting.NewsAt ?? now;
        if (untold.ToCall.Count > 0)
            tasks = tasks.Append(new TodayTask(TodayKind.TellChange, since, untold.ToCall.Count));
        if (untold.Parts > 0)
            tasks = tasks.Append(new TodayTask(TodayKind.TellPart, meeting.NewsAt ?? Ahead(meeting, RoundsAhead), untold.Parts));
        if (untold.OldLetters > 0)
            tasks = tasks.Append(new TodayTask(TodayKind.OldLetters, since + AnswerWithin, untold.OldLetters));
        return tasks.Select(task => task with { Meeting = meeting, Who = [meeting.ContactName] });
    }

    private static IEnumerable<TodayTask> Before(MeetingOverview overview, DateTimeOffset now)
    {
        var (start, counts) = (overview.Meeting.StartsAt, overview.Funnel.Total);
        var soon = now < start - AnswerWithin ? now + AnswerWithin : start;
        if (overview.UntoldPlaces > 0)
            yield return new(TodayKind.TellPlace, soon, overview.UntoldPlaces);
        if (overview.CallBacks > 0)
            yield return new(TodayKind.CallBack, soon, overview.CallBacks);
        if (NextSteps.IsAtTheDoor(overview.Meeting, now))
        {
            yield return new(TodayKind.CheckIn, start, counts.Yes);
            yield break;
        }

        if (overview.Unsent > overview.Leaving)
            yield return new(TodayKind.Send, Ahead(overview.Meeting, SendAhead), overview.Unsent - overview.Leaving);
        if (overview is { Unsent: 0, ByHand: 0 } && counts.Invited == 0)
            yield return new(TodayKind.UploadList, Ahead(overview.Meeting, ListAhead), 0);
        if (overview.Letters > 0)
            yield return new(TodayKind.Letters, Ahead(overview.Meeting, LettersAhead), overview.Letters);
        if (overview.Doors > 0)
            yield return new(TodayKind.Doors, Ahead(overview.Meeting, RoundsAhead), overview.Doors);
        if (overview.Calls > 0)
            yield return new(TodayKind.Calls, Ahead(overview.Meeting, RoundsAhead), overview.Calls);
        if (overview.Unreached > 0)
            yield return new(TodayKind.FindWay, Ahead(overview.Meeting, RoundsAhead), overview.Unreached);
        if (NextSteps.IsDayBefore(overview.Meeting, now) && counts.Yes + counts.Maybe > 0)
            yield return new(TodayKind.CallDayBefore, start, counts.Yes + counts.Maybe);
        else if (NextSteps.NeedsMore(overview.Meeting, counts, overview.Progress.Seats, overview.Places, now))
            yield return new(TodayKind.InviteMore, Ahead(overview.Meeting, RoundsAhead), NextSteps.Coming(counts, overview.Progress.Seats));
    }

    private static IEnumerable<TodayTask> After(MeetingOverview overview, DateTimeOffset now)
    {
        var end = overview.Meeting.EndsAt;
        if (overview.Next is NextStep.TickAttendance)
            yield return new(TodayKind.TickAttendance, end + TickWithin, overview.Funnel.Total.Yes);
        if (overview.Next is NextStep.Report && now < end + ReportUseful)
            yield return new(TodayKind.Report, end + ReportWithin, 0);
    }

    private static IEnumerable<TodayTask> OfGroup(TodayFacts facts, Settings settings, DateTimeOffset now)
    {
        var (chores, today) = (facts.Chores, settings.Day(now));
        if (facts.HeldSince is { } since)
            yield return new(TodayKind.SpendingHeld, since, 1);
        if (chores.Questions.Count > 0)
            yield return new(TodayKind.Question, chores.Questions.Min(item => item.At) + AnswerWithin, chores.Questions.Count) { Who = Names(chores.Questions.Select(item => item.Name)) };
        foreach (var list in chores.Lists)
            yield return new(TodayKind.ListQuestion, list.At, 1) { List = list.Id, Meeting = facts.Meetings.FirstOrDefault(one => one.Meeting.Id == list.Meeting)?.Meeting };
        foreach (var task in OfWelcomes(chores, settings, now))
            yield return task;
        foreach (var owner in chores.Card.Where(line => line.IsStale(today)).GroupBy(line => line.Owner))
            yield return OnDay(settings, TodayKind.CheckCard, owner.Min(line => line.CheckedOn).AddMonths(CardEntry.GoodForMonths).AddDays(-1), owner.Count()) with { Who = Names([owner.Key.Length > 0 ? owner.Key : null]) };
        if (facts.Waiting.Count > 0)
            yield return new(TodayKind.PlanNext, facts.Waiting.Min(one => one.At) + WaitingNominee.Longest, facts.Waiting.Count);
    }

    private static IEnumerable<TodayTask> OfWelcomes(GroupChores chores, Settings settings, DateTimeOffset now)
    {
        var today = settings.Day(now);
        var toBring = chores.Welcomes.Where(package => package.IsOpen).Except(chores.WithoutAddress).ToList();
        if (toBring.Count > 0)
            yield return OnDay(settings, TodayKind.BringWelcome, toBring.Min(package => DueOn(package, settings)), toBring.Count) with { Who = Names(toBring) };
        if (chores.WithoutAddress.Count > 0)
            yield return OnDay(settings, TodayKind.FindAddress, chores.WithoutAddress.Min(package => DueOn(package, settings)), chores.WithoutAddress.Count) with { Who = Names(chores.WithoutAddress) };
        var unsure = chores.Welcomes.Where(package => package.IsHomeUnsure).ToList();
        if (unsure.Count > 0)
            yield return OnDay(settings, TodayKind.ConfirmHome, unsure.Min(package => package.MovedIn).AddDays(WelcomePackage.DaysToBring), unsure.Count) with { Who = Names(unsure) };
        var untold = chores.Welcomes.Where(package => WelcomeSteps.IsWaiting(package, now)).ToList();
        if (untold.Count > 0 && chores.Card.All(line => line.Place is not null || line.IsStale(today)))
            yield return new(TodayKind.FillCard, untold.Min(package => package.At) + FillWithin, untold.Count) { Who = Names(untold) };
    }

    /// <summary>This long before the meeting, but at least a day after it was planned: a meeting planned late is not overdue at once.</summary>
    private static DateTimeOffset Ahead(Meeting meeting, TimeSpan span)
    {
        var planned = meeting.CreatedAt.AddDays(1);
        var inTime = meeting.StartsAt - span;
        return inTime > planned ? inTime : planned < meeting.StartsAt ? planned : meeting.StartsAt;
    }

    private static DateOnly DueOn(WelcomePackage package, Settings settings) => package.DueOn ?? settings.Day(package.At).AddDays(WelcomePackage.DaysToBring);

    private static IReadOnlyList<string> Names(IEnumerable<WelcomePackage> packages) => Names(packages.Select(package => package.Name));

    private static IReadOnlyList<string> Names(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct()];

    private static TodayTask OnDay(Settings settings, TodayKind kind, DateOnly day, int count) => new(kind, settings.Midnight(day.AddDays(1)), count) { Day = day };
}
