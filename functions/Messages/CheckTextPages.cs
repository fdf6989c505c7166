using Outreach.Functions.Web;
using Outreach.Languages;
using Outreach.Messages;

namespace Outreach.Functions.Messages;

/// <summary>Pages on which the standard texts are read and marked as checked.</summary>
internal static class CheckTextPages
{
    public static void MapCheckTextPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/languages", async (OrganiserPage page, CheckTexts check, CancellationToken ct) =>
            OrganiserSetup.View<LanguagesPage>(new { Page = page, Checks = await check.OfAsync(page.Group.Id, ct) }));
        pages.MapGet("/languages/{code}", async (string code, OrganiserPage page, CheckTexts check, CancellationToken ct) =>
            CheckTextRoutes.Find(code) is { } language ? await ShowAsync(language, page, FormState.Empty, check, ct) : OrganiserSetup.NotFound(page));
        pages.MapPost("/languages/{code}", MarkAsync);
    }

    private static async Task<IResult> ShowAsync(Language language, OrganiserPage page, FormState state, CheckTexts check, CancellationToken ct) =>
        OrganiserSetup.View<CheckTextsPage>(
            new { Page = page, Language = language, State = state, Checks = await check.OfAsync(page.Group.Id, ct) },
            state.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> MarkAsync(string code, OrganiserPage page, HttpContext http, CheckTexts check, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (CheckTextRoutes.Find(code) is not { } language || TextRoutes.KindOf(state["kind"] ?? "") is not { } kind)
            return OrganiserSetup.NotFound(page);
        var field = "by-" + TextRoutes.NameOf(kind);
        if (state["verb"] == "undo")
            await check.UnmarkAsync(page.Group.Id, kind, language, ct);
        else if (state[field] is { Length: <= CheckTexts.LongestName } by)
            await check.MarkAsync(page.Group.Id, kind, language, by, ct);
        else
            return await ShowAsync(language, page, state.But(field, page["checks.wrongName", CheckTexts.LongestName]), check, ct);
        return Results.LocalRedirect($"/languages/{code}#{TextRoutes.NameOf(kind)}");
    }
}
