using Outreach.Privacy;

namespace Outreach.Operating;

/// <summary>Drops work that failed again and again and that no operator looked after.</summary>
public sealed class ForgetFailedWork(PoisonMessages poison) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct) =>
        run.Count(Kept.FailedWork, await poison.ForgetAsync(run.Group.Id, run.Before(Kept.FailedWork), run.Remaining, ct));
}
