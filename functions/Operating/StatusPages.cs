using Outreach.Functions.Web;
using Outreach.Messages;
using Outreach.Operating;

namespace Outreach.Functions.Operating;

internal static class StatusPages
{
    public static void MapStatusPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/status", (OrganiserPage page, ReadStatus read, PoisonMessages poison, CancellationToken ct) => ShowAsync(page, read, poison, FormState.Empty, ct));
        pages.MapPost("/status/send", SendOnAsync);
        pages.MapPost("/status/failed/{queue}/{id}/retry", RetryAsync);
        pages.MapPost("/status/failed/{queue}/{id}/drop", DropAsync);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, ReadStatus read, PoisonMessages poison, FormState state, CancellationToken ct) =>
        OrganiserSetup.View<StatusPage>(
            new { Page = page, Status = await read.GroupAsync(page.Group.Id, ct), Failed = await poison.OfAsync(page.Group.Id, ct), State = state },
            state.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>What the clock does every ten minutes, now.</summary>
    private static async Task<IResult> SendOnAsync(Sweep sweep, CancellationToken ct)
    {
        await sweep.HandleAsync(ct);
        return Results.LocalRedirect("/status?done=sent-on");
    }

    private static async Task<IResult> RetryAsync(string queue, string id, OrganiserPage page, PoisonMessages poison, CancellationToken ct) =>
        await poison.RetryAsync(page.Group.Id, queue, id, ct)
            ? Results.LocalRedirect("/status?done=retried")
            : OrganiserSetup.NotFound(page);

    private static async Task<IResult> DropAsync(string queue, string id, OrganiserPage page, HttpContext http, ReadStatus read, PoisonMessages poison, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (state["why"]?.Trim() is not { Length: > 0 and <= StatusRoutes.LongestWhy } why)
            return await ShowAsync(page, read, poison, state.But($"why-{id}", page["status.whyMissing"]), ct);
        return await poison.DropAsync(page.Group.Id, queue, id, why, ct)
            ? Results.LocalRedirect("/status?done=dropped")
            : OrganiserSetup.NotFound(page);
    }
}
