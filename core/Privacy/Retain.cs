using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>
/// Daily: ends all data that is due by the <see cref="RetentionRules"/>, a bounded piece at a time, and writes down how much of what. When the time is up the rest is
/// due the next day still.
/// </summary>
public sealed class Retain(GroupStore groups, IEnumerable<IForgets> all, Audit audit, TimeProvider clock)
{
    private const int MaxPerRun = 1000;

    /// <summary>The Functions host ends a function after ten minutes.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(8);

    public async Task HandleAsync(CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var turns = new EachInTurn(ct);
        var left = new Queue<Group>(await groups.ListAsync(ct));
        // In turn, so that one large group keeps no other from its own.
        while (left.TryDequeue(out var group) && clock.GetElapsedTime(start) < MaxTime)
        {
            var run = new RetentionRun(group, clock.GetUtcNow(), MaxPerRun);
            foreach (var forgets in all)
                await turns.TryAsync(() => forgets.HandleAsync(run, ct));
            if (run.Counts.Count > 0)
                await audit.WriteAsync(group.Id, "retention: " + string.Join(", ", run.Counts.Select(one => $"{EnumWord.Of(one.Key)} {one.Value}")), ct);
            if (run.IsFull)
                left.Enqueue(group);
        }

        turns.ThrowIfAnyFailed();
    }
}
