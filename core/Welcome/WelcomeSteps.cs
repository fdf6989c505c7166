using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Welcome;

/// <summary>What a new resident hears from us in the first months.</summary>
public enum WelcomeStep
{
    /// <summary>Welcome, with the numbers of the neighbourhood: at once.</summary>
    Welcome,

    /// <summary>How is it going, and what is on nearby.</summary>
    FollowUp,

    /// <summary>The invitation to the next meeting for residents.</summary>
    Invite,

    /// <summary>Would you like to welcome the next one?</summary>
    AskToWelcome,
}

/// <summary>When each step is due.</summary>
public static class WelcomeSteps
{
    private static readonly TimeOnly Morning = new(10, 0);

    /// <summary>Days after somebody came to live here, or said so.</summary>
    public static int DaysUntil(WelcomeStep step) => step switch
    {
        WelcomeStep.Welcome => 0,
        WelcomeStep.FollowUp => 10,
        WelcomeStep.Invite => 21,
        _ => 60,
    };

    /// <summary>Days it may wait for somebody to be reached, or for a meeting to be planned; after that it would be odd.</summary>
    private static int DaysOpen(WelcomeStep step) => step switch
    {
        WelcomeStep.Welcome or WelcomeStep.AskToWelcome => 30,
        WelcomeStep.FollowUp => 10,
        _ => 60,
    };

    /// <summary>The moment of a step, and of the message that says it: the same whenever it is asked, so that nothing is said twice.</summary>
    public static DateTimeOffset At(WelcomePackage package, WelcomeStep step, SendingHours hours)
    {
        if (step is WelcomeStep.Welcome)
            return package.At;
        var home = hours.At(package.MovedIn, Morning);
        return (home > package.At ? home : package.At).AddDays(DaysUntil(step));
    }

    public static bool IsDue(WelcomePackage package, WelcomeStep step, SendingHours hours, DateTimeOffset now) =>
        !IsDone(package, step) && At(package, step, hours) is var at && now >= at && now < at.AddDays(DaysOpen(step)) && (step is not WelcomeStep.Invite || package.WantsToMeet is not false);

    /// <summary>The first message has still to leave.</summary>
    public static bool IsWaiting(WelcomePackage package, DateTimeOffset now) =>
        package is { WelcomedAt: null, State: not WelcomeState.Declined } && now < package.At.AddDays(DaysOpen(WelcomeStep.Welcome));

    public static IEnumerable<WelcomeStep> Due(WelcomePackage package, SendingHours hours, DateTimeOffset now) =>
        package.State is WelcomeState.Declined ? [] : Enum.GetValues<WelcomeStep>().Where(step => IsDue(package, step, hours, now));

    public static WelcomePackage Done(WelcomePackage package, WelcomeStep step, DateTimeOffset now) => step switch
    {
        WelcomeStep.Welcome => package with { WelcomedAt = now },
        WelcomeStep.FollowUp => package with { FollowedUpAt = now },
        WelcomeStep.Invite => package with { InvitedAt = now },
        _ => package with { AskedToWelcomeAt = now },
    };

    public static MessageKind KindOf(WelcomeStep step) => step switch
    {
        WelcomeStep.Welcome => MessageKind.Welcome,
        WelcomeStep.FollowUp => MessageKind.WelcomeFollowUp,
        WelcomeStep.AskToWelcome => MessageKind.WelcomeTheNext,
        _ => MessageKind.Invitation,
    };

    /// <summary>The meeting that a new resident is told of: the first for residents that leaves time to be asked.</summary>
    public static Meeting? Next(IReadOnlyList<Meeting> meetings, DateTimeOffset now) => meetings
        .Where(meeting => meeting.Audience is Audience.Residents && meeting.CancelledAt is null && meeting.StartsAt > now + TimeToAsk)
        .MinBy(meeting => meeting.StartsAt);

    private static readonly TimeSpan TimeToAsk = TimeSpan.FromDays(1);

    private static bool IsDone(WelcomePackage package, WelcomeStep step) => step switch
    {
        WelcomeStep.Welcome => package.WelcomedAt,
        WelcomeStep.FollowUp => package.FollowedUpAt,
        WelcomeStep.Invite => package.InvitedAt,
        _ => package.AskedToWelcomeAt,
    } is not null;
}
