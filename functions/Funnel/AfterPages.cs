using System.Globalization;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <summary>What came of a meeting, and what it took.</summary>
internal static class AfterPages
{
    public static void MapAfterPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/after", (NamedMeeting at, [AsParameters] AfterCall call) => ShowAsync(at, call, null));
        pages.MapPost("/meetings/{id}/after", NoteAsync);
    }

    private static async Task<IResult> ShowAsync(NamedMeeting at, AfterCall call, FormState? state)
    {
        var (page, ct) = (call.Page, call.Ct);
        var evaluation = (await call.Meetings.FindEvaluationAsync(at.Group, at.Id, ct))?.Value ?? new Evaluation();
        return page.View<AfterPage>(
            new
            {
                Overview = await call.Overview.HandleAsync(at.Group, at.Meeting, ct),
                Aftermath = await call.Read.HandleAsync(at.Group, at.Id, ct),
                Evaluation = evaluation,
            },
            state ?? Filled(evaluation, page));
    }

    private static async Task<IResult> NoteAsync(NamedMeeting at, [AsParameters] AfterCall call, NoteEvaluation note)
    {
        var (page, state) = (call.Page, FormState.Of(call.Http));
        var (hours, euros) = (state.Amount("hours", Evaluation.MaxHours), state.Amount("euros", Evaluation.MaxEuros));
        if (state.Has("hours") && hours is null)
            state = state.WithError("hours", page["after.wrongNumber"]);
        if (state.Has("euros") && euros is null)
            state = state.WithError("euros", page["after.wrongNumber"]);
        if (state.FirstError is not null)
            return await ShowAsync(at, call, state);
        await note.HandleAsync(at.Group, at.Id, new Evaluation { Hours = hours, Euros = euros }, call.Ct);
        return Results.LocalRedirect($"/meetings/{at.Id}/after?done=after-noted");
    }

    private static FormState Filled(Evaluation evaluation, OrganiserPage page) => new(new Dictionary<string, string>
    {
        ["hours"] = evaluation.Hours?.ToString("0.##", CultureOf(page)) ?? "",
        ["euros"] = evaluation.Euros?.ToString("0.##", CultureOf(page)) ?? "",
    });

    private static CultureInfo CultureOf(OrganiserPage page) => CultureInfo.GetCultureInfo(page.Words.Code);
}

/// <summary>What the page after a meeting is read from.</summary>
internal sealed record AfterCall(OrganiserPage Page, HttpContext Http, MeetingStore Meetings, ReadOverview Overview, ReadAftermath Read, CancellationToken Ct);
