using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.PlainLanguage;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal static class MeetingPages
{
    public static void MapMeetingPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings", ListAsync);
        pages.MapGet("/meetings/new", NewAsync);
        pages.MapPost("/meetings/new", CreateAsync);
        pages.MapGet("/meetings/{id}/edit", Edit);
        pages.MapPost("/meetings/{id}/edit", ChangeAsync);
        pages.MapPost("/meetings/{id}/cancel", CancelAsync);
        pages.MapGet("/meetings/{id}/report", Report);
        pages.MapPost("/meetings/{id}/report", TellAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, ReadMeetings read, CancellationToken ct) =>
        page.View<MeetingsPage>(new { Meetings = await read.HandleAsync(page.Group.Id, ct) });

    /// <param name="after">The meeting that the new one follows: it is filled in as that one was.</param>
    private static async Task<IResult> NewAsync(string? after, OrganiserPage page, MeetingStore meetings, CancellationToken ct) =>
        MeetingId.TryParse(after, out var id) && await meetings.FindAsync(page.Group.Id, id, ct) is { Value: var before }
            ? View(page, null, MeetingForm.After(before, page))
            : NewMeetingSteps.Show(page, MeetingForm.New(page), 1);

    private static async Task<IResult> CreateAsync(OrganiserPage page, HttpContext http, CreateMeeting create, CancellationToken ct)
    {
        var typed = FormState.Of(http);
        var draft = MeetingForm.DraftOf(typed, page);
        var state = MeetingForm.Check(typed, draft, null, page);
        if (NewMeetingSteps.Next(typed, state) is { } step)
            return NewMeetingSteps.Show(page, step.State, step.Number);
        if (state.FirstError is not null)
            return View(page, null, state);
        var (meeting, problem) = await create.HandleAsync(page.Group.Id, draft, ct);
        return meeting is null
            ? View(page, null, MeetingForm.Refused(state, problem!.Value, page))
            : Results.LocalRedirect($"/meetings/{meeting.Id}?done=meeting-made");
    }

    private static IResult Edit(NamedMeeting at, OrganiserPage page) =>
        View(page, at.Meeting, MeetingForm.Of(at.Meeting, page.Settings));

    private static async Task<IResult> ChangeAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ChangeMeeting change, CancellationToken ct)
    {
        var typed = FormState.Of(http);
        if (MeetingForm.Of(at.Meeting, page.Settings) is var known && known.IsNewerThan(typed))
            return View(page, at.Meeting, known.WithError("title", page["meeting.changedMeanwhile"]));
        var state = MeetingForm.Check(typed, MeetingForm.DraftOf(typed, page), at.Meeting, page);
        if (state.FirstError is not null)
            return View(page, at.Meeting, state);
        var (from, until) = MeetingForm.TimesOf(state, page);
        var wish = new MeetingChange
        {
            Title = state["title"] ?? "",
            Series = state["series"] ?? "",
            Audience = MeetingForm.AudienceOf(state),
            Area = state["area"] ?? "",
            StartsAt = from,
            EndsAt = until,
            Place = state["place"] ?? "",
            Capacity = MeetingForm.PlacesOf(state),
            ContactName = state["contactName"] ?? "",
            ContactPhone = state["contactPhone"] ?? "",
            Languages = MeetingForm.LanguagesOf(state),
            Quota = state.Number("quota"),
            PersonalLines = MeetingForm.LinesOf(state),
        };
        var (changed, problem) = await change.HandleAsync(at.Group, at.Id, wish, ct);
        return changed is null
            ? View(page, at.Meeting, MeetingForm.Refused(state, problem!.Value, page))
            : Results.LocalRedirect($"/meetings/{at.Id}?done=meeting-saved");
    }

    private static IResult View(OrganiserPage page, Meeting? meeting, FormState state) => page.View<EditMeetingPage>(new { Meeting = meeting }, state);

    private static async Task<IResult> CancelAsync(NamedMeeting at, OrganiserPage page, ChangeMeeting change, CancellationToken ct)
    {
        var (cancelled, _) = await change.HandleAsync(at.Group, at.Id, new MeetingChange { Cancelled = true }, ct);
        if (cancelled is null)
            return page.Notice("paper.tooLate", "send.over", StatusCodes.Status409Conflict);
        return Results.LocalRedirect($"/meetings/{at.Id}?done={(cancelled.CancelledAt >= cancelled.StartsAt ? "meeting-cancelled-begun" : "meeting-cancelled")}");
    }

    private static IResult Report(NamedMeeting at, OrganiserPage page) =>
        page.View<ReportPage>(new { at.Meeting });

    /// <summary>First shows what it will say and to whom; only the second press tells it.</summary>
    private static async Task<IResult> TellAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ChangeMeeting change, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var check = state["report"] is { } text ? PlainCheck.Of(text, page.Group.Language, null, page.Words.Code) : null;
        if (check is null)
            state = state.WithError("report", page["report.empty"]);
        else if (!MeetingChange.MayReport(at.Meeting, page.Now))
            (state, check) = (state.WithError("report", page.Word("meeting.wrong", MeetingProblem.Early)), null);
        else if (state.Has("sure") && check.NeedsConfirm && !state.Has("labels"))
            state = state.WithError("labels", page["plain.confirmMissing"]);
        else if (state.Has("sure"))
            return await SaveAsync(state["report"]!);
        return page.View<ReportPage>(new { at.Meeting, Check = check }, state);

        async Task<IResult> SaveAsync(string report)
        {
            var (_, problem) = await change.HandleAsync(at.Group, at.Id, new MeetingChange { Report = report }, ct);
            return problem is null
                ? Results.LocalRedirect($"/meetings/{at.Id}?done={(at.Meeting.CancelledAt is null ? "reported" : "report-kept")}")
                : page.View<ReportPage>(new { at.Meeting }, state.WithError("report", page.Word("meeting.wrong", problem.Value)));
        }
    }
}
