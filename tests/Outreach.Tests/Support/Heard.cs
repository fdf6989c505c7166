namespace Outreach.Tests.Support;

/// <summary>What somebody else tells piece by piece, in order. Whoever waits for a piece goes on in the moment that it is there.</summary>
internal sealed class Heard<T>
{
    // For a test that would wait for ever: no machine is as slow as this.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly List<T> all = [];
    private readonly List<(Predicate<T> IsIt, TaskCompletionSource Came)> awaited = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    public void Add(T piece)
    {
        lock (gate)
        {
            all.Add(piece);
            foreach (var (_, came) in awaited.Where(one => one.IsIt(piece)))
                came.TrySetResult();
        }
    }

    public async Task UntilAsync(Predicate<T> isIt)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (all.Exists(isIt))
                return;
            awaited.Add((isIt, came));
        }

        await came.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
