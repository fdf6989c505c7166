using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Who a meeting is for; audiences are never mixed unless the organiser says so.</summary>
[JsonConverter(typeof(EnumWordConverter<Audience>))]
public enum Audience
{
    Residents,
    Volunteers,
    Professionals,
}

/// <summary>When and where a meeting was to be, until it changed.</summary>
public sealed record EarlierPlan(DateTimeOffset Until, DateTimeOffset StartsAt, string Place);

/// <summary>One gathering in an area, with a named contact whose number is answered.</summary>
public sealed record Meeting : IStored<Meeting>
{
    static JsonTypeInfo<Meeting> IStored<Meeting>.Json => RecordsJson.Default.Meeting;

    public const int DefaultQuota = 3;

    /// <summary>Places are kept in one row, which everybody who answers reads and writes.</summary>
    public const int MaxCapacity = 1000;

    /// <summary>With fewer people an evening is hardly worth holding, unless it has fewer places.</summary>
    public const int EnoughPeople = 8;

    /// <summary>An evening meeting begins 36 hours after the morning of the day before.</summary>
    private static readonly TimeSpan DayBefore = TimeSpan.FromHours(36);

    public required MeetingId Id { get; init; }

    public required string Title { get; init => field = OneLine.Of(value); }

    public string? Series { get; init => field = OneLine.OrNull(value); }

    public Audience Audience { get; init; }

    public string? Area { get; init => field = OneLine.OrNull(value); }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Place { get; init => field = OneLine.Of(value); }

    /// <summary>Places, 1 to <see cref="MaxCapacity"/>; null: everybody is welcome.</summary>
    public int? Capacity { get; init; }

    /// <summary>When the number of places was last changed, set or lifted after the meeting was planned: some may have answered before.</summary>
    public DateTimeOffset? CapacityAt { get; init; }

    public required string ContactName { get; init => field = OneLine.Of(value); }

    public required string ContactPhone { get; init => field = OneLine.Of(value); }

    /// <summary>Languages of the neighbourhood, for which the organiser writes a personal line.</summary>
    public IReadOnlyList<string> Languages { get => field ?? []; init => field = [.. value.Select(code => Language.Find(code)?.Code ?? code).Distinct()]; }

    /// <summary>Nominations an attendee may make, 0 to 20.</summary>
    public int Quota { get; init; } = DefaultQuota;

    /// <summary>The organiser's own line by language.</summary>
    public IReadOnlyDictionary<string, string> PersonalLines { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its place or time last changed: those who said yes or maybe are told.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The earliest start, still to come, that people who missed the news may turn up for; null when there is none.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>How it was to be before each of its changes, oldest first: somebody who has heard of none of them counts on the first.</summary>
    public IReadOnlyList<EarlierPlan> Before { get => field ?? []; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>When the organiser told what came of it; an organiser who has not is reminded.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    public string? Report { get; init; }

    /// <summary>False: every message says the standard text, and nobody need look. Null: nobody knows, in a meeting that was made before this was kept.</summary>
    public bool? HasOwnTexts { get; init; }

    /// <summary>On flyers and posters, for whoever reads them; null until somebody makes one.</summary>
    public Code? FlyerCode { get; init; }

    /// <summary>When there was last something to tell: it moved, or was called off. Null when there never was.</summary>
    [JsonIgnore]
    public DateTimeOffset? NewsAt => CancelledAt ?? ChangedAt;

    /// <summary>Whether whoever saw it at that moment has still to hear of a change.</summary>
    /// <param name="seenAt">Null: as it is now.</param>
    public bool HasNewsSince(DateTimeOffset? seenAt) => NewsAt > seenAt;

    /// <summary>From the morning of the day before a call still helps people to come, and a first message comes too late.</summary>
    [JsonIgnore]
    public DateTimeOffset DayBeforeFrom => StartsAt - DayBefore;

    /// <summary>The earliest start, still to come, that anybody may be counting on.</summary>
    public DateTimeOffset FirstExpectedStart(DateTimeOffset now) => MovedFrom is { } before && before > now && before < StartsAt ? before : StartsAt;

    /// <summary>The number of places up to which people who wait move up: none once it has begun, because they would not hear of it in time.</summary>
    public int CapacityForWaiting(DateTimeOffset now) => now < StartsAt ? Capacity ?? int.MaxValue : 0;

    public bool IsOver(DateTimeOffset now) => now >= EndsAt;

    public bool IsOpen(DateTimeOffset now) => CancelledAt is null && !IsOver(now);
}
