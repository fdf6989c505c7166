using Outreach.Functions.Sending;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Operating;

/// <summary>What each call on the status page takes.</summary>
internal sealed record StatusCall(OrganiserPage Page, HttpContext Http, ReadStatus Read, SignUps SignUps, Spending Spending, IConfiguration Configuration, CancellationToken Ct);

internal static class StatusPages
{
    public static void MapStatusPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/status", ([AsParameters] StatusCall call) => ShowAsync(call, FormState.Empty));
        pages.MapPost("/status/sign-ups/raise", async (OrganiserPage page, SignUps signUps, CancellationToken ct) =>
        {
            await signUps.RaiseAsync(page.Group.Id, ct);
            return Back(page, isDone: true, "raised");
        });
        pages.MapPost("/status/late/send", SendOnAsync);
        pages.MapPost("/status/late/{id}/drop", (string id, [AsParameters] StatusCall call, LateJobs late) =>
            DropAsync(id, call, why => late.DropAsync(call.Page.Group.Id, id, why, call.Ct)));
        pages.MapPost("/status/doubts/{id}/retry", async (string id, OrganiserPage page, UncertainMessages uncertain, CancellationToken ct) =>
            Back(page, await uncertain.LookAgainAsync(page.Group.Id, id, ct), "retried"));
        pages.MapPost("/status/doubts/{id}/drop", (string id, [AsParameters] StatusCall call, UncertainMessages uncertain) =>
            DropAsync(id, call, why => uncertain.DropAsync(call.Page.Group.Id, id, why, call.Ct)));
        pages.MapPost("/status/failed/{queue}/{id}/retry", async (string queue, string id, OrganiserPage page, PoisonMessages poison, CancellationToken ct) =>
            Back(page, await poison.RetryAsync(page.Group.Id, queue, id, ct), "retried"));
        pages.MapPost("/status/failed/{queue}/{id}/drop", (string queue, string id, [AsParameters] StatusCall call, PoisonMessages poison) =>
            DropAsync(id, call, why => poison.DropAsync(call.Page.Group.Id, queue, id, why, call.Ct)));
    }

    private static async Task<IResult> ShowAsync(StatusCall call, FormState state) =>
        call.Page.View<StatusPage>(
            new
            {
                Status = await call.Read.GroupAsync(call.Page.Group.Id, call.Ct),
                SignUps = await call.SignUps.TodayAsync(call.Page.Group.Id, call.Ct),
                Spending = await SpendingView.ReadAsync(call.Spending, call.Page.Group, call.Configuration, call.Ct),
            },
            state);

    /// <summary>What the clock does every ten minutes, now.</summary>
    private static async Task<IResult> SendOnAsync(OrganiserPage page, Sweep sweep, CancellationToken ct)
    {
        await sweep.HandleAsync(page.Group.Id, ct);
        return Back(page, isDone: true, "sent-on");
    }

    private static async Task<IResult> DropAsync(string id, StatusCall call, Func<string, Task<bool>> drop)
    {
        var state = FormState.Of(call.Http);
        return state["why"] is { Length: <= StatusRoutes.MaxWhyLength } why
            ? Back(call.Page, await drop(why), "dropped")
            : await ShowAsync(call, state.WithError($"why-{id}", call.Page["status.whyMissing"]));
    }

    private static IResult Back(OrganiserPage page, bool isDone, string done) => isDone ? Results.LocalRedirect($"/status?done={done}") : page.NotFound();
}
