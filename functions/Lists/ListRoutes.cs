using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Functions.Lists;

/// <summary>What the address of an upload says of the list.</summary>
internal sealed record UploadQuery
{
    public string? Filename { get; init; }

    /// <summary>On what ground the people on it may be written to: consent, relation or none.</summary>
    public string? Basis { get; init; }

    public string? BasisNote { get; init; }
}

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

    // An answered question is no longer asked.
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

    private static async Task<IResult> UploadAsync(NamedMeeting at, [AsParameters] UploadQuery query, HttpRequest request, UploadList upload, CancellationToken ct)
    {
        if (Problem(query, request, out var basis) is { } problem)
            return problem;
        using var content = new LimitedStream(request.Body, leaveOpen: true);
        try
        {
            var list = await upload.HandleAsync(new UploadListCommand(at.Group, at.Id, UploadedList.NameOf(query.Filename), content, basis, query.BasisNote?.Trim(), Caller.LanguageOf(request)), ct);
            return Results.Accepted($"/api/lists/{list.Id}", new UploadAnswer(list.Id));
        }
        catch (UnreadableFileException)
        {
            return Problems.TooLarge();
        }
    }

    private static IResult? Problem(UploadQuery query, HttpRequest request, out Basis basis)
    {
        if (!EnumWord.TryParse(query.Basis, out basis) || basis is Basis.Refused or Basis.Form)
        {
            return Problems.Invalid(
                "basis",
                "Say on what ground you may write to these people: basis=consent, relation or none.",
                "The law (Tw 11.7) asks for consent that can be proven before an unasked SMS or e-mail. With none, the list is for letters, doors and calls only.");
        }

        if (basis is not Basis.None && string.IsNullOrWhiteSpace(query.BasisNote))
            return Problems.Invalid("basis-note", "Say when and how these people agreed, or how they know you: basisNote=…");
        if (query.BasisNote?.Length > UploadedList.MaxNoteLength)
            return Problems.Invalid("basis-note", $"This note is too long: {UploadedList.MaxNoteLength} characters at most.");
        if (request.ContentLength > ListRules.MaxBytes)
            return Problems.TooLarge();
        return request.ContentLength == 0 ? Problems.Invalid("file-unreadable", "This file is empty. Choose the list again.") : null;
    }

    private static async Task<IResult> GetAsync(NamedList named, ListStore lists, CancellationToken ct) =>
        Results.Ok(ListAnswer.Of(named.List, await lists.ProblemsAsync(named.Group, named.List, ct)));

    private static async Task<IResult> AnswerAsync(NamedList named, string column, MeaningBody body, AnswerQuestion answer, ListStore lists, CancellationToken ct)
    {
        if (Meaning.Of(body.Means) is not { } means)
            return Problems.Invalid("means", $"Say what the column means: {string.Join(", ", Meaning.All)}.");
        // The server leaves a slash escaped, and nothing else.
        var header = column.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return await answer.HandleAsync(new AnswerQuestionCommand(named.Group, named.Id, header, means), ct) switch
        {
            AnswerOutcome.Answered answered => Results.Accepted($"/api/lists/{named.Id}", ListAnswer.Of(answered.List, await lists.ProblemsAsync(named.Group, answered.List, ct))),
            AnswerOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Answer again in a moment."),
            AnswerOutcome.FileGone => Problems.Of(StatusCodes.Status410Gone, "gone", "The uploaded file is no longer kept, so nobody can see who said no. Upload the list again."),
            _ => Problems.NotFound("question"),
        };
    }

    private static async Task<IResult> SayWhoAsync(NamedList named, int row, TwoBody body, SayWho say, ListStore lists, CancellationToken ct)
    {
        if (body.Two is not { } areTwo)
            return Problems.Invalid("two", "Say \"two\": true when these are two people, false when they are one.");
        return await say.HandleAsync(named.Group, named.Id, row, areTwo, ct) switch
        {
            SayWhoOutcome.Said said => Results.Ok(ListAnswer.Of(said.List, await lists.ProblemsAsync(named.Group, said.List, ct))),
            SayWhoOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Try again in a moment."),
            SayWhoOutcome.SaidOtherwise => Problems.Of(StatusCodes.Status409Conflict, "said-otherwise", "Something else was chosen before, and that has been carried out. It cannot be undone here."),
            SayWhoOutcome.CannotBeOne => Problems.Of(
                StatusCodes.Status409Conflict, "cannot-be-one", "They cannot become one person: a message is on its way to one of them, or each has a place or has named neighbours. Try again later, or keep them apart."),
            SayWhoOutcome.FileGone => Problems.Of(StatusCodes.Status410Gone, "gone", "The uploaded file is no longer kept, so nobody knows whom this row is about. Correct them by hand."),
            _ => Problems.NotFound("row of this list"),
        };
    }

    private static async Task<IResult> UndoAsync(NamedList named, UndoList undo, CancellationToken ct) =>
        await undo.HandleAsync(named.Group, named.Id, ct) switch
        {
            UndoListOutcome.Undone undone => Results.Ok(new UndoAnswer(undone.Removed)),
            UndoListOutcome.Sent => Problems.Of(StatusCodes.Status409Conflict, "sent", "Somebody on this list was written to already, so it cannot be undone. Take people off one by one."),
            UndoListOutcome.Reading => Problems.Of(StatusCodes.Status409Conflict, "reading", "This list is being read. Try again in a moment."),
            _ => Problems.NotFound("list"),
        };

    private static async Task<IResult> RejectedAsync(NamedList named, RejectedRows rejected, CancellationToken ct) =>
        await rejected.OpenAsync(named.Group, named.List, ct) is { } file
            ? Results.Stream(file, "text/csv", RejectedRows.NameOf(named.List))
            : Problems.Of(StatusCodes.Status410Gone, "gone", "The rejected rows of this list are no longer kept. Upload the list again.");
}
