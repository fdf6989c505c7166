using System.Security.Claims;
using Outreach.Functions.Texts;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Welcome;

/// <summary>What new residents read, in the group's own words.</summary>
internal static class WelcomeTextPages
{
    private const string OneText = "/welcome/texts/{kind}/{language}";

    public static void MapWelcomeTextPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome/texts", async (OrganiserPage page, OwnTextStore texts, CancellationToken ct) => page.View<WelcomeTextsPage>(new { Own = await texts.OfWelcomeAsync(page.Group.Id, ct) }));
        pages.MapGet(OneText, ShowAsync);
        pages.MapPost(OneText, ChangeAsync);
    }

    private static async Task<IResult> ShowAsync([AsParameters] TextName name, OrganiserPage page, WelcomeTextDesk desk, CancellationToken ct)
    {
        if (await desk.OpenAsync(page.Group.Id, name, ct) is not { } open)
            return page.NotFound();
        var state = new FormState((open.Saved?.Parts ?? OwnParts.None).Written.ToDictionary(part => EnumWord.Of(part.Place), part => part.Words));
        return await ViewAsync(page, desk, open, open.Saved, state, ct);
    }

    private static async Task<IResult> ChangeAsync([AsParameters] TextName name, OrganiserPage page, HttpContext http, WelcomeTextDesk desk, CancellationToken ct)
    {
        if (await desk.OpenAsync(page.Group.Id, name, ct) is not { } open)
            return page.NotFound();
        var state = FormState.Of(http);
        var isStandard = state["verb"] == "standard";
        var draft = new OwnTextDraft(
            open.Kind, name.Language, isStandard ? OwnParts.None : TextPages.PartsOf(state), state.Has("labels") || state["verb"] == "preview", http.User.FindFirstValue(ClaimTypes.Email));
        if (draft.Check() is { } problem)
            state = TextPages.Refused(state, problem, page);
        else if (state["verb"] is "save" or "standard")
        {
            await desk.Write.OfWelcomeAsync(page.Group.Id, draft, ct);
            return Results.LocalRedirect($"/welcome/texts/{name.Kind}/{name.Language}?done={(isStandard ? "text-standard" : "text-saved")}");
        }

        var own = (state.FirstError is null || state.FirstErrorField == "labels") && !draft.Parts.IsStandard ? new OwnText(open.Kind, name.Language, draft.Parts, null, page.Now) : null;
        return await ViewAsync(page, desk, open, own, state, ct);
    }

    private static async Task<IResult> ViewAsync(OrganiserPage page, WelcomeTextDesk desk, OpenWelcomeText open, OwnText? draft, FormState state, CancellationToken ct) =>
        page.View<EditTextPage>(
            new
            {
                View = new TextView(
                    "/welcome/texts", open.Kind, new Readers(open.Language, 0, 0, []), open.Saved, draft, desk.Read.SampleOfWelcome(page.Group, open.Kind, open.Language, null, page.Now).Message,
                    [desk.Read.SampleOfWelcome(page.Group, open.Kind, open.Language, draft, page.Now)], TextPages.Checks(page, draft), (await desk.Check.OfAsync(page.Group.Id, ct)).Find(open.Kind, open.Language)),
            },
            state);
}

/// <summary>One of the texts that new residents read.</summary>
internal sealed record OpenWelcomeText(MessageKind Kind, Language Language, OwnText? Saved);

/// <summary>What pages and calls about the texts of the welcome have in common.</summary>
internal sealed class WelcomeTextDesk(OwnTextStore texts, CheckTexts check, ReadTexts read, WriteOwnText write)
{
    public ReadTexts Read => read;

    public WriteOwnText Write => write;

    public CheckTexts Check => check;

    /// <returns>Null when there is no such text, or not in this language.</returns>
    public async Task<OpenWelcomeText?> OpenAsync(GroupId group, TextName name, CancellationToken ct) =>
        TextRoutes.KindOf(name.Kind) is { } kind && OwnText.WelcomeKinds.Contains(kind) && Language.Find(name.Language) is { } language && language.Code == name.Language
            ? new OpenWelcomeText(kind, language, (await texts.OfWelcomeAsync(group, ct)).Find(kind, language.Code))
            : null;
}
