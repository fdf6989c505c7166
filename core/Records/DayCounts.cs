using System.Collections.Concurrent;
using System.Globalization;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// What is counted of a group by the day that a calendar on the wall shows. Each count is remembered as it was last seen: mostly it still is so, and where it is not,
/// the store refuses the change that builds on it, and the row is read anew.
/// </summary>
public sealed class DayCounts(ITables tables, Settings settings, TimeProvider clock)
{
    internal const string SignUps = "signups";
    internal const string Spending = "spending";

    private const int MaxRemembered = 1024;

    private static readonly string[] Kinds = [SignUps, Spending];

    private readonly ConcurrentDictionary<(string Partition, string Day), Row> _seen = new();

    public DateOnly Today => Of(clock.GetUtcNow());

    public DateOnly Of(DateTimeOffset moment) => settings.Day(moment);

    /// <summary>Null when nothing was counted today.</summary>
    internal async Task<T?> TodayAsync<T>(string kind, GroupId group, CancellationToken ct)
        where T : class, IStored<T> => await tables.GetAsync(TableNames.Keys, PartitionOf(kind, group), KeyOf(Today), ct) is { } row ? RowJson.Read<T>(row.Json) : null;

    /// <param name="change">Gets what was counted so far, a null at first; gives null to leave it so.</param>
    internal Task ChangeAsync<T>(string kind, GroupId group, Func<T?, T?> change, CancellationToken ct)
        where T : class, IStored<T> => Retry.OnConflictAsync(async () =>
    {
        var (partition, today) = (PartitionOf(kind, group), KeyOf(Today));
        var after = _seen.TryRemove((partition, today), out var stored) ? change(RowJson.Read<T>(stored.Json)) : null;
        if (after is null)
        {
            // That it is to be left so can only be said of the row as it is.
            stored = await tables.GetAsync(TableNames.Keys, partition, today, ct);
            after = change(stored is null ? null : RowJson.Read<T>(stored.Json));
        }

        if (after is null)
            return;
        var json = RowJson.Write(after);
        var etags = await tables.SubmitAsync(TableNames.Keys, partition, [stored is null ? Operation.Insert(today, json) : Operation.Replace(today, json, stored.ETag)], ct);
        if (_seen.Count >= MaxRemembered)
            _seen.Clear();
        _seen[(partition, today)] = new Row(today, json, etags[0]!);
    });

    /// <summary>Days that are over for so long are of no use any more.</summary>
    /// <returns>How many rows were forgotten.</returns>
    public async Task<int> ForgetAsync(GroupId group, DateTimeOffset before, CancellationToken ct)
    {
        var count = 0;
        foreach (var kind in Kinds)
            count += await tables.DeleteRangeAsync(TableNames.Keys, PartitionOf(kind, group), new KeyRange("", KeyOf(settings.Day(before))), null, ct);
        return count;
    }

    private static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PartitionOf(string kind, GroupId group) => $"{kind}|{group}";
}
