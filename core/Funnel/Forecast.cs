using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>How far a forecast can be trusted.</summary>
public enum Certainty
{
    /// <summary>Fewer answers than say anything: there is no forecast.</summary>
    TooFew,
    Rough,
    Fair,
    Good,
}

/// <summary>Eight times in ten the outcome lies between low and high.</summary>
public readonly record struct Expected(int Low, int Likely, int High);

/// <summary>What would fill the meeting. Null where it is of no use any more, or nobody can be asked.</summary>
/// <param name="Missing">People short of what the meeting is meant for.</param>
/// <param name="Invite">How many more invitations.</param>
/// <param name="AskForNames">Or how many people who came before to ask for names of neighbours.</param>
/// <param name="IsLate">Whoever is invited now has no time left to plan for it.</param>
public sealed record Advice(int Missing, int? Invite, int? AskForNames, bool IsLate = false);

/// <summary>How often a yes became a visit, at earlier meetings for the same people.</summary>
/// <param name="Attended">Came, of those who said yes.</param>
/// <param name="People">People who came before, and can be asked for names.</param>
public readonly record struct Turnout(int Yes, int Attended, int People)
{
    /// <summary>With one more meeting. Somebody who walked in had not said yes; and a meeting where nobody was ticked says nothing about who came.</summary>
    public Turnout With(MeetingFunnel meeting)
    {
        var all = meeting.Total;
        if (all.Attended == 0)
            return this;
        var walkedIn = meeting.By["source"].GetValueOrDefault(EnumWord.Of(Source.WalkIn), FunnelCounts.None);
        var (yes, came) = (all.Yes - walkedIn.Yes, all.Attended - walkedIn.Attended);
        return new Turnout(Yes + yes, Attended + Math.Min(came, yes), Math.Max(People, all.Attended));
    }
}

/// <param name="ToLeave">On a list or on their way, and not invited yet.</param>
/// <param name="Named">Invited because a neighbour named them.</param>
/// <param name="NamedYes">Of those, the number who said yes.</param>
public sealed record ForecastFacts(Meeting Meeting, Progress Progress, int ToLeave, int Named, int NamedYes, Turnout Before);

/// <summary>How a meeting will fill at the rate at which answers come in.</summary>
/// <param name="Seats">Places that will be taken by those who say yes.</param>
/// <param name="Come">People who will be there: some who say yes do not come.</param>
/// <param name="StaysEmpty">Even at its best less than half of what the meeting is meant for.</param>
public sealed record Forecast(Certainty Certainty, Expected Seats, Expected Come, Advice? Advice, bool StaysEmpty)
{
    public const int MinAnswers = 10;

    /// <summary>Half of those who will answer have done so after a day and a half; a nudge after three days brings the next.</summary>
    private static readonly TimeSpan HalfAnswered = TimeSpan.FromHours(36);

    /// <summary>When nothing is known of earlier meetings, seven in ten who say yes come.</summary>
    private const double UsualTurnout = 0.7;
    private const double UsualWeight = 10;

    /// <summary>Standard deviations on either side of the mean that hold 80 % of a normal distribution.</summary>
    private const double EightInTen = 1.28;

    /// <summary>People named by somebody they know say yes twice as often as people from a list.</summary>
    private const double NamedFactor = 2;
    private const double MaxNamedRate = 0.6;

    /// <summary>Of the neighbours that somebody may name, they name about half.</summary>
    private const double NamesUsed = 0.5;
    private const double Enough = 0.9;
    private static readonly TimeSpan TooLateToInvite = TimeSpan.FromDays(2);
    private static readonly TimeSpan Near = TimeSpan.FromDays(7);

    /// <summary>What the meeting is meant for.</summary>
    public static int TargetOf(Meeting meeting) => meeting.Capacity ?? Meeting.EnoughPeople;

    public static Forecast Of(ForecastFacts facts, DateTimeOffset now)
    {
        var left = facts.Meeting.StartsAt - now;
        var taken = facts.Progress.Seats;
        if (facts.Progress.Answered < MinAnswers || left <= TimeSpan.Zero)
        {
            var isQuiet = left > TimeSpan.Zero && left < Near && facts.Progress.SentHours.Count > 0 && taken < TargetOf(facts.Meeting) / 2.0;
            return new Forecast(Certainty.TooFew, new Expected(taken, taken, taken), new Expected(0, 0, taken), null, isQuiet);
        }

        var rate = Rate(facts.Progress, now);
        var more = rate * StillToAnswer(facts, now);
        var spread = Math.Sqrt(more + (more * more / Math.Max(1, facts.Progress.Yes.Count)));
        var seats = Within(facts.Meeting, taken + more, spread, taken);
        var (turnout, turnoutSpread) = TurnoutOf(facts.Before);
        var likely = Math.Min(taken + more, facts.Meeting.Capacity ?? int.MaxValue) * turnout;
        var comeSpread = Math.Sqrt((likely * (1 - turnout)) + Math.Pow(turnout * spread, 2) + Math.Pow(turnoutSpread * (taken + more), 2));
        var come = Within(facts.Meeting, likely, comeSpread, 0);
        return new Forecast(CertaintyOf(come), seats, come, Advise(facts, come.Likely, rate * turnout, left), come.High < TargetOf(facts.Meeting) / 2.0);
    }

    /// <summary>The share of its answers that an invitation of this age has brought.</summary>
    public static double AnsweredAfter(TimeSpan age) => age <= TimeSpan.Zero ? 0 : 1 - Math.Pow(2, -age / HalfAnswered);

    /// <summary>Seats that one invitation brings in the end. People who answered at a door were not written to.</summary>
    private static double Rate(Progress progress, DateTimeOffset now)
    {
        var heard = progress.SentHours.Sum(hour => hour.Invited * AnsweredAfter(now - hour.At));
        return heard > 0 ? Math.Min(1, progress.SentHours.Sum(hour => hour.Seats) / heard) : 0;
    }

    private static double StillToAnswer(ForecastFacts facts, DateTimeOffset now)
    {
        var start = facts.Meeting.StartsAt;
        return facts.Progress.SentHours.Sum(hour => hour.Invited * (AnsweredAfter(start - hour.At) - AnsweredAfter(now - hour.At)))
            + (facts.ToLeave * AnsweredAfter(start - now));
    }

    /// <summary>What is known of earlier meetings weighs more, the more of them there were.</summary>
    private static (double Rate, double Spread) TurnoutOf(Turnout before)
    {
        var (came, said) = (Math.Min(before.Attended, before.Yes) + (UsualTurnout * UsualWeight), before.Yes + UsualWeight);
        var rate = came / said;
        return (rate, Math.Sqrt(rate * (1 - rate) / (said + 1)));
    }

    private static Expected Within(Meeting meeting, double likely, double spread, int least)
    {
        int Bound(double value) => Math.Clamp((int)Math.Round(value), least, Math.Max(least, meeting.Capacity ?? int.MaxValue));
        return new Expected(Bound(likely - (EightInTen * spread)), Bound(likely), Bound(likely + (EightInTen * spread)));
    }

    private static Certainty CertaintyOf(Expected come) => ((come.High - come.Low) / (double)Math.Max(1, come.Likely)) switch
    {
        > 0.7 => Certainty.Rough,
        > 0.35 => Certainty.Fair,
        _ => Certainty.Good,
    };

    private static Advice? Advise(ForecastFacts facts, int come, double visitsPerInvitation, TimeSpan left)
    {
        var target = TargetOf(facts.Meeting);
        // Where every place is taken, more invitations only make the line longer.
        if (come >= target * Enough || facts.Progress.Seats >= facts.Meeting.Capacity)
            return null;
        var missing = target - come;
        var inTime = visitsPerInvitation * AnsweredAfter(left);
        if (left < TooLateToInvite || inTime <= 0)
            return new Advice(missing, null, null, left < TooLateToInvite);
        var namedRate = facts.Named >= MinAnswers ? (double)facts.NamedYes / facts.Named : Math.Min(MaxNamedRate, visitsPerInvitation * NamedFactor);
        var visitsPerNamer = namedRate * Math.Max(1, facts.Meeting.Quota * NamesUsed) * AnsweredAfter(left);
        var namers = visitsPerNamer > 0 && facts.Meeting.Quota > 0 ? (int)Math.Ceiling(missing / visitsPerNamer) : int.MaxValue;
        return new Advice(missing, UpToTen(missing / inTime), namers <= facts.Before.People ? namers : null);
    }

    private static int UpToTen(double people) => (int)Math.Min(100_000, Math.Ceiling(people / 10) * 10);
}
