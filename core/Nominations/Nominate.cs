using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Nominations;

/// <param name="MayNameMe">The invitation may say who named them.</param>
/// <param name="Agreed">The nominator asked the nominee, and they agreed.</param>
public sealed record NominateCommand(GroupId Group, PersonId Nominator, MeetingId Meeting, Candidate Nominee, bool MayNameMe, bool Agreed);

public abstract record NominateOutcome
{
    private NominateOutcome()
    {
    }

    /// <summary>Also for somebody who was invited already, or said stop: the nominator never learns of that.</summary>
    public sealed record Nominated(int Left) : NominateOutcome;

    public sealed record PassedOn(Code Code, int Left) : NominateOutcome;

    public sealed record QuotaReached : NominateOutcome;

    public sealed record NotAttended : NominateOutcome;

    public sealed record NotAgreed : NominateOutcome;

    /// <summary>The neighbour's number or address is the nominator's own: a chain would lead in a circle.</summary>
    public sealed record Themselves : NominateOutcome;

    /// <summary>All that was given belongs to somebody whom we know by another name. Nobody is invited; it counts as named, for whose a number is, the nominator never learns.</summary>
    public sealed record OthersNumber : NominateOutcome;

    /// <summary>It says more than a name. What it tells of somebody's health or life is not kept.</summary>
    public sealed record MoreThanAName : NominateOutcome;

    public sealed record NoMeeting : NominateOutcome;
}

/// <summary>The rules of the snowball.</summary>
public static class Snowball
{
    /// <summary>
    /// Where a nominee is invited: the meeting itself while it has not begun, else the next in its series (or area, or at all for the same audience). Null: there is none yet.
    /// </summary>
    public static Meeting? Target(Meeting meeting, IReadOnlyList<Meeting> all, DateTimeOffset now) => Target(meeting, all, candidate => now < candidate.StartsAt);

    /// <summary>The same for somebody who has to hear of it by message: it leaves at once, or when messages may leave again, and not just before the meeting.</summary>
    public static Meeting? Target(Meeting meeting, IReadOnlyList<Meeting> all, SendingHours hours, DateTimeOffset now)
    {
        var opening = hours.NextOpening(now);
        return Target(meeting, all, candidate => now < candidate.StartsAt && (opening == now || !News.CannotWait(candidate, opening, now)));
    }

    private static Meeting? Target(Meeting meeting, IReadOnlyList<Meeting> all, Func<Meeting, bool> isInTime)
    {
        if (meeting.CancelledAt is null && isInTime(meeting))
            return meeting;
        var coming = all.Where(m => m.CancelledAt is null && m.Id != meeting.Id && m.StartsAt > meeting.StartsAt && m.Audience == meeting.Audience && isInTime(m))
            .OrderBy(m => m.StartsAt).ToList();
        return coming.FirstOrDefault(m => m.Series is not null && m.Series == meeting.Series)
            ?? coming.FirstOrDefault(m => m.Area is not null && m.Area == meeting.Area)
            ?? coming.FirstOrDefault();
    }

    /// <summary>How many more may be named; a quota may have been lowered after more were.</summary>
    public static int Left(Meeting meeting, int used) => Math.Max(0, meeting.Quota - used);

    /// <summary>An attendee may name as many as the quota of the meeting they came to.</summary>
    public static NominateOutcome? Refusal(Invitation? attended, Meeting meeting) => attended switch
    {
        not { Attendance: Attendance.Attended } => new NominateOutcome.NotAttended(),
        _ when attended.Nominations >= meeting.Quota => new NominateOutcome.QuotaReached(),
        _ => null,
    };
}

/// <summary>An attendee names a neighbour.</summary>
public sealed class Nominate(PeopleStore people, Allowances allowances, GroupStore groups, NumberOwner owners, TakeQuota quota, InviteNominee invite)
{
    public async Task<NominateOutcome> HandleAsync(NominateCommand command, CancellationToken ct)
    {
        if (!command.Agreed)
            return new NominateOutcome.NotAgreed();
        if (command.Nominee.Name is { } name && !OnlyName.Is(name))
            return new NominateOutcome.MoreThanAName();
        if (await allowances.CameToAsync(command.Group, command.Nominator, command.Meeting, ct) is not var (attended, at))
            return new NominateOutcome.NoMeeting();
        var nominator = (await people.FindAsync(command.Group, command.Nominator, ct))?.Value;
        if (nominator is not null && IsSame(nominator, command.Nominee))
            return new NominateOutcome.Themselves();
        var taken = await quota.HandleAsync(command.Group, at, command.Nominator, command.Nominee, ct);
        if (taken.Refusal is { } refusal)
            return refusal;
        var own = await owners.WithoutOthersAsync(command.Group, command.Nominee, command.Nominee.Address, ct);
        if (own is { Mobile: null, Landline: null, Email: null })
            return new NominateOutcome.OthersNumber();
        await invite.HandleAsync(await groups.GetAsync(command.Group, ct), attended, own, OriginOf(nominator, command.Nominator, command.MayNameMe), ct);
        return new NominateOutcome.Nominated(Snowball.Left(at, taken.Used));
    }

    private static bool IsSame(Person nominator, Candidate nominee) =>
        (nominee.Mobile?.Value is { } mobile && mobile == nominator.Mobile?.Value)
        || (nominee.Landline?.Value is { } landline && landline == nominator.Landline?.Value)
        || (nominee.Email?.Value is { } email && email == nominator.Email?.Value);

    public static Origin OriginOf(Person? nominator, PersonId id, bool mayName) => new(Source.Nomination)
    {
        Nominator = id,
        Wave = (nominator?.Wave ?? 0) + 1,
        Seed = nominator?.Seed ?? id,
        MayNameNominator = mayName,
    };
}
