using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Reminders;
using Outreach.Sending;

namespace Outreach.Functions.Meetings;

/// <summary>What the first page of a meeting is read from.</summary>
internal sealed record OverviewCall(
    OrganiserPage Page, HttpContext Http, MeetingStore Meetings, ReadOverview Read, ReadForecast Forecast, ReadStreets Streets, ReadUntold Untold, ListStore Lists, Mailings Mailings, CancellationToken Ct);

/// <summary>How a meeting is doing, and what goes out for it when.</summary>
internal static class OverviewPages
{
    public static void MapOverviewPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}", (NamedMeeting at, [AsParameters] OverviewCall call) => ShowAsync(at.Meeting, call, null, null));
        pages.MapPost("/meetings/{id}/plan/{step}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(Meeting meeting, OverviewCall call, string? wrongStep, FormState? state)
    {
        var (page, ct) = (call.Page, call.Ct);
        var overview = await call.Read.WithProgressAsync(page.Group.Id, meeting, ct);
        var plan = (await call.Meetings.FindPlanAsync(page.Group.Id, meeting.Id, ct))?.Value ?? new Plan();
        var dimension = FunnelSection.Dimensions.FirstOrDefault(known => known == call.Http.Request.Query["by"]) ?? FunnelSection.Dimensions[0];
        var values = new RouteValueDictionary(new
        {
            Overview = overview,
            Forecast = await call.Forecast.HandleAsync(page.Group.Id, overview, ct),
            Timeline = Timeline.Of(meeting, plan, overview.Progress.SentHours is [var first, ..] ? first.At : null, new SendingHours(page.Settings.Zone), page.Now),
            Dimension = dimension,
            By = dimension == "street" ? await call.Streets.HandleAsync(page.Group.Id, meeting.Id, ct) : overview.Funnel.By[dimension],
            Lists = (IReadOnlyList<UploadedList>)[.. (await call.Lists.ListAsync(page.Group.Id, ct)).Where(list => list.Meeting == meeting.Id)],
            Mailings = await call.Mailings.ListAsync(page.Group.Id, meeting.Id, ct),
            Untold = await call.Untold.HandleAsync(page.Group.Id, meeting, ct),
            WrongStep = wrongStep,
        });
        return state is null ? page.View<MeetingPage>(values) : page.View<MeetingPage>(values, state);
    }

    private static async Task<IResult> ChangeAsync(NamedMeeting at, string step, [AsParameters] OverviewCall call, ChangePlan change)
    {
        var page = call.Page;
        if (!EnumWord.TryParse<Step>(step, out var known))
            return page.NotFound();
        var state = FormState.Of(call.Http);
        if (WishOf(state, page) is not { } wish)
            return await ShowAsync(at.Meeting, call, step, state.WithError($"day-{step}", page["timeline.wrong.day"]));
        return await change.HandleAsync(at.Group, at.Id, known, wish, call.Ct) switch
        {
            null => Results.LocalRedirect($"/meetings/{at.Id}?done=plan-{state["verb"]}#step-{step}"),
            PlanProblem.NotFound => page.NotFound(),
            { } problem => await ShowAsync(at.Meeting, call, step, state.WithError($"day-{step}", page.Word("timeline.wrong", problem))),
        };
    }

    private static PlanWish? WishOf(FormState state, OrganiserPage page) => state["verb"] switch
    {
        "hold" => new PlanWish.Hold(),
        "release" => new PlanWish.Release(),
        _ => MeetingForm.MomentOf(state["day"], state["time"], page) is { } at ? new PlanWish.MoveTo(at) : null,
    };
}
