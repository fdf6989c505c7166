using Outreach.Functions.Web;
using Outreach.Messages;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

internal sealed record DropBody(string? Why);

/// <summary>What holds a group's messages up, and the two ways out for what failed: once more, or never, for a reason.</summary>
internal static class StatusRoutes
{
    public const int LongestWhy = 200;

    public static void MapStatus(this RouteGroupBuilder api)
    {
        api.MapGet("/status", async (Caller caller, ReadStatus read, PoisonMessages poison, Alerts alerts, CancellationToken ct) =>
        {
            var status = await read.GroupAsync(caller.Group, ct);
            return Results.Ok(new { alerts = await alerts.ListAsync(caller.Group, ct), late = status.LateJobs.Count, status.InDoubt, failed = await poison.OfAsync(caller.Group, ct) });
        });
        api.MapPost("/status/failed/{queue}/{id}/retry", async (string queue, string id, Caller caller, PoisonMessages poison, CancellationToken ct) =>
            await poison.RetryAsync(caller.Group, queue, id, ct) ? Results.Ok(new { queue, id }) : Problems.NotFound("message"));
        api.MapPost("/status/failed/{queue}/{id}/drop", DropAsync);
    }

    private static async Task<IResult> DropAsync(string queue, string id, DropBody body, Caller caller, PoisonMessages poison, CancellationToken ct)
    {
        if (body.Why?.Trim() is not { Length: > 0 and <= LongestWhy } why)
            return Problems.Invalid("why", $"Say why it may be lost, in {LongestWhy} signs at most and without names.");
        return await poison.DropAsync(caller.Group, queue, id, why, ct) ? Results.Ok(new { queue, id }) : Problems.NotFound("message");
    }
}
