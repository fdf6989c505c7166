namespace Outreach.Storage;

/// <summary>Repeats a change that met a concurrent one.</summary>
public static class Retry
{
    private const int MaxTries = 20;

    /// <summary>
    /// Runs load, decide and save again when somebody else saved in between. The work must load again each time.
    /// After twenty tries the conflict goes out: the queue brings the job back later.
    /// </summary>
    public static async Task OnConflictAsync(Func<Task> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await work();
                return;
            }
            catch (ConflictException) when (tries < MaxTries)
            {
            }
        }
    }

    /// <inheritdoc cref="OnConflictAsync(Func{Task})"/>
    public static async Task<T> OnConflictAsync<T>(Func<Task<T>> work)
    {
        T result = default!;
        await OnConflictAsync(async () => { result = await work(); });
        return result;
    }
}
