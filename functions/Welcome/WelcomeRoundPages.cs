using Outreach.Contacts;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>Packing, printing and walking: what is done by hand for new residents.</summary>
internal static class WelcomeRoundPages
{
    public static void MapWelcomeRoundPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome/pack", PackAsync);
        pages.MapPost("/welcome/pack", PackedAsync);
        pages.MapGet("/welcome/walk", WalkAsync);
        pages.MapPost("/welcome/walk", TakenAsync);
        pages.MapGet("/welcome/letters", LettersAsync);
        pages.MapGet("/welcome/numbers", NumbersAsync);
        pages.MapGet("/welcome/kit", async (OrganiserPage page, WelcomeKits kits, CancellationToken ct) => View(page, await kits.OfAsync(page.Group.Id, ct), FormState.Empty));
        pages.MapPost("/welcome/kit", KitAsync);
    }

    private static async Task<WelcomeRound> RoundAsync(OrganiserPage page, ReadWelcomes read, CancellationToken ct) =>
        WelcomeRound.Of(await read.HandleAsync(page.Group, package => package.IsOpen, ct));

    private static async Task<IResult> PackAsync(OrganiserPage page, ReadWelcomes read, CancellationToken ct) => page.View<PackPage>(new { Round = await RoundAsync(page, read, ct) });

    private static async Task<IResult> WalkAsync(OrganiserPage page, ReadWelcomes read, CancellationToken ct) => page.View<WelcomeWalkPage>(new { Round = await RoundAsync(page, read, ct) });

    private static async Task<IResult> LettersAsync(OrganiserPage page, ReadWelcomes read, WelcomeLetters letters, CancellationToken ct) =>
        page.View<WelcomeLettersPage>(new { Letters = await letters.HandleAsync(page.Group, (await RoundAsync(page, read, ct)).ToPack, ct) });

    private static async Task<IResult> NumbersAsync(OrganiserPage page, ReadWelcomeNumbers read, CancellationToken ct)
    {
        var (all, months) = await read.HandleAsync(page.Group.Id, ct);
        return page.View<WelcomeNumbersPage>(new { All = all, Months = months });
    }

    private static Task<IResult> PackedAsync(OrganiserPage page, HttpContext http, WelcomeStore welcomes, CancellationToken ct) =>
        MoveAsync(page, http, WelcomeState.Packed, "/welcome/pack", welcomes, ct);

    private static Task<IResult> TakenAsync(OrganiserPage page, HttpContext http, WelcomeStore welcomes, CancellationToken ct) =>
        MoveAsync(page, http, WelcomeState.OnItsWay, "/welcome/walk", welcomes, ct);

    /// <summary>Those that were ticked, and that are not further already.</summary>
    private static async Task<IResult> MoveAsync(OrganiserPage page, HttpContext http, WelcomeState to, string back, WelcomeStore welcomes, CancellationToken ct)
    {
        var by = OneLine.OrNull(FormState.Of(http)["by"]) is { Length: <= KitPart.MaxNameLength } name ? name : null;
        foreach (var id in http.Request.Form["person"])
        {
            if (PersonId.TryParse(id, out var person))
                await welcomes.ChangeAsync(page.Group.Id, person, package => package.IsOpen && package.State < to ? package.Move(to, by, page.Now) : package, ct);
        }

        return Results.LocalRedirect(back + "?done=welcome-changed");
    }

    private static IResult View(OrganiserPage page, WelcomeKit kit, FormState state) => page.View<KitPage>(new { Kit = kit }, state);

    private static async Task<IResult> KitAsync(OrganiserPage page, HttpContext http, WelcomeKits kits, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var parts = new List<KitPart>([.. Enum.GetValues<KitPartKind>().Where(kind => kind is not KitPartKind.Flyer && state.Has(EnumWord.Of(kind))).Select(kind => new KitPart(kind))]);
        for (var i = 0; i <= WelcomeKit.MaxParts; i++)
        {
            if (state[$"flyer{i}"] is { } name)
                parts.Add(new KitPart(KitPartKind.Flyer, name, [.. Language.All.Select(language => language.Code).Where(code => state.Has($"flyer{i}-{code}"))]));
        }

        return await kits.SaveAsync(page.Group.Id, new WelcomeKit(parts), ct)
            ? Results.LocalRedirect("/welcome/kit?done=kit-saved")
            : View(page, new WelcomeKit(parts), state.WithError("flyer0", page["welcome.kit.wrong"]));
    }
}
