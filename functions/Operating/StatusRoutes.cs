using Outreach.Functions.Sending;
using Outreach.Functions.Web.Api;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Operating;

internal sealed record DropBody(string? Why);

/// <summary>What the status of a group is read from.</summary>
internal sealed record StatusRead(ReadStatus Status, Alerts Alerts, SignUps SignUps, Spending Spending, GroupStore Groups, IConfiguration Configuration);

/// <summary>What holds a group's messages up, and the two ways out: once more, or never, for a reason.</summary>
internal static class StatusRoutes
{
    public const int MaxWhyLength = 200;

    public static void MapStatus(this RouteGroupBuilder api)
    {
        api.MapGet("/status", ReadAsync);
        api.MapPost("/status/sign-ups/raise", async (Caller caller, SignUps signUps, CancellationToken ct) =>
        {
            await signUps.RaiseAsync(caller.Group, ct);
            return Results.Ok(Of(await signUps.TodayAsync(caller.Group, ct)));
        });
        api.MapPost("/status/late/send", async (Caller caller, Sweep sweep, CancellationToken ct) => Results.Ok(new { sent = await sweep.HandleAsync(caller.Group, ct) }));
        api.MapPost("/status/late/{id}/drop", (string id, DropBody body, Caller caller, LateJobs late, CancellationToken ct) =>
            DropAsync(id, body, why => late.DropAsync(caller.Group, id, why, ct)));
        api.MapPost("/status/doubts/{id}/retry", async (string id, Caller caller, UncertainMessages uncertain, CancellationToken ct) =>
            Answer(id, await uncertain.LookAgainAsync(caller.Group, id, ct)));
        api.MapPost("/status/doubts/{id}/drop", (string id, DropBody body, Caller caller, UncertainMessages uncertain, CancellationToken ct) =>
            DropAsync(id, body, why => uncertain.DropAsync(caller.Group, id, why, ct)));
        api.MapPost("/status/failed/{queue}/{id}/retry", async (string queue, string id, Caller caller, PoisonMessages poison, CancellationToken ct) =>
            Answer(id, await poison.RetryAsync(caller.Group, queue, id, ct)));
        api.MapPost("/status/failed/{queue}/{id}/drop", (string queue, string id, DropBody body, Caller caller, PoisonMessages poison, CancellationToken ct) =>
            DropAsync(id, body, why => poison.DropAsync(caller.Group, queue, id, why, ct)));
    }

    private static async Task<IResult> ReadAsync(Caller caller, StatusRead read, CancellationToken ct)
    {
        var status = await read.Status.GroupAsync(caller.Group, ct);
        var spending = await SpendingView.ReadAsync(read.Spending, await read.Groups.GetAsync(caller.Group, ct), read.Configuration, ct);
        return Results.Ok(new
        {
            alerts = await read.Alerts.ListAsync(caller.Group, ct),
            late = status.LateJobs.Count,
            lateJobs = status.LateJobs.Select(job => new { job.Id, job.Queue, since = job.At }),
            inDoubt = status.Doubts.Count,
            status.Doubts,
            failed = status.Failures.Shown,
            failedHidden = status.Failures.Hidden,
            signUps = Of(await read.SignUps.TodayAsync(caller.Group, ct)),
            spending = new { today = spending.Day.Messages, maxPerDay = spending.Most, spending.Day.SmsParts, spending.Day.Emails, spending.Price, waitingSince = spending.Day.HeldAt },
        });
    }

    /// <summary>Today's sign-ups by flyer forms, and how many are let through.</summary>
    private static object Of(SignUpDay day) => new { today = day.Taken, maxPerMeeting = SignUpDay.MaxPerMeeting + day.Extra, maxPerGroup = SignUpDay.MaxPerGroup + day.Extra, day.Held, day.Meetings };

    private static async Task<IResult> DropAsync(string id, DropBody body, Func<string, Task<bool>> drop) =>
        body.Why?.Trim() is { Length: > 0 and <= MaxWhyLength } why
            ? Answer(id, await drop(why))
            : Problems.Invalid("why", $"Say why it may be lost, in {MaxWhyLength} characters at most and without names.");

    private static IResult Answer(string id, bool isDone) => isDone ? Results.Ok(new { id }) : Problems.NotFound("message");
}
