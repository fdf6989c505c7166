using System.Collections.Concurrent;
using System.Globalization;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Counts of a group by local date.</summary>
public sealed class DayCounts(ITables tables, Settings settings, TimeProvider clock)
{
    internal const string SignUps = "signups";
    internal const string Spending = "spending";

    private const int MaxRemembered = 1024;

    private static readonly string[] Kinds = [SignUps, Spending];

    private readonly ConcurrentDictionary<(string Partition, string Day), object> _days = new();

    public DateOnly Today => Of(clock.GetUtcNow());

    public DateOnly Of(DateTimeOffset moment) => settings.Day(moment);

    /// <summary>Null when nothing was counted today.</summary>
    internal async Task<T?> TodayAsync<T>(string kind, GroupId group, CancellationToken ct)
        where T : class, IStored<T> => (await TodayOf<T>(kind, group).ReadAsync(ct))?.Value;

    /// <inheritdoc cref="CountedDay{T}.ChangeAsync"/>
    internal Task ChangeAsync<T>(string kind, GroupId group, Func<T?, T?> change, CancellationToken ct)
        where T : class, IStored<T> => TodayOf<T>(kind, group).ChangeAsync(change).WaitAsync(ct);

    /// <summary>Counts older than this are deleted.</summary>
    /// <returns>How many rows were forgotten.</returns>
    public async Task<int> ForgetAsync(GroupId group, DateTimeOffset before, CancellationToken ct)
    {
        var count = 0;
        foreach (var kind in Kinds)
            count += await tables.DeleteRangeAsync(TableNames.Keys, PartitionOf(kind, group), new KeyRange("", KeyOf(settings.Day(before))), null, ct);
        return count;
    }

    private CountedDay<T> TodayOf<T>(string kind, GroupId group)
        where T : class, IStored<T>
    {
        if (_days.Count >= MaxRemembered)
            _days.Clear();
        return (CountedDay<T>)_days.GetOrAdd((PartitionOf(kind, group), KeyOf(Today)), row => new CountedDay<T>(tables, row.Partition, row.Day));
    }

    private static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PartitionOf(string kind, GroupId group) => $"{kind}|{group}";
}
