using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>A meeting as somebody has filled it in; anything may be missing.</summary>
public sealed record MeetingDraft(
    string? Title, string? Series, Audience Audience, string? Area, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? Place, int? Capacity,
    string? ContactName, string? ContactPhone, IReadOnlyList<string> Languages, int Quota, IReadOnlyDictionary<string, string>? PersonalLines)
{
    /// <summary>Chosen by the page: pressed twice, it is one meeting.</summary>
    public MeetingId? Id { get; init; }

    public static readonly TimeSpan MaxDuration = TimeSpan.FromHours(24);
    private const int MaxTitleLength = 100;
    private const int MaxPlaceLength = 200;
    private const int MaxLineLength = 1000;
    private const int MaxQuota = 20;

    /// <summary>Whoever plans further ahead has mistyped the year.</summary>
    private static readonly TimeSpan MaxLead = TimeSpan.FromDays(2 * 366);

    /// <summary>The first thing that is wrong, or null.</summary>
    public MeetingProblem? Check() => Problems().Cast<MeetingProblem?>().FirstOrDefault();

    /// <summary>All that is wrong, in the order of the form.</summary>
    public IEnumerable<MeetingProblem> Problems()
    {
        if (!Fits(Title, MaxTitleLength))
            yield return MeetingProblem.Title;
        if (StartsAt is null || EndsAt is null || EndsAt <= StartsAt || EndsAt - StartsAt > MaxDuration)
            yield return MeetingProblem.Times;
        if (!Fits(Place, MaxPlaceLength))
            yield return MeetingProblem.Place;
        if (!Fits(ContactName, MaxTitleLength) || !Fits(ContactPhone, MaxTitleLength) || ContactPhone.Count(char.IsDigit) < PhoneNumber.MinDigits)
            yield return MeetingProblem.Contact;
        if (Capacity is < 1 or > Meeting.MaxCapacity)
            yield return MeetingProblem.Capacity;
        if (Quota is < 0 or > MaxQuota)
            yield return MeetingProblem.Quota;
        if (Languages.Any(code => Language.Find(code) is null))
            yield return MeetingProblem.Languages;
        if (Series?.Length > MaxTitleLength || Area?.Length > MaxTitleLength
            || (PersonalLines ?? ReadOnlyDictionary<string, string>.Empty).Any(line => line.Value is null || line.Value.Length > MaxLineLength || (line.Key.Length > 0 && Language.Find(line.Key) is null)))
            yield return MeetingProblem.Text;
    }

    /// <summary>Past for a start that has gone by, Far for one more than two years ahead; otherwise null.</summary>
    public static MeetingProblem? Check(DateTimeOffset startsAt, DateTimeOffset now) =>
        startsAt <= now ? MeetingProblem.Past : startsAt > now + MaxLead ? MeetingProblem.Far : null;

    private static bool Fits([NotNullWhen(true)] string? text, int longest) => OneLine.OrNull(text) is not null && text!.Length <= longest;
}

public enum MeetingProblem
{
    Title,
    Audience,
    Past,
    Far,
    Times,
    Place,
    Contact,
    Capacity,
    Quota,
    Languages,
    Text,

    /// <summary>It is called off, and stays so: people who heard that would not hear of a change.</summary>
    Cancelled,

    /// <summary>It was held and is over: it cannot move any more.</summary>
    Over,

    /// <summary>Nobody can tell what came of it before it is over.</summary>
    Early,
}

/// <summary>A project group plans a meeting.</summary>
public sealed class CreateMeeting(MeetingStore meetings, TimeProvider clock)
{
    public async Task<(Meeting? Meeting, MeetingProblem? Problem)> HandleAsync(GroupId group, MeetingDraft draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var problem = draft.Check() ?? MeetingDraft.Check(draft.StartsAt!.Value, now);
        if (problem is not null)
            return (null, problem);
        return (await Retry.OnConflictAsync(() => AddAsync(group, MeetingOf(draft, now), ct)), null);
    }

    private async Task<Meeting> AddAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var before = (await meetings.FindAsync(group, meeting.Id, ct))?.Value;
        if (before?.Title == meeting.Title && before.StartsAt == meeting.StartsAt)
            return before;
        // Somebody went back to the page that made one, and filled in another.
        if (before is not null)
            meeting = meeting with { Id = MeetingId.New(meeting.CreatedAt) };
        await meetings.AddAsync(group, meeting, ct);
        return meeting;
    }

    private static Meeting MeetingOf(MeetingDraft draft, DateTimeOffset now) =>
        new()
        {
            Id = draft.Id ?? MeetingId.New(now),
            Title = draft.Title!,
            Series = draft.Series,
            Audience = draft.Audience,
            Area = draft.Area,
            StartsAt = draft.StartsAt!.Value,
            EndsAt = draft.EndsAt!.Value,
            Place = draft.Place!,
            Capacity = draft.Capacity,
            ContactName = draft.ContactName!,
            ContactPhone = draft.ContactPhone!,
            Languages = draft.Languages,
            Quota = draft.Quota,
            PersonalLines = draft.PersonalLines ?? new Dictionary<string, string>(),
            HasOwnTexts = false,
            CreatedAt = now,
        };
}
