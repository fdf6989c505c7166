using System.Security.Claims;
using Outreach.Functions.Texts;
using Outreach.Functions.Web;
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

    public static (MessageKind Kind, Language Language)? Find(string kind, string language) =>
        TextRoutes.KindOf(kind) is { } which && OwnText.WelcomeKinds.Contains(which) && Language.Find(language) is { } found && found.Code == language ? (which, found) : null;

    private static async Task<IResult> ShowAsync(string kind, string language, OrganiserPage page, WelcomeTextDesk desk, CancellationToken ct)
    {
        if (Find(kind, language) is not var (which, found))
            return page.NotFound();
        var saved = await desk.SavedAsync(page.Group.Id, which, found, ct);
        var state = new FormState((saved?.Parts ?? OwnParts.None).Written.ToDictionary(part => EnumWord.Of(part.Place), part => part.Words));
        return await ViewAsync(page, desk, (which, found), saved, saved, state, ct);
    }

    private static async Task<IResult> ChangeAsync(string kind, string language, OrganiserPage page, HttpContext http, WelcomeTextDesk desk, CancellationToken ct)
    {
        if (Find(kind, language) is not var (which, found))
            return page.NotFound();
        var state = FormState.Of(http);
        var isStandard = state["verb"] == "standard";
        var draft = new OwnTextDraft(
            which, language, isStandard ? OwnParts.None : TextPages.PartsOf(state), state.Has("labels") || state["verb"] == "preview", http.User.FindFirstValue(ClaimTypes.Email));
        if (draft.Check() is { } problem)
            state = TextPages.Refused(state, problem, page);
        else if (state["verb"] is "save" or "standard")
        {
            await desk.Write.OfWelcomeAsync(page.Group.Id, draft, ct);
            return Results.LocalRedirect($"/welcome/texts/{kind}/{language}?done={(isStandard ? "text-standard" : "text-saved")}");
        }

        var own = (state.Wrong is null || state.WrongField == "labels") && !draft.Parts.IsStandard ? new OwnText(which, language, draft.Parts, null, page.Now) : null;
        return await ViewAsync(page, desk, (which, found), await desk.SavedAsync(page.Group.Id, which, found, ct), own, state, ct);
    }

    private static async Task<IResult> ViewAsync(
        OrganiserPage page, WelcomeTextDesk desk, (MessageKind Kind, Language Language) which, OwnText? saved, OwnText? draft, FormState state, CancellationToken ct) =>
        page.View<EditTextPage>(
            new
            {
                View = new TextView(
                    "/welcome/texts", which.Kind, new Readers(which.Language, 0, 0, []), saved, draft, desk.Read.SampleOfWelcome(page.Group, which.Kind, which.Language, null, page.Now).Message,
                    [desk.Read.SampleOfWelcome(page.Group, which.Kind, which.Language, draft, page.Now)], TextPages.Checks(page, draft), (await desk.Check.OfAsync(page.Group.Id, ct)).Find(which.Kind, which.Language)),
            },
            state);
}

/// <summary>What pages and calls about the texts of the welcome have in common.</summary>
internal sealed class WelcomeTextDesk(OwnTextStore texts, CheckTexts check, ReadTexts read, WriteOwnText write)
{
    public ReadTexts Read => read;

    public WriteOwnText Write => write;

    public CheckTexts Check => check;

    public async Task<OwnText?> SavedAsync(GroupId group, MessageKind kind, Language language, CancellationToken ct) => (await texts.OfWelcomeAsync(group, ct)).Find(kind, language.Code);
}
