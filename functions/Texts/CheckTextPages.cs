using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Languages;
using Outreach.Texts;

namespace Outreach.Functions.Texts;

/// <summary>Pages on which the standard texts are read and marked as checked.</summary>
internal static class CheckTextPages
{
    public static void MapCheckTextPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/languages", ListAsync);
        pages.MapGet("/languages/{code}", ShowAsync);
        pages.MapPost("/languages/{code}", MarkAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, CheckTexts check, CancellationToken ct) =>
        page.View<LanguagesPage>(new { Checks = await check.OfAsync(page.Group.Id, ct) });

    private static async Task<IResult> ShowAsync(string code, OrganiserPage page, CheckTexts check, CancellationToken ct) =>
        CheckTextRoutes.Find(code) is { } language ? await ViewAsync(language, page, FormState.Empty, check, ct) : page.NotFound();

    private static async Task<IResult> ViewAsync(Language language, OrganiserPage page, FormState state, CheckTexts check, CancellationToken ct) =>
        page.View<CheckTextsPage>(new { Language = language, Checks = await check.OfAsync(page.Group.Id, ct) }, state);

    private static async Task<IResult> MarkAsync(string code, OrganiserPage page, HttpContext http, CheckTexts check, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (CheckTextRoutes.Find(code) is not { } language || TextRoutes.KindOf(state["kind"] ?? "") is not { } kind)
            return page.NotFound();
        var field = "by-" + TextRoutes.NameOf(kind);
        if (state["verb"] == "undo")
            await check.UnmarkAsync(page.Group.Id, kind, language, ct);
        else if (state[field] is { Length: <= CheckTexts.MaxNameLength } by)
            await check.MarkAsync(page.Group.Id, kind, language, by, ct);
        else
            return await ViewAsync(language, page, state.WithError(field, page["checks.wrongName", CheckTexts.MaxNameLength]), check, ct);
        return Results.LocalRedirect($"/languages/{code}#{TextRoutes.NameOf(kind)}");
    }
}
