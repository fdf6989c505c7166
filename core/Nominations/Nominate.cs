using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

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

/// <summary>
/// An attendee names a neighbour. The quota is taken first, under the neighbour's hash, so that naming the same one again (or a crash between) neither counts
/// nor invites twice.
/// </summary>
public sealed class Nominate(PeopleStore people, Allowances allowances, GroupStore groups, InviteNominee invite, ContactHasher hasher, TimeProvider clock)
{
    public async Task<NominateOutcome> HandleAsync(NominateCommand command, CancellationToken ct)
    {
        if (!command.Agreed)
            return new NominateOutcome.NotAgreed();
        if (command.Nominee.Name is { } name && !OnlyName.Is(name))
            return new NominateOutcome.MoreThanAName();
        if (await allowances.CameToAsync(command.Group, command.Nominator, command.Meeting, ct) is not var (attended, at))
            return new NominateOutcome.NoMeeting();
        var group = await groups.GetAsync(command.Group, ct);
        var nominator = (await people.FindAsync(command.Group, command.Nominator, ct))?.Value;
        if (nominator is not null && IsSame(nominator, command.Nominee))
            return new NominateOutcome.Themselves();
        var newcomer = new Newcomer(command.Nominee, GroundAt(clock.GetUtcNow()), OriginOf(nominator, command.Nominator, command.MayNameMe));
        var hash = newcomer.Hashes(group.Id, hasher)[0];
        var taken = await Retry.OnConflictAsync(() => TakeQuotaAsync(group.Id, at, command.Nominator, hash, ct));
        if (taken.Refusal is { } refusal)
            return refusal;

        await invite.HandleAsync(group, attended, newcomer, ct);
        return new NominateOutcome.Nominated(Snowball.Left(at, taken.Used));
    }

    private static bool IsSame(Person nominator, Candidate nominee) =>
        (nominee.Mobile?.Value is { } mobile && mobile == nominator.Mobile?.Value)
        || (nominee.Landline?.Value is { } landline && landline == nominator.Landline?.Value)
        || (nominee.Email?.Value is { } email && email == nominator.Email?.Value);

    /// <summary>They agreed, as the nominator says.</summary>
    public static Ground GroundAt(DateTimeOffset now) => new(Basis.Consent, "nomination", now);

    public static Origin OriginOf(Person? nominator, PersonId id, bool mayName) => new(Source.Nomination)
    {
        Nominator = id,
        Wave = (nominator?.Wave ?? 0) + 1,
        Seed = nominator?.Seed ?? id,
        MayNameNominator = mayName,
    };

    private async Task<(NominateOutcome? Refusal, int Used)> TakeQuotaAsync(GroupId group, Meeting at, PersonId nominator, ContactHash nominee, CancellationToken ct)
    {
        var stored = await people.FindAsync(group, at.Id, nominator, ct);
        var changes = new Changes(Shard.Of(group, nominator));
        if (stored is not null && await people.HasNominatedAsync(group, at.Id, nominator, nominee, ct))
            return (null, stored.Value.Nominations);
        if (Snowball.Refusal(stored?.Value, at) is { } refusal)
            return (refusal, 0);
        changes.Nominate(at.Id, nominator, nominee, clock.GetUtcNow());
        changes.Change(stored!, stored!.Value with { Nominations = stored.Value.Nominations + 1 });
        await people.SaveAsync(changes, ct);
        return (null, stored.Value.Nominations + 1);
    }
}
