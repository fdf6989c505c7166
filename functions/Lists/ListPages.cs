using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Lists;

internal static class ListPages
{
    public static void MapListPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/lists", NewAsync);
        pages.MapPost("/meetings/{id}/lists", UploadAsync);
        pages.MapGet("/meetings/{id}/lists/{list}", ShowAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/questions", AnswerAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/shared/{row:int}", SayWhoAsync);
        pages.MapGet("/meetings/{id}/lists/{list}/rejected", RejectedAsync).Audited(AuditKind.Exported);
    }

    private static async Task<IResult> NewAsync(string id, OrganiserPage page, MeetingStore meetings, ListStore lists, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting ? page.View<UploadListPage>(new { Meeting = meeting, Drafts = await DraftsAsync(page, meeting, lists, ct) }) : page.NotFound();

    private static async Task<IReadOnlyList<UploadedList>> DraftsAsync(OrganiserPage page, Meeting meeting, ListStore lists, CancellationToken ct) =>
        [.. (await lists.ListAsync(page.Group.Id, ct)).Where(list => list.Meeting == meeting.Id && list.IsDraft)];

    private static async Task<IResult> UploadAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, UploadList upload, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var state = Check(FormState.Of(http), http.Request.Form.Files.GetFile("file"), page, out var basis);
        if (state.Wrong is not null)
            return page.View<UploadListPage>(new { Meeting = meeting }, state);
        var file = http.Request.Form.Files.GetFile("file")!;
        await using var content = file.OpenReadStream();
        var list = await upload.HandleAsync(
            new UploadListCommand(page.Group.Id, meeting.Id, UploadedList.NameOf(file.FileName), content, basis, state["note"], page.Words.Code) { IsDraft = true }, ct);
        return Results.LocalRedirect($"/meetings/{id}/lists/{list.Id}");
    }

    private static FormState Check(FormState state, IFormFile? file, OrganiserPage page, out Basis basis)
    {
        if (file is null or { Length: 0 })
            state = state.But("file", page["list.wrong.file"]);
        else if (file.Length > ListRules.MaxBytes)
            state = state.But("file", page["list.wrong.large"]);
        return BasisFields.Check(state, page, out basis);
    }

    private static async Task<IResult> ShowAsync(string id, string list, string? step, OrganiserPage page, MeetingStore meetings, ListStore lists, ListView view, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting && await lists.FindAsync(page, meeting, list, ct) is { } found
            ? await view.ShowAsync(page, meeting, found, step == "columns", ct)
            : page.NotFound();

    private static async Task<IResult> AnswerAsync(string id, string list, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, AnswerQuestion answer, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        var state = FormState.Of(http);
        if (Meaning.Of(state["means"]) is not { } means)
            return page.Notice("list.asked", "list.wrongMeans", StatusCodes.Status422UnprocessableEntity);
        return await answer.HandleAsync(new AnswerQuestionCommand(page.Group.Id, found.Id, state["column"] ?? "", means), ct) switch
        {
            AnswerOutcome.FileGone => page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone),
            AnswerOutcome.Unknown => page.NotFound(),
            _ => Results.LocalRedirect($"/meetings/{id}/lists/{list}"),
        };
    }

    private static async Task<IResult> SayWhoAsync(string id, string list, int row, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, SayWho say, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found || !bool.TryParse(FormState.Of(http)["two"], out var areTwo))
            return page.NotFound();
        return await say.HandleAsync(page.Group.Id, found.Id, row, areTwo, ct) switch
        {
            SayWhoOutcome.FileGone => page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone),
            SayWhoOutcome.CannotBeOne => page.Notice("list.notOne", "list.notOneWhy", StatusCodes.Status409Conflict),
            SayWhoOutcome.SaidOtherwise => page.Notice("list.people", "list.saidOtherwise", StatusCodes.Status409Conflict),
            SayWhoOutcome.Unknown => page.NotFound(),
            _ => Results.LocalRedirect($"/meetings/{id}/lists/{list}#problems"),
        };
    }

    private static async Task<IResult> RejectedAsync(string id, string list, OrganiserPage page, MeetingStore meetings, ListStore lists, RejectedRows rejected, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        return await rejected.OpenAsync(page.Group.Id, found, ct) is { } file
            ? Results.Stream(file, "text/csv", RejectedRows.NameOf(found))
            : page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone);
    }

    /// <summary>The list that an address names, or null.</summary>
    public static async Task<UploadedList?> FindAsync(this ListStore lists, OrganiserPage page, Meeting meeting, string id, CancellationToken ct) =>
        ListId.TryParse(id, out var list) && await lists.FindAsync(page.Group.Id, list, ct) is { } found && found.Value.Meeting == meeting.Id ? found.Value : null;
}
