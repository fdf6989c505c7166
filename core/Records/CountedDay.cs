using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// The counts of one day, as this process saw them last. Changes that come while others are being saved wait, and then go together in one submit: each for itself
/// they would refuse one another.
/// </summary>
internal sealed class CountedDay<T>(ITables tables, string partition, string key)
    where T : class, IStored<T>
{
    private readonly Lock _lock = new();
    private List<Func<T?, T?>> _waiting = [];
    private Task _next = Task.CompletedTask;
    private Stored<T>? _seen;

    /// <param name="change">Receives the counts so far (null at first) and returns the new ones, or null to change nothing. May run more than once.</param>
    public Task ChangeAsync(Func<T?, T?> change)
    {
        lock (_lock)
        {
            _waiting.Add(change);
            return _waiting.Count > 1 ? _next : _next = SaveAfterAsync(_next);
        }
    }

    private async Task SaveAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        List<Func<T?, T?>> changes;
        lock (_lock)
            (changes, _waiting) = (_waiting, []);
        await Retry.OnConflictAsync(() => SaveAsync(changes));
    }

    /// <summary>Without the token of a caller: one who gives up waiting must not cancel the others.</summary>
    private async Task SaveAsync(List<Func<T?, T?>> changes)
    {
        var (stored, isFresh) = _seen is null ? (await ReadAsync(CancellationToken.None), true) : (_seen, false);
        _seen = null;
        var (after, isLeftSo) = Apply(changes, stored?.Value);
        if (isLeftSo && !isFresh)
        {
            // Only a fresh row can tell that nothing has to change.
            stored = await ReadAsync(CancellationToken.None);
            (after, _) = Apply(changes, stored?.Value);
        }

        _seen = after is null || ReferenceEquals(after, stored?.Value) ? stored : await SaveAsync(stored, after);
    }

    public async Task<Stored<T>?> ReadAsync(CancellationToken ct) => await tables.GetAsync(TableNames.Keys, partition, key, ct) is { } row ? RowJson.Read<T>(row) : null;

    private async Task<Stored<T>> SaveAsync(Stored<T>? before, T after)
    {
        var json = RowJson.Write(after);
        var etags = await tables.SubmitAsync(
            TableNames.Keys, partition, [before is null ? Operation.Insert(key, json) : Operation.Replace(key, json, before.ETag)], CancellationToken.None);
        return new Stored<T>(after, etags[0]!);
    }

    private static (T? After, bool IsAnyLeftSo) Apply(List<Func<T?, T?>> changes, T? day)
    {
        var isAnyLeftSo = false;
        foreach (var change in changes)
        {
            var after = change(day);
            isAnyLeftSo |= after is null;
            day = after ?? day;
        }

        return (day, isAnyLeftSo);
    }
}
