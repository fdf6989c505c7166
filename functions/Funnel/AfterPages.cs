using System.Globalization;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <summary>What came of a meeting, and what it took.</summary>
internal static class AfterPages
{
    public static void MapAfterPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/after", async (string id, [AsParameters] AfterCall call) => await ShowAsync(id, call, null));
        pages.MapPost("/meetings/{id}/after", NoteAsync);
    }

    private static async Task<IResult> ShowAsync(string id, AfterCall call, FormState? state)
    {
        var (page, ct) = (call.Page, call.Ct);
        if (await call.Meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var evaluation = (await call.Meetings.FindEvaluationAsync(page.Group.Id, meeting.Id, ct))?.Value ?? new Evaluation();
        return page.View<AfterPage>(
            new
            {
                Overview = await call.Overview.HandleAsync(page.Group.Id, meeting, ct),
                Aftermath = await call.Read.HandleAsync(page.Group.Id, meeting.Id, ct),
                Evaluation = evaluation,
            },
            state ?? Filled(evaluation, page));
    }

    private static async Task<IResult> NoteAsync(string id, [AsParameters] AfterCall call, NoteEvaluation note)
    {
        var (page, state) = (call.Page, FormState.Of(call.Http));
        if (await call.Meetings.FindAsync(page.Group.Id, id, call.Ct) is not { } meeting)
            return page.NotFound();
        var (hours, euros) = (NumberOf(state["hours"], Evaluation.MaxHours), NumberOf(state["euros"], Evaluation.MaxEuros));
        if (state.Has("hours") && hours is null)
            state = state.But("hours", page["after.wrongNumber"]);
        if (state.Has("euros") && euros is null)
            state = state.But("euros", page["after.wrongNumber"]);
        if (state.Wrong is not null)
            return await ShowAsync(id, call, state);
        await note.HandleAsync(page.Group.Id, meeting.Id, new Evaluation { Hours = hours, Euros = euros }, call.Ct);
        return Results.LocalRedirect($"/meetings/{id}/after?done=after-noted");
    }

    private static FormState Filled(Evaluation evaluation, OrganiserPage page) => new(new Dictionary<string, string>
    {
        ["hours"] = evaluation.Hours?.ToString("0.##", CultureOf(page)) ?? "",
        ["euros"] = evaluation.Euros?.ToString("0.##", CultureOf(page)) ?? "",
    });

    /// <summary>As people write it: with a comma or a point before the cents.</summary>
    private static decimal? NumberOf(string? text, int most) =>
        decimal.TryParse(text?.Replace(',', '.').TrimStart('€', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number : null;

    private static CultureInfo CultureOf(OrganiserPage page) => CultureInfo.GetCultureInfo(page.Words.Code);
}

/// <summary>What the page after a meeting is read from.</summary>
internal sealed record AfterCall(OrganiserPage Page, HttpContext Http, MeetingStore Meetings, ReadOverview Overview, ReadAftermath Read, CancellationToken Ct);
