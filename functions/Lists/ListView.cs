using Outreach.Functions.Texts;
using Outreach.Functions.Web;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Lists;

/// <summary>The page that a list is on now: its columns, what it would do, how far it is, or what came of it.</summary>
internal sealed class ListView(ListStore lists, ReadColumns columns, PreviewStore previews, FirstRows first, UndoList undo, OwnTextStore texts, IConfiguration configuration)
{
    public Task<IResult> ShowAsync(OrganiserPage page, Meeting meeting, UploadedList list, bool atColumns, CancellationToken ct) => list.State switch
    {
        ListState.Columns => ColumnsAsync(page, meeting, list, FormState.Empty, ct),
        ListState.Checked when atColumns => ColumnsAsync(page, meeting, list, FormState.Empty, ct),
        ListState.Checked => PreviewAsync(page, meeting, list, false, ct),
        ListState.Checking or ListState.Reading or ListState.Undoing => Task.FromResult(page.View<ListProgressPage>(new { Meeting = meeting, List = list })),
        _ => ResultAsync(page, meeting, list, ct),
    };

    /// <param name="state">What was chosen, with why it does not do.</param>
    public async Task<IResult> ColumnsAsync(OrganiserPage page, Meeting meeting, UploadedList list, FormState state, CancellationToken ct)
    {
        var read = await columns.HandleAsync(page.Group.Id, list, ct);
        if (read is null or { Columns: [] })
            return page.View<ListPage>(new { Meeting = meeting, List = list with { State = ListState.Failed }, Problems = read?.Objection is { } why ? (IReadOnlyList<RowProblem>)[why] : [] });
        if (state.Wrong is null && read.Objection is { } objection)
            state = state.But("columns", objection.Message);
        return page.View<ListColumnsPage>(new { Meeting = meeting, List = list, Read = read }, state);
    }

    /// <param name="isChanged">It was confirmed as it looked before.</param>
    public async Task<IResult> PreviewAsync(OrganiserPage page, Meeting meeting, UploadedList list, bool isChanged, CancellationToken ct)
    {
        if (await previews.FindAsync(page.Group.Id, list, ct) is not { } preview)
            return page.Notice("notice.missing", "list.gone", StatusCodes.Status410Gone);
        var parts = ListCost.Parts(preview.Ways, page.Group, meeting, await texts.OfAsync(page.Group.Id, meeting.Id, ct), page.Settings);
        return page.View<ListPreviewPage>(
            new { Meeting = meeting, List = list, Preview = preview, Cost = parts * SmsPrice.Of(configuration), IsChanged = isChanged },
            isChanged ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    private async Task<IResult> ResultAsync(OrganiserPage page, Meeting meeting, UploadedList list, CancellationToken ct)
    {
        var isReady = list.State is ListState.Ready;
        return page.View<ListPage>(new
        {
            Meeting = meeting,
            List = list,
            Problems = await lists.ProblemsAsync(page.Group.Id, list, ct),
            First = isReady ? await first.ReadAsync(page.Group.Id, list, ct) : [],
            CanUndo = isReady && await undo.IsUnsentAsync(page.Group.Id, list, ct),
        });
    }
}
