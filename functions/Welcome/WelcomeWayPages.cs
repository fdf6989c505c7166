using Outreach.Functions.Lists;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>How new residents come: by a poster, by the host of a building, by a list.</summary>
internal static class WelcomeWayPages
{
    public static void MapWelcomeWayPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome/ways", (OrganiserPage page, WelcomeWays ways, WelcomeStore welcomes, CancellationToken ct) => ViewAsync(page, FormState.Empty, ways, welcomes, ct));
        pages.MapPost("/welcome/ways", AddAsync);
        pages.MapPost("/welcome/ways/{code}/remove", RemoveAsync);
        pages.MapGet("/welcome/ways/{code}/poster", PosterAsync);
        pages.MapGet("/welcome/upload", (OrganiserPage page) => page.View<WelcomeUploadPage>());
        pages.MapPost("/welcome/upload", UploadAsync);
    }

    private static async Task<IResult> ViewAsync(OrganiserPage page, FormState state, WelcomeWays ways, WelcomeStore welcomes, CancellationToken ct) => page.View<WelcomeWaysPage>(
        new
        {
            Ways = await ways.ListAsync(page.Group.Id, ct),
            Came = (await welcomes.ListAsync(page.Group.Id, ct)).Select(package => package.Value.Way).OfType<Code>().CountBy(code => code).ToDictionary(),
        },
        state);

    private static async Task<IResult> AddAsync(OrganiserPage page, HttpContext http, WelcomeWays ways, WelcomeStore welcomes, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var kind = EnumWord.TryParse<WayKind>(state["kind"], out var given) ? given : WayKind.Poster;
        return await ways.AddAsync(page.Group.Id, kind, state["name"], state["place"], ct) is null
            ? await ViewAsync(page, state.WithError("name", page["welcome.ways.wrong"]), ways, welcomes, ct)
            : Results.LocalRedirect("/welcome/ways?done=way-added");
    }

    private static async Task<IResult> RemoveAsync(string code, OrganiserPage page, WelcomeWays ways, CancellationToken ct) =>
        Code.TryParse(code, out var way) && await ways.RemoveAsync(page.Group.Id, way, ct) ? Results.LocalRedirect("/welcome/ways?done=way-removed") : page.NotFound();

    private static async Task<IResult> PosterAsync(string code, string? @in, OrganiserPage page, WelcomeWays ways, CancellationToken ct) =>
        Code.TryParse(code, out var named) && await ways.FindAsync(page.Group.Id, named, ct) is { } way
            ? page.View<WelcomePosterPage>(new { Way = way, InWords = Language.Choose(@in, page.Group.Language) })
            : page.NotFound();

    private static async Task<IResult> UploadAsync(OrganiserPage page, HttpContext http, WelcomeMany many, CancellationToken ct)
    {
        var state = BasisFields.Check(FormState.Of(http), page, out var basis);
        var movedIn = NewResidentsPages.MovingDay(page, state);
        if (movedIn is null)
            state = state.WithError("movedIn", page["welcome.wrongDay"]);
        if (http.Request.Form.Files.GetFile("file") is not { Length: > 0 and <= ListRules.MaxBytes } upload)
            return page.View<WelcomeUploadPage>(null, state.WithError("file", page["list.wrong.file"]));
        if (state.FirstError is not null || movedIn is not { } day)
            return page.View<WelcomeUploadPage>(null, state);
        await using var content = upload.OpenReadStream();
        var file = ShortList.Read(content, upload.FileName, new ListRules(page.Settings.Countries, page.Words.Code), WelcomeMany.MaxResidents, _ => true);
        if (file.Asked.Count > 0)
            return page.View<WelcomeUploadPage>(null, state.WithError("file", page["welcome.upload.asked", string.Join(", ", file.Asked)]));
        if (file.IsEmpty || file.Candidates.Count > WelcomeMany.MaxResidents)
            return page.View<WelcomeUploadPage>(new { file.Refused }, state.WithError("file", page[file.IsEmpty ? "welcome.upload.nobody" : "welcome.upload.tooMany", WelcomeMany.MaxResidents]));
        var counts = await many.HandleAsync(page.Group.Id, file, day, new Ground(basis, state["note"], page.Now), ct);
        return page.View<WelcomeUploadPage>(new { file.Refused, Counts = counts });
    }
}
