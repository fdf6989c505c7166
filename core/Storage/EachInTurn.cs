using System.Runtime.ExceptionServices;

namespace Outreach.Storage;

/// <summary>Pieces of work that go one after another: one that fails keeps no other from its turn, and the run fails once all have had theirs.</summary>
/// <param name="stopping">A run that is asked to stop does so at once; a store that is too late to answer has failed like any other.</param>
public sealed class EachInTurn(CancellationToken stopping)
{
    private readonly List<Exception> _failures = [];

    public async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            _failures.Add(failure);
        }
    }

    /// <exception cref="AggregateException">More than one failed; a single failure goes out as it was.</exception>
    public void ThrowIfAnyFailed()
    {
        if (_failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (_failures.Count > 0)
            throw new AggregateException(_failures);
    }
}
