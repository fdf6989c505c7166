using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>An owner chooses how long a group keeps its data, within the bounds.</summary>
public sealed class ChangeRetention(GroupStore groups, Audit audit)
{
    /// <param name="days">What is left out stays as it is.</param>
    /// <returns>A rule whose bounds were left, or that is fixed; then nothing was changed.</returns>
    public async Task<RetentionRule?> HandleAsync(GroupId id, IReadOnlyDictionary<Kept, int> days, CancellationToken ct)
    {
        if (days.Select(one => RetentionRules.Of(one.Key)).FirstOrDefault(rule => days[rule.What] < rule.Min || days[rule.What] > rule.Max) is { } wrong)
            return wrong;
        var changed = await Retry.OnConflictAsync(async () =>
        {
            var stored = await groups.FindAsync(id, ct) ?? throw new InvalidOperationException($"There is no group {id}.");
            var news = days.Where(one => RetentionRules.DaysOf(stored.Value, one.Key) != one.Value).ToList();
            if (news.Count == 0)
                return news;
            var after = new SortedDictionary<string, int>(stored.Value.KeptDays.ToDictionary(), StringComparer.Ordinal);
            foreach (var (what, value) in news)
                after[EnumWord.Of(what)] = value;
            await groups.ChangeAsync(stored, stored.Value with { KeptDays = after }, ct);
            return news;
        });
        if (changed.Count > 0)
            await audit.WriteAsync(id, "retention in days: " + string.Join(", ", changed.Select(one => $"{EnumWord.Of(one.Key)} {one.Value}")), ct);
        return null;
    }
}
