using System.Globalization;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;

namespace Outreach.Functions.Lists;

/// <summary>From a file to a yes, and back again.</summary>
internal static class DraftPages
{
    private const string UsePrefix = "use-";
    private const string PairPrefix = "pair-";
    private const string CellPrefix = "cell-";

    public static void MapDraftPages(this RouteGroupBuilder pages)
    {
        pages.MapPost("/meetings/{id}/lists/{list}/columns", ChooseAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/header", HeaderAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/confirm", ConfirmAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/discard", DiscardAsync);
        pages.MapPost("/meetings/{id}/lists/{list}/undo", UndoAsync);
    }

    private static async Task<IResult> ChooseAsync(ListOfMeeting of, OrganiserPage page, HttpContext http, ChooseColumns choose, ListView view, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var header = EnumWord.TryParse<HeaderKind>(state["header"], out var kind) ? kind : HeaderKind.Found;
        return await choose.HandleAsync(of.Group, of.Id, UsesOf(state), header, ct) switch
        {
            ChooseOutcome.Refused refused => await view.ColumnsAsync(page, of with { List = of.List with { Header = header } }, state.WithError("columns", refused.Why.Message), ct),
            _ => Results.LocalRedirect(of.Path),
        };
    }

    private static List<ColumnUse?> UsesOf(FormState state)
    {
        var uses = new List<ColumnUse?>();
        foreach (var (name, value) in state.Values)
        {
            if (!name.StartsWith(UsePrefix, StringComparison.Ordinal) || !int.TryParse(name.AsSpan(UsePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= ListRules.MaxColumns)
                continue;
            while (uses.Count <= index)
                uses.Add(null);
            uses[index] = EnumWord.TryParse<ColumnUse>(value, out var use) ? use : null;
        }

        return uses;
    }

    private static async Task<IResult> HeaderAsync(ListOfMeeting of, HttpContext http, ChooseColumns choose, CancellationToken ct)
    {
        if (EnumWord.TryParse<HeaderKind>(FormState.Of(http)["header"], out var header))
            await choose.SetHeaderAsync(of.Group, of.Id, header, ct);
        return Results.LocalRedirect(of.Path);
    }

    private static async Task<IResult> ConfirmAsync(ListOfMeeting of, OrganiserPage page, HttpContext http, ConfirmList confirm, ListView view, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var check = state.Number("check") ?? -1;
        // What was typed is read first, whichever button was pressed.
        var outcome = await confirm.MendAsync(of.Group, of.Id, check, ApartOf(state), TypedOf(state), ct);
        if (outcome is ConfirmOutcome.AsItWas)
            outcome = state["do"] == "mend" ? ConfirmOutcome.Changed : await confirm.HandleAsync(of.Group, of.Id, check, ApartOf(state), ct);
        return outcome is ConfirmOutcome.Changed && of.List.State is ListState.Checked && of.List.Check != check
            ? await view.PreviewAsync(page, of, isChanged: true, ct)
            : Results.LocalRedirect(of.Path);
    }

    private static List<int> ApartOf(FormState state) =>
    [
        .. state.Values.Where(pair => pair.Value == "two" && pair.Key.StartsWith(PairPrefix, StringComparison.Ordinal))
            .Select(pair => int.TryParse(pair.Key.AsSpan(PairPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0),
    ];

    private static Dictionary<(int Row, int Column), string> TypedOf(FormState state)
    {
        var typed = new Dictionary<(int, int), string>();
        foreach (var (name, value) in state.Values)
        {
            if (name.StartsWith(CellPrefix, StringComparison.Ordinal) && name[CellPrefix.Length..].Split('-') is [var row, var column] && NumberOf(row) is { } at && NumberOf(column) is { } index)
                typed[(at, index)] = value.Trim();
        }

        return typed;

        static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static async Task<IResult> DiscardAsync(ListOfMeeting of, DiscardList discard, CancellationToken ct) =>
        await discard.HandleAsync(of.Group, of.Id, ct) ? Results.LocalRedirect($"/meetings/{of.Meeting.Id}/lists?done=list-discarded") : Results.LocalRedirect(of.Path);

    private static async Task<IResult> UndoAsync(ListOfMeeting of, OrganiserPage page, UndoList undo, CancellationToken ct) =>
        await undo.HandleAsync(of.Group, of.Id, ct) is UndoListOutcome.Sent
            ? page.Notice("list.undo", "list.cannotUndo", StatusCodes.Status409Conflict)
            : Results.LocalRedirect(of.Path);
}
