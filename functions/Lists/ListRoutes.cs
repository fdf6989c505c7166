using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Functions.Lists;

internal sealed record UploadAnswer(ListId Id);

internal sealed record IgnoredColumnAnswer(string Column, string Why);

/// <param name="Became">What a value was read as that was bent to fit.</param>
/// <param name="AreTwo">Of names on one number or address: whether somebody said that they are two people.</param>
/// <param name="AreOne">Whether somebody said that they are one. While neither is said, a second name counts with the first, and two whom we knew apart stay so.</param>
internal sealed record ProblemAnswer(int Row, string Column, string Code, string Message, string Value, string? Became, bool? AreTwo, bool? AreOne);

internal sealed record QuestionAnswer(string Column, string Why);

internal sealed record MeaningBody(string? Means);

internal sealed record UndoAnswer(int Removed);

internal sealed record TwoBody(bool? Two);

/// <summary>What came of a list. Only an uploaded one has an id and a meeting.</summary>
internal sealed record ListAnswer(
    ListId? Id, MeetingId? Meeting, string Filename, ListState State, int Rows, int Accepted, int Merged, int Suppressed, int Rejected,
    IEnumerable<IgnoredColumnAnswer> IgnoredColumns, IEnumerable<ProblemAnswer> Problems, IEnumerable<QuestionAnswer> Questions, string? RejectedFile)
{
    public static ListAnswer Of(string fileName, ListReport report) => new(
        null, null, fileName, report.IsReadable ? ListState.Ready : ListState.Failed, report.Rows, report.Accepted, report.Merged, report.Suppressed, report.Rejected,
        Columns(report.IgnoredColumns), ProblemsOf(report.Problems), Asked(report.Questions), null);

    public static ListAnswer Of(UploadedList list, IReadOnlyList<RowProblem> problems) => new(
        list.Id, list.Meeting, list.FileName, list.State, list.Rows, list.Accepted, list.Merged, list.Suppressed, list.Rejected,
        Columns(list.IgnoredColumns), ProblemsOf(problems), Asked(list.Questions), list.Rejected > 0 ? $"/api/lists/{list.Id}/rejected" : null);

    private static IEnumerable<IgnoredColumnAnswer> Columns(IEnumerable<IgnoredColumn> columns) => columns.Select(c => new IgnoredColumnAnswer(c.Column, c.Why));

    private static IEnumerable<ProblemAnswer> ProblemsOf(IEnumerable<RowProblem> problems) =>
        problems.Select(p => new ProblemAnswer(p.Row, p.Column, p.Code, p.Message, p.Value, p.Became, p.AreTwo, p.AreTwo is null ? null : p.AreOne));

    // An answered question is none any more.
    private static IEnumerable<QuestionAnswer> Asked(IEnumerable<ListQuestion> questions) =>
        questions.Where(q => q.Means is null).Select(q => new QuestionAnswer(q.Column, q.Why));
}

internal static class ListRoutes
{
    public static void MapLists(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/lists", UploadAsync).Accepts<Stream>("*/*").Produces<UploadAnswer>(StatusCodes.Status202Accepted).DisableAntiforgery().Audited(AuditKind.Uploaded);
        api.MapGet("/lists/{id}", GetAsync).Produces<ListAnswer>();
        api.MapPost("/lists/{id}/questions/{column}", AnswerAsync).Produces<ListAnswer>(StatusCodes.Status202Accepted);
        api.MapPost("/lists/{id}/shared/{row:int}", SayWhoAsync).Produces<ListAnswer>();
        api.MapPost("/lists/{id}/undo", UndoAsync).Produces<UndoAnswer>();
        api.MapGet("/lists/{id}/rejected", RejectedAsync).Produces<Stream>(contentType: "text/csv").Audited(AuditKind.Exported);
    }

    private static async Task<IResult> UploadAsync(
        string id, string? filename, string? basis, string? basisNote, HttpRequest request, Caller caller, MeetingStore meetings, UploadList upload, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { Id: var meeting })
            return Problems.NotFound("meeting");
        if (!EnumWord.TryParse<Basis>(basis, out var given) || given is Basis.Refused or Basis.Form)
        {
            return Problems.Invalid(
                "basis",
                "Say on what ground you may write to these people: basis=consent, relation or none.",
                "The law (Tw 11.7) asks for consent that can be proven before an unasked SMS or e-mail. With none, the list is for letters, doors and calls only.");
        }

        if (given is not Basis.None && string.IsNullOrWhiteSpace(basisNote))
            return Problems.Invalid("basis-note", "Say when and how these people agreed, or how they know you: basisNote=…");
        if (basisNote?.Length > UploadedList.MaxNoteLength)
            return Problems.Invalid("basis-note", $"This note is too long: {UploadedList.MaxNoteLength} characters at most.");
        if (request.ContentLength > ListRules.MaxBytes)
            return Problems.TooLarge();
        if (request.ContentLength == 0)
            return Problems.Invalid("file-unreadable", "This file is empty. Choose the list again.");

        var language = Caller.LanguageOf(request);
        using var content = new LimitedStream(request.Body);
        try
        {
            var list = await upload.HandleAsync(new UploadListCommand(caller.Group, meeting, UploadedList.NameOf(filename), content, given, basisNote?.Trim(), language), ct);
            return Results.Accepted($"/api/lists/{list.Id}", new UploadAnswer(list.Id));
        }
        catch (UnreadableFileException)
        {
            return Problems.TooLarge();
        }
    }

    private static async Task<IResult> GetAsync(string id, Caller caller, ListStore lists, CancellationToken ct) =>
        ListId.TryParse(id, out var list) && await lists.FindAsync(caller.Group, list, ct) is { } found
            ? Results.Ok(ListAnswer.Of(found.Value, await lists.ProblemsAsync(caller.Group, found.Value, ct)))
            : Problems.NotFound("list");

    private static async Task<IResult> AnswerAsync(string id, string column, MeaningBody body, Caller caller, AnswerQuestion answer, ListStore lists, CancellationToken ct)
    {
        if (Meaning.Of(body.Means) is not { } means)
            return Problems.Invalid("means", $"Say what the column means: {string.Join(", ", Meaning.All)}.");
        if (!ListId.TryParse(id, out var list))
            return Problems.NotFound("list");
        // A slash in a header comes escaped.
        return await answer.HandleAsync(new AnswerQuestionCommand(caller.Group, list, Uri.UnescapeDataString(column), means), ct) switch
        {
            AnswerOutcome.Answered answered => Results.Accepted($"/api/lists/{id}", ListAnswer.Of(answered.List, await lists.ProblemsAsync(caller.Group, answered.List, ct))),
            AnswerOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Answer again in a moment."),
            AnswerOutcome.FileGone => Problems.Of(StatusCodes.Status410Gone, "gone", "The uploaded file is no longer kept, so nobody can see who said no. Upload the list again."),
            _ => Problems.NotFound("question"),
        };
    }

    private static async Task<IResult> SayWhoAsync(string id, int row, TwoBody body, Caller caller, SayWho say, ListStore lists, CancellationToken ct)
    {
        if (body.Two is not { } areTwo)
            return Problems.Invalid("two", "Say \"two\": true when these are two people, false when they are one.");
        if (!ListId.TryParse(id, out var list))
            return Problems.NotFound("list");
        return await say.HandleAsync(caller.Group, list, row, areTwo, ct) switch
        {
            SayWhoOutcome.Said said => Results.Ok(ListAnswer.Of(said.List, await lists.ProblemsAsync(caller.Group, said.List, ct))),
            SayWhoOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Say it again in a moment."),
            SayWhoOutcome.SaidOtherwise => Problems.Of(StatusCodes.Status409Conflict, "said-otherwise", "Something else was said before, and that is done. It cannot be taken back here."),
            SayWhoOutcome.CannotBeOne => Problems.Of(
                StatusCodes.Status409Conflict, "cannot-be-one", "They cannot become one person: a message is on its way to one of them, or each has a place or has named neighbours. Try again later, or leave them apart."),
            SayWhoOutcome.FileGone => Problems.Of(StatusCodes.Status410Gone, "gone", "The uploaded file is no longer kept, so nobody knows whom this row is about. Correct them by hand."),
            _ => Problems.NotFound("row"),
        };
    }

    private static async Task<IResult> UndoAsync(string id, Caller caller, UndoList undo, CancellationToken ct)
    {
        if (!ListId.TryParse(id, out var list))
            return Problems.NotFound("list");
        return await undo.HandleAsync(caller.Group, list, ct) switch
        {
            UndoListOutcome.Undone undone => Results.Ok(new UndoAnswer(undone.Removed)),
            UndoListOutcome.Sent => Problems.Of(StatusCodes.Status409Conflict, "sent", "Somebody on this list was written to already, so it cannot be undone. Take people off one by one."),
            UndoListOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Undo it in a moment."),
            _ => Problems.NotFound("list"),
        };
    }

    private static async Task<IResult> RejectedAsync(string id, Caller caller, ListStore lists, RejectedRows rejected, CancellationToken ct)
    {
        if (!ListId.TryParse(id, out var list) || await lists.FindAsync(caller.Group, list, ct) is not { } found)
            return Problems.NotFound("list");
        return await rejected.OpenAsync(caller.Group, found.Value, ct) is { } file
            ? Results.Stream(file, "text/csv", RejectedRows.NameOf(found.Value))
            : Problems.Of(StatusCodes.Status410Gone, "gone", "The uploaded file is kept for 30 days only, so its rejected rows are gone too.");
    }
}
