using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <param name="Taken">By all meetings of the group.</param>
/// <param name="Held">Numbers and addresses of walk-ins and newcomers that were taken down all the same, and to which nothing is sent by itself.</param>
/// <param name="Extra">What an organiser allowed on top for this day, for a meeting and so for the group.</param>
public sealed record SignUpDay(int Taken, int Extra, IReadOnlyDictionary<string, int> Meetings, int Held = 0)
{
    /// <summary>What a street that saw a flyer makes in a day, and no list of numbers.</summary>
    public const int MaxPerMeeting = 40;

    public const int MaxPerGroup = 100;

    public static readonly SignUpDay None = new(0, 0, new Dictionary<string, int>());

    public bool HasRoom(string at) => Taken < MaxPerGroup + Extra && Of(at) < MaxPerMeeting + Extra;

    [JsonIgnore]
    public int Most => MaxPerGroup + Extra;

    public SignUpDay With(string at) => this with { Taken = Taken + 1, Meetings = new Dictionary<string, int>(Meetings) { [at] = Of(at) + 1 } };

    private int Of(string at) => Meetings.GetValueOrDefault(at);
}

/// <summary>
/// Numbers and addresses that stood on a form, counted by day: by a flyer, at the door of a meeting, in the list of new residents. Whoever fills it in can fill in any
/// number, so a form alone causes a bounded number of messages. Who texts the code from their own phone is not counted.
/// </summary>
public sealed class SignUps(ITables tables, Settings settings, TimeProvider clock)
{
    /// <summary>How many more an organiser allows today, seeing that it is not abuse.</summary>
    public const int Raise = 40;

    private string Today => settings.Day(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string OfNewResidents = "welcome";

    /// <returns>False when the day's share is used up.</returns>
    public Task<bool> TakeAsync(GroupId group, MeetingId meeting, CancellationToken ct) => ChangeAsync(group, day => day.HasRoom(meeting.Value) ? day.With(meeting.Value) : null, ct);

    /// <summary>Of somebody who is there, or has moved in: they are taken down in any case.</summary>
    /// <param name="meeting">Null for a new resident.</param>
    /// <returns>May the one message follow that goes to what stood on a form?</returns>
    public async Task<bool> MayBeAskedAsync(GroupId group, MeetingId? meeting, Candidate candidate, CancellationToken ct)
    {
        var (at, mayBe) = (meeting?.Value ?? OfNewResidents, true);
        if (candidate.Mobile is not null || candidate.Email is not null)
            await ChangeAsync(group, day => (mayBe = day.HasRoom(at)) ? day.With(at) : day with { Held = day.Held + 1 }, ct);
        return mayBe;
    }

    public Task RaiseAsync(GroupId group, CancellationToken ct) => ChangeAsync(group, day => day with { Extra = day.Extra + Raise }, ct);

    public async Task<SignUpDay> TodayAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Keys, PartitionOf(group), Today, ct) is { } row ? Read(row) : SignUpDay.None;

    /// <summary>Days that are over for so long are of no use any more.</summary>
    /// <returns>How many days were forgotten.</returns>
    public Task<int> ForgetAsync(GroupId group, DateTimeOffset before, CancellationToken ct) =>
        tables.DeleteRangeAsync(TableNames.Keys, PartitionOf(group), "", settings.Day(before).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, ct);

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
