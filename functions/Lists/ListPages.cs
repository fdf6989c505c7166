using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Lists;

internal static class ListPages
{
    public static void MapListPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/lists", NewAsync);
        pages.MapPost("/meetings/{id}/lists", UploadAsync);
        pages.MapGet("/meetings/{id}/lists/{list}", (ListOfMeeting of, string? step, OrganiserPage page, ListView view, CancellationToken ct) => view.ShowAsync(page, of, step == "columns", ct));
        pages.MapPost("/meetings/{id}/lists/{list}/questions", AnswerAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/shared/{row:int}", SayWhoAsync);
        pages.MapGet("/meetings/{id}/lists/{list}/rejected", RejectedAsync).Audited(AuditKind.Exported);
    }

    private static async Task<IResult> NewAsync(NamedMeeting at, OrganiserPage page, ListStore lists, CancellationToken ct) =>
        page.View<UploadListPage>(new { at.Meeting, Drafts = (IReadOnlyList<UploadedList>)[.. (await lists.ListAsync(at.Group, ct)).Where(list => list.Meeting == at.Id && list.IsDraft)] });

    private static async Task<IResult> UploadAsync(NamedMeeting at, OrganiserPage page, HttpContext http, UploadList upload, CancellationToken ct)
    {
        var state = Check(FormState.Of(http), http.Request.Form.Files.GetFile("file"), page, out var basis);
        if (state.FirstError is not null)
            return page.View<UploadListPage>(new { at.Meeting }, state);
        var file = http.Request.Form.Files.GetFile("file")!;
        await using var content = file.OpenReadStream();
        var list = await upload.HandleAsync(
            new UploadListCommand(at.Group, at.Id, UploadedList.NameOf(file.FileName), content, basis, state["note"], page.Words.Code) { IsDraft = true }, ct);
        return Results.LocalRedirect($"/meetings/{at.Id}/lists/{list.Id}");
    }

    private static FormState Check(FormState state, IFormFile? file, OrganiserPage page, out Basis basis)
    {
        if (file is null or { Length: 0 })
            state = state.WithError("file", page["list.wrong.file"]);
        else if (file.Length > ListRules.MaxBytes)
            state = state.WithError("file", page["list.wrong.large"]);
        return BasisFields.Check(state, page, out basis);
    }

    private static async Task<IResult> AnswerAsync(ListOfMeeting of, OrganiserPage page, HttpContext http, AnswerQuestion answer, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (Meaning.Of(state["means"]) is not { } means)
            return page.Notice("list.asked", "list.wrongMeans", StatusCodes.Status422UnprocessableEntity);
        return await answer.HandleAsync(new AnswerQuestionCommand(of.Group, of.Id, state["column"] ?? "", means), ct) switch
        {
            AnswerOutcome.FileGone => page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone),
            AnswerOutcome.Unknown => page.NotFound(),
            _ => Results.LocalRedirect(of.Path),
        };
    }

    private static async Task<IResult> SayWhoAsync(ListOfMeeting of, int row, OrganiserPage page, HttpContext http, SayWho say, CancellationToken ct)
    {
        if (!bool.TryParse(FormState.Of(http)["two"], out var areTwo))
            return page.NotFound();
        return await say.HandleAsync(of.Group, of.Id, row, areTwo, ct) switch
        {
            SayWhoOutcome.FileGone => page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone),
            SayWhoOutcome.CannotBeOne => page.Notice("list.notOne", "list.notOneWhy", StatusCodes.Status409Conflict),
            SayWhoOutcome.SaidOtherwise => page.Notice("list.people", "list.saidOtherwise", StatusCodes.Status409Conflict),
            SayWhoOutcome.Unknown => page.NotFound(),
            _ => Results.LocalRedirect(of.Path + "#problems"),
        };
    }

    private static async Task<IResult> RejectedAsync(ListOfMeeting of, OrganiserPage page, RejectedRows rejected, CancellationToken ct) =>
        await rejected.OpenAsync(of.Group, of.List, ct) is { } file
            ? Results.Stream(file, "text/csv", RejectedRows.NameOf(of.List))
            : page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone);
}
