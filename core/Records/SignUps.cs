using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>What was filled in on a day, and what is let through of it.</summary>
public sealed record SignUpDay : IStored<SignUpDay>
{
    static JsonTypeInfo<SignUpDay> IStored<SignUpDay>.Json => RecordsJson.Default.SignUpDay;

    /// <summary>Sign-ups a meeting gets through in a day without an organiser's approval: what a street of flyers yields, and far less than a bought list of numbers.</summary>
    public const int MaxPerMeeting = 40;

    public const int MaxPerGroup = 100;

    /// <summary>By neighbours who are known: who came and names others, and who was handed a code.</summary>
    public const int MaxByNeighbours = 150;

    /// <summary>Of a hundred numbers that follow one another: neighbours have theirs all over the country, whoever earns from messages rents them side by side.</summary>
    public const int MaxPerRange = 20;

    public static readonly SignUpDay None = new();

    /// <summary>By all meetings of the group, on forms that anybody may fill in.</summary>
    public int Taken { get; init; }

    /// <summary>Numbers and addresses that were taken down all the same, and to which nothing is sent automatically.</summary>
    public int Held { get; init; }

    /// <summary>What an organiser allowed in addition, for this day only, for a meeting and so for the group.</summary>
    public int Extra { get; init; }

    /// <summary>By meeting, and by way in where that has a measure of its own.</summary>
    public IReadOnlyDictionary<string, int> Meetings { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>By the keyed hash of what a hundred numbers begin with.</summary>
    public IReadOnlyDictionary<string, int> Ranges { get => field ?? new Dictionary<string, int>(); init; }

    [JsonIgnore]
    public int Most => MaxPerGroup + Extra;

    /// <returns>The limit that has been reached; null while there is room.</returns>
    public AbuseLimit? Reached(FilledIn form) => Ranges.GetValueOrDefault(form.Range ?? "") >= MaxPerRange + Extra ? AbuseLimit.NumberRange
        : Meetings.GetValueOrDefault(form.CounterKey) >= form.Most + Extra || (form.IsAnybodys && Taken >= Most) ? form.Way
        : null;

    public SignUpDay With(FilledIn form) => this with
    {
        Taken = Taken + (form.IsAnybodys ? 1 : 0),
        Meetings = OneMore(Meetings, form.CounterKey),
        Ranges = form.Range is { } range ? OneMore(Ranges, range) : Ranges,
    };

    private static Dictionary<string, int> OneMore(IReadOnlyDictionary<string, int> counts, string of) => new(counts) { [of] = counts.GetValueOrDefault(of) + 1 };
}

/// <summary>A number or address from a form.</summary>
/// <param name="Meeting">Null for a new resident.</param>
/// <param name="Range">Null for an address.</param>
public sealed record FilledIn(AbuseLimit Way, MeetingId? Meeting, string? Range)
{
    public bool IsAnybodys => Way is AbuseLimit.SignUp or AbuseLimit.WalkIn or AbuseLimit.Welcome or AbuseLimit.Door;

    /// <summary>People who are face to face with somebody of the group are written down; the others can fill in the form tomorrow, or wait until then.</summary>
    public bool IsTakenDown => Way is AbuseLimit.WalkIn or AbuseLimit.Welcome or AbuseLimit.Door;

    public int Most => IsAnybodys ? SignUpDay.MaxPerMeeting : SignUpDay.MaxByNeighbours;

    public string CounterKey => Way is AbuseLimit.SignUp or AbuseLimit.WalkIn or AbuseLimit.Door && Meeting is { } meeting ? meeting.Value : EnumWord.Of(Way);
}

/// <summary>
/// Numbers and addresses from forms, counted by day: by a flyer, at the door of a meeting, in the list of new residents, named by a neighbour, by a code
/// that was handed over, at the doors of a street. Whoever fills it in can fill in any number, so a form alone causes a bounded number of messages. Somebody who texts
/// the code from their own phone is not counted.
/// </summary>
public sealed class SignUps(DayCounts days, LimitAlarms alarms, ContactHasher hasher)
{
    /// <summary>How many more an organiser allows today, seeing that it is not abuse.</summary>
    public const int Raise = 40;

    /// <param name="meeting">Null for a new resident.</param>
    /// <returns>May the one message follow that an unconfirmed contact gets? False when the day's share is used up.</returns>
    public async Task<bool> TakeAsync(GroupId group, AbuseLimit way, MeetingId? meeting, Candidate candidate, CancellationToken ct)
    {
        if (candidate.Mobile is null && candidate.Email is null)
            return true;
        var form = new FilledIn(way, meeting, candidate.Mobile is { } mobile ? hasher.OfRange(group, mobile) : null);
        AbuseLimit? reached = null;
        await days.ChangeAsync<SignUpDay>(DayCounts.SignUps, group, day => Next(day ?? SignUpDay.None, form, out reached), ct);
        if (reached is { } limit)
            await alarms.RaiseAsync(group, limit, ct);
        return reached is null;
    }

    public Task RaiseAsync(GroupId group, CancellationToken ct) =>
        days.ChangeAsync<SignUpDay>(DayCounts.SignUps, group, day => (day ?? SignUpDay.None) with { Extra = (day?.Extra ?? 0) + Raise }, ct);

    public async Task<SignUpDay> TodayAsync(GroupId group, CancellationToken ct) => await days.TodayAsync<SignUpDay>(DayCounts.SignUps, group, ct) ?? SignUpDay.None;

    private static SignUpDay? Next(SignUpDay day, FilledIn form, out AbuseLimit? reached)
    {
        reached = day.Reached(form);
        return reached is null ? day.With(form) : form.IsTakenDown ? day with { Held = day.Held + 1 } : null;
    }
}
