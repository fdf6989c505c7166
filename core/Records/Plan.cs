using System.Collections.ObjectModel;
using System.Text.Json.Serialization.Metadata;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>What the timer last did for a meeting; each step finds out for itself who still needs it.</summary>
public sealed record Plan : IStored<Plan>
{
    static JsonTypeInfo<Plan> IStored<Plan>.Json => RecordsJson.Default.Plan;

    /// <summary>Steps that the organiser holds back, by their word.</summary>
    public IReadOnlyList<string> Held { get => field ?? []; init; }

    /// <summary>Steps that the organiser gave another moment, by their word.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Moved { get => field ?? ReadOnlyDictionary<string, DateTimeOffset>.Empty; init; }

    public DateTimeOffset? NudgedAt { get; init; }

    /// <summary>The day of the meeting that was reminded of: a new date has its own reminder.</summary>
    public DateOnly? RemindedOf { get; init; }

    /// <summary>The same, at the usual hour or later: nobody who says yes after it is reminded any more. An organiser may have let the first ones leave days earlier.</summary>
    public DateOnly? RemindedLastOf { get; init; }

    public DateTimeOffset? ThankedAt { get; init; }

    public DateTimeOffset? ReportNoticeAt { get; init; }

    public DateTimeOffset? ReportToldAt { get; init; }

    public DateTimeOffset? CancellationToldAt { get; init; }

    /// <summary>The change that was told last: <see cref="Meeting.ChangedAt"/> at that time.</summary>
    public DateTimeOffset? ChangeTold { get; init; }
}
