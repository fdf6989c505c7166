using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>Erases one kind of data that is due, up to the limit of a run. Safe to interrupt: the next run finds the rest.</summary>
public interface IForgets
{
    Task HandleAsync(RetentionRun run, CancellationToken ct);
}

/// <summary>The work done for a group at a time, limited and counted.</summary>
public sealed class RetentionRun(Group group, DateTimeOffset now, int most)
{
    private readonly SortedDictionary<Kept, int> _counts = [];

    public Group Group => group;

    public DateTimeOffset Now => now;

    public IReadOnlyDictionary<Kept, int> Counts => _counts;

    public int Remaining => Math.Max(0, most - _counts.Values.Sum());

    public bool IsFull => Remaining == 0;

    /// <summary>What is older than this is due.</summary>
    public DateTimeOffset Before(Kept what) => now - TimeSpan.FromDays(RetentionRules.DaysOf(group, what));

    public bool IsDue(Kept what, DateTimeOffset since) => since <= Before(what);

    public void Count(Kept what, int times = 1)
    {
        if (times > 0)
            _counts[what] = _counts.GetValueOrDefault(what) + times;
    }
}
