using System.Globalization;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

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

    private static async Task<IResult> ChooseAsync(
        string id, string list, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, ChooseColumns choose, ListView view, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        var state = FormState.Of(http);
        var header = EnumWord.TryParse<HeaderKind>(state["header"], out var kind) ? kind : HeaderKind.Found;
        return await choose.HandleAsync(page.Group.Id, found.Id, UsesOf(state), header, ct) switch
        {
            ChooseOutcome.Refused refused => await view.ColumnsAsync(page, meeting, found with { Header = header }, state.But("columns", refused.Why.Message), ct),
            _ => Results.LocalRedirect(AddressOf(id, list)),
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

    private static async Task<IResult> HeaderAsync(string id, string list, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, ChooseColumns choose, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        if (EnumWord.TryParse<HeaderKind>(FormState.Of(http)["header"], out var header))
            await choose.SetHeaderAsync(page.Group.Id, found.Id, header, ct);
        return Results.LocalRedirect(AddressOf(id, list));
    }

    private static async Task<IResult> ConfirmAsync(
        string id, string list, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, PreviewStore previews, ConfirmList confirm, ListView view, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        var state = FormState.Of(http);
        var check = state.Number("check") ?? -1;
        var mended = await previews.FindAsync(page.Group.Id, found, ct) is { } preview ? MendedOf(state, preview) : [];
        // What was typed is read first, whichever button was pressed.
        var outcome = mended.Count > 0
            ? await confirm.MendAsync(page.Group.Id, found.Id, check, ApartOf(state), mended, ct)
            : state["do"] == "mend" ? ConfirmOutcome.Changed : await confirm.HandleAsync(page.Group.Id, found.Id, check, ApartOf(state), ct);
        return outcome is ConfirmOutcome.Changed && found.State is ListState.Checked && found.Check != check
            ? await view.PreviewAsync(page, meeting, found, isChanged: true, ct)
            : Results.LocalRedirect(AddressOf(id, list));
    }

    private static List<int> ApartOf(FormState state) =>
    [
        .. state.Values.Where(pair => pair.Value == "two" && pair.Key.StartsWith(PairPrefix, StringComparison.Ordinal))
            .Select(pair => int.TryParse(pair.Key.AsSpan(PairPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0),
    ];

    private static Dictionary<(int Row, int Column), string> MendedOf(FormState state, Outreach.Lists.ListPreview preview)
    {
        var mended = new Dictionary<(int, int), string>();
        foreach (var row in preview.BadRows)
        {
            foreach (var (column, cell) in row.Cells.Index())
            {
                if (state.Values.TryGetValue($"{CellPrefix}{row.Row}-{column}", out var typed) && typed.Trim() != cell.Trim())
                    mended[(row.Row, column)] = typed.Trim();
            }
        }

        return mended;
    }

    private static async Task<IResult> DiscardAsync(string id, string list, OrganiserPage page, MeetingStore meetings, ListStore lists, DiscardList discard, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        return await discard.HandleAsync(page.Group.Id, found.Id, ct) ? Results.LocalRedirect($"/meetings/{id}/lists?done=list-discarded") : Results.LocalRedirect(AddressOf(id, list));
    }

    private static async Task<IResult> UndoAsync(string id, string list, OrganiserPage page, MeetingStore meetings, ListStore lists, UndoList undo, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting || await lists.FindAsync(page, meeting, list, ct) is not { } found)
            return page.NotFound();
        return await undo.HandleAsync(page.Group.Id, found.Id, ct) is UndoListOutcome.Sent
            ? page.Notice("list.undo", "list.cannotUndo", StatusCodes.Status409Conflict)
            : Results.LocalRedirect(AddressOf(id, list));
    }

    private static string AddressOf(string meeting, string list) => $"/meetings/{meeting}/lists/{list}";
}
