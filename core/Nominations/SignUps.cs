using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <param name="Taken">By all meetings of the group.</param>
/// <param name="Extra">What an organiser allowed on top for this day, for a meeting and so for the group.</param>
public sealed record SignUpDay(int Taken, int Extra, IReadOnlyDictionary<string, int> Meetings)
{
    /// <summary>What a street that saw a flyer makes in a day, and no list of numbers.</summary>
    public const int MaxPerMeeting = 40;

    public const int MaxPerGroup = 100;

    public static readonly SignUpDay None = new(0, 0, new Dictionary<string, int>());

    public bool HasRoom(MeetingId meeting) => Taken < MaxPerGroup + Extra && Of(meeting) < MaxPerMeeting + Extra;

    [JsonIgnore]
    public int Most => MaxPerGroup + Extra;

    public SignUpDay With(MeetingId meeting) => this with { Taken = Taken + 1, Meetings = new Dictionary<string, int>(Meetings) { [meeting.Value] = Of(meeting) + 1 } };

    private int Of(MeetingId meeting) => Meetings.GetValueOrDefault(meeting.Value);
}

/// <summary>
/// Sign-ups by a flyer's form, counted by day: whoever fills it in can fill in any number, so a form alone causes a bounded number of messages. Who texts the code
/// from their own phone is not counted.
/// </summary>
public sealed class SignUps(ITables tables, Settings settings, TimeProvider clock)
{
    /// <summary>How many more an organiser allows today, seeing that it is not abuse.</summary>
    public const int Raise = 40;

    private string Today => settings.Day(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>False when the day's share is used up.</returns>
    public Task<bool> TakeAsync(GroupId group, MeetingId meeting, CancellationToken ct) => ChangeAsync(group, day => day.HasRoom(meeting) ? day.With(meeting) : null, ct);

    public Task RaiseAsync(GroupId group, CancellationToken ct) => ChangeAsync(group, day => day with { Extra = day.Extra + Raise }, ct);

    public async Task<SignUpDay> TodayAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Keys, PartitionOf(group), Today, ct) is { } row ? Read(row) : SignUpDay.None;

    /// <summary>Days that are over for so long are of no use any more.</summary>
    public async Task ForgetAsync(GroupId group, TimeSpan after, CancellationToken ct)
    {
        var last = settings.Day(clock.GetUtcNow() - after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var old = new List<string>();
        await foreach (var row in tables.QueryAsync(TableNames.Keys, PartitionOf(group), "", last, null, ct))
            old.Add(row.Key);
        foreach (var batch in old.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(TableNames.Keys, PartitionOf(group), [.. batch.Select(key => Operation.Delete(key, Operation.AnyETag))], ct);
    }

    private Task<bool> ChangeAsync(GroupId group, Func<SignUpDay, SignUpDay?> change, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var (partition, today) = (PartitionOf(group), Today);
        var stored = await tables.GetAsync(TableNames.Keys, partition, today, ct);
        if (change(stored is null ? SignUpDay.None : Read(stored)) is not { } after)
            return false;
        var json = JsonSerializer.SerializeToUtf8Bytes(after);
        await tables.SubmitAsync(TableNames.Keys, partition, [stored is null ? Operation.Insert(today, json) : Operation.Replace(today, json, stored.ETag)], ct);
        return true;
    });

    private static SignUpDay Read(Row row) => JsonSerializer.Deserialize<SignUpDay>(row.Json.Span)!;

    private static string PartitionOf(GroupId group) => $"signups|{group}";
}
