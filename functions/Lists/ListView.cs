using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Lists;

namespace Outreach.Functions.Lists;

/// <summary>The page that a list is on now: its columns, what it would do, how far it is, or what came of it.</summary>
internal sealed class ListView(ListStore lists, ReadColumns columns, PreviewStore previews, FirstRows first, UndoList undo, ListCost cost)
{
    public Task<IResult> ShowAsync(OrganiserPage page, ListOfMeeting of, bool atColumns, CancellationToken ct) => of.List.State switch
    {
        ListState.Columns => ColumnsAsync(page, of, FormState.Empty, ct),
        ListState.Checked when atColumns => ColumnsAsync(page, of, FormState.Empty, ct),
        ListState.Checked => PreviewAsync(page, of, false, ct),
        ListState.Checking or ListState.Reading or ListState.Undoing => Task.FromResult(page.View<ListProgressPage>(new { of.Meeting, of.List })),
        _ => ResultAsync(page, of, ct),
    };

    /// <param name="state">What was chosen, with why it does not do.</param>
    public async Task<IResult> ColumnsAsync(OrganiserPage page, ListOfMeeting of, FormState state, CancellationToken ct)
    {
        var read = await columns.HandleAsync(of.Group, of.List, ct);
        if (read is null or { Columns: [] })
            return page.View<ListPage>(new { of.Meeting, List = of.List with { State = ListState.Failed }, Problems = read?.Objection is { } why ? (IReadOnlyList<RowProblem>)[why] : [] });
        if (state.FirstError is null && read.Objection is { } objection)
            state = state.WithError("columns", objection.Message);
        return page.View<ListColumnsPage>(new { of.Meeting, of.List, Read = read }, state);
    }

    /// <param name="isChanged">It was confirmed as it looked before.</param>
    public async Task<IResult> PreviewAsync(OrganiserPage page, ListOfMeeting of, bool isChanged, CancellationToken ct)
    {
        if (await previews.FindAsync(of.Group, of.List, ct) is not { } preview)
            return page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone);
        return page.View<ListPreviewPage>(
            new { of.Meeting, of.List, Preview = preview, Cost = await cost.OfAsync(preview.Ways, page.Group, of.Meeting, ct), IsChanged = isChanged },
            isChanged ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    private async Task<IResult> ResultAsync(OrganiserPage page, ListOfMeeting of, CancellationToken ct)
    {
        var isReady = of.List.State is ListState.Ready;
        return page.View<ListPage>(new
        {
            of.Meeting,
            of.List,
            Problems = await lists.ProblemsAsync(of.Group, of.List, ct),
            First = isReady ? await first.ReadAsync(of.Group, of.List, ct) : [],
            CanUndo = isReady && await undo.IsUnsentAsync(of.Group, of.List, ct),
        });
    }
}
