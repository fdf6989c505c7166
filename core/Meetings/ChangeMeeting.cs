using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>What changes; null leaves it as it is. Cancelling cannot be undone: make a new meeting.</summary>
public sealed record MeetingChange
{
    private const int MaxReportLength = 1000;
    private const int MaxPlansKept = 20;

    public string? Title { get; init; }

    public string? Series { get; init; }

    public Audience? Audience { get; init; }

    public string? Area { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>0: everybody is welcome from now on.</summary>
    public int? Capacity { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public int? Quota { get; init; }

    public IReadOnlyDictionary<string, string>? PersonalLines { get; init; }

    /// <summary>False: it is to be held, which a meeting that was called off cannot be.</summary>
    public bool? Cancelled { get; init; }

    /// <summary>What came of it; once told it stays told, so blank is not given.</summary>
    public string? Report { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    public MeetingProblem? Check(Meeting before, Meeting after, DateTimeOffset now)
    {
        if (before.CancelledAt is not null && (Cancelled is false || MovesOrResizes(before, after)))
            return MeetingProblem.Cancelled;
        // Whoever came would never be thanked for it.
        if (IsMovedTooLate(before, after.StartsAt, after.EndsAt, now) || (Cancelled is true && before.CancelledAt is null && before.IsOver(now)))
            return MeetingProblem.Over;
        if (Report is not null && !MayReport(after, now))
            return MeetingProblem.Early;
        if (Report?.Length > MaxReportLength)
            return MeetingProblem.Text;
        var draft = new MeetingDraft(
            after.Title, after.Series, after.Audience, after.Area, after.StartsAt, after.EndsAt, after.Place, after.Capacity, after.ContactName,
            after.ContactPhone, after.Languages, after.Quota, after.PersonalLines);
        return draft.Check() ?? (after.StartsAt != before.StartsAt ? MeetingDraft.Check(after.StartsAt, now) : null);
    }

    public Meeting Onto(Meeting meeting, DateTimeOffset now) => Moved(meeting, now) with
    {
        Title = Title ?? meeting.Title,
        Series = Series ?? meeting.Series,
        Audience = Audience ?? meeting.Audience,
        Area = Area ?? meeting.Area,
        StartsAt = StartsAt ?? meeting.StartsAt,
        EndsAt = EndsAt ?? (StartsAt is { } start ? start + (meeting.EndsAt - meeting.StartsAt) : meeting.EndsAt),
        Place = Place ?? meeting.Place,
        Capacity = After(meeting),
        CapacityAt = After(meeting) == meeting.Capacity ? meeting.CapacityAt : now,
        ContactName = ContactName ?? meeting.ContactName,
        ContactPhone = ContactPhone ?? meeting.ContactPhone,
        Languages = Languages ?? meeting.Languages,
        Quota = Quota ?? meeting.Quota,
        PersonalLines = PersonalLines ?? meeting.PersonalLines,
        CancelledAt = meeting.CancelledAt ?? (Cancelled is true ? now : null),
        Report = Report ?? meeting.Report,
        ReportedAt = meeting.ReportedAt ?? (Report is null ? null : now),
    };

    /// <summary>With a note of when that was, and of how it was to be, where its time or place changes.</summary>
    private Meeting Moved(Meeting meeting, DateTimeOffset now)
    {
        var isOtherTime = StartsAt is { } start && start != meeting.StartsAt;
        if (!isOtherTime && (Place is null || OneLine.Of(Place) == meeting.Place))
            return meeting;
        var at = Later(now, meeting.ChangedAt);
        return meeting with
        {
            ChangedAt = at,
            Before = [.. meeting.Before.TakeLast(MaxPlansKept - 1), new EarlierPlan(at, meeting.StartsAt, meeting.Place)],
            MovedFrom = isOtherTime ? meeting.FirstExpectedStart(now) : meeting.MovedFrom,
        };
    }

    /// <summary>It goes to everybody at once: not before there is something to tell. Of a meeting that is off nobody is told.</summary>
    public static bool MayReport(Meeting meeting, DateTimeOffset now) => !meeting.IsOpen(now);

    /// <summary>It was held, with whoever came: held once more, or again from now on, it is another meeting.</summary>
    public static bool IsMovedTooLate(Meeting before, DateTimeOffset startsAt, DateTimeOffset endsAt, DateTimeOffset now) =>
        before.IsOver(now) && (startsAt != before.StartsAt || endsAt > now);

    private static bool MovesOrResizes(Meeting before, Meeting after) =>
        (after.StartsAt, after.EndsAt, after.Place, after.Capacity) != (before.StartsAt, before.EndsAt, before.Place, before.Capacity);

    /// <summary>Each change is one of its own, also at the same moment.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? before) => now > before || before is null ? now : before.Value.AddTicks(1);

    private int? After(Meeting meeting) => Capacity is 0 ? null : Capacity ?? meeting.Capacity;
}

/// <summary>A meeting moves, is called off, or its organiser tells what came of it. The people concerned hear of it from the timer, within minutes.</summary>
public sealed class ChangeMeeting(MeetingStore meetings, SettleSeats seats, TimeProvider clock)
{
    /// <returns>Neither when there is no such meeting.</returns>
    public async Task<(Meeting? Meeting, MeetingProblem? Problem)> HandleAsync(GroupId group, MeetingId id, MeetingChange change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (before, after, problem) = await Retry.OnConflictAsync(() => SaveAsync(group, id, change, now, ct));
        // The timer would do it within minutes.
        if (after is not null && after.Capacity != before!.Capacity)
            await seats.HandleAsync(group, after, mine: null, ct);
        return (after, problem);
    }

    private async Task<(Meeting? Before, Meeting? After, MeetingProblem? Problem)> SaveAsync(GroupId group, MeetingId id, MeetingChange change, DateTimeOffset now, CancellationToken ct)
    {
        if (await meetings.FindAsync(group, id, ct) is not { } stored)
            return (null, null, null);
        var after = change.Onto(stored.Value, now);
        if (change.Check(stored.Value, after, now) is { } problem)
            return (null, null, problem);
        await meetings.SaveAsync(group, stored, after, ct);
        return (stored.Value, after, null);
    }
}
