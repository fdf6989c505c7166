using Outreach.Contacts;
using Outreach.Functions.Texts;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Texts;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <param name="By">Who brings the package.</param>
internal sealed record WelcomeBody(
    string? Name, string? Phone, string? Email, string? Language, string? Street, string? HouseNumber, string? Postcode, DateOnly? MovedIn, string? By);

internal sealed record WelcomeAnswer(
    PersonId Id, string? Name, DateOnly MovedIn, WelcomeState State, string? By, DateOnly? DueOn, DateTimeOffset At, DateTimeOffset? DoneAt,
    DateTimeOffset? WelcomedAt, DateTimeOffset? FollowedUpAt, DateTimeOffset? InvitedAt, DateTimeOffset? AskedToWelcomeAt, bool? WantsToMeet, bool? WantsToWelcome, Code Code, Code? Way)
{
    public static WelcomeAnswer Of(WelcomePackage p) => new(
        p.Person, p.Name, p.MovedIn, p.State, p.By, p.DueOn, p.At, p.StateAt, p.WelcomedAt, p.FollowedUpAt, p.InvitedAt, p.AskedToWelcomeAt, p.WantsToMeet, p.WantsToWelcome, p.Code, p.Way);
}

/// <param name="DueOn">The day by which it should be there.</param>
internal sealed record WelcomeChange(WelcomeState? State, string? By, DateOnly? DueOn, DateOnly? MovedIn);

/// <param name="Languages">In which a flyer is there.</param>
internal sealed record KitPartBody(KitPartKind? Kind, string? Name, IReadOnlyList<string>? Languages);

internal sealed record KitBody(IReadOnlyList<KitPartBody>? Parts);

internal sealed record WayBody(WayKind? Kind, string? Name, string? Place);

internal sealed record WayAnswer(Code Code, WayKind Kind, string Name, string? Place, string Url)
{
    public static WayAnswer Of(WelcomeWay way, Settings settings) => new(way.Code, way.Kind, way.Name, way.Place, settings.Link($"/m/{way.Code}").ToString());
}

/// <param name="All">Of all months together.</param>
internal sealed record WelcomeNumbersAnswer(WelcomeNumbers All, IReadOnlyList<WelcomeNumbers> Months);

internal static class WelcomeRoutes
{
    public static void MapWelcome(this RouteGroupBuilder api)
    {
        api.MapPost("/welcome", WelcomeAsync).Produces<WelcomeAnswer>(StatusCodes.Status201Created);
        api.MapGet("/welcome", async (Caller caller, WelcomeStore welcomes, CancellationToken ct) =>
            Results.Ok(new Items<WelcomeAnswer>((await welcomes.ListAsync(caller.Group, ct)).Select(p => WelcomeAnswer.Of(p.Value))))).Produces<Items<WelcomeAnswer>>();
        api.MapPatch("/welcome/{id}", ChangeAsync).Produces<WelcomeAnswer>();
        api.MapGet("/welcome/numbers", NumbersAsync).Produces<WelcomeNumbersAnswer>();
        api.MapGet("/welcome/kit", async (Caller caller, WelcomeKits kits, CancellationToken ct) => Results.Ok(await kits.OfAsync(caller.Group, ct))).Produces<WelcomeKit>();
        api.MapPut("/welcome/kit", KitAsync).Produces<WelcomeKit>();
        api.MapGet("/welcome/ways", async (Caller caller, WelcomeWays ways, Settings settings, CancellationToken ct) =>
            Results.Ok(new Items<WayAnswer>((await ways.ListAsync(caller.Group, ct)).Select(way => WayAnswer.Of(way, settings))))).Produces<Items<WayAnswer>>();
        api.MapPost("/welcome/ways", AddWayAsync).Produces<WayAnswer>(StatusCodes.Status201Created);
        api.MapDelete("/welcome/ways/{code}", async (string code, Caller caller, WelcomeWays ways, CancellationToken ct) =>
            Code.TryParse(code, out var way) && await ways.RemoveAsync(caller.Group, way, ct) ? Results.NoContent() : Problems.NotFound("sign-up code")).Produces(StatusCodes.Status204NoContent);
        api.MapPut("/welcome/texts/{kind}/{language}", WriteAsync).Produces<OwnTextAnswer>();
    }

    private static async Task<IResult> WelcomeAsync(WelcomeBody body, Caller caller, WelcomeResident welcome, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        if (body.MovedIn is not { } movedIn)
            return Problems.Invalid("movedIn", "Say when they moved in: movedIn, as 2026-03-31.");
        if (!WelcomePackage.IsLikely(movedIn, clock.GetUtcNow()))
            return UnlikelyDay();
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language, body.Street, body.HouseNumber, body.Postcode);
        if (form.TryRead(settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (candidate.Name is null)
            return Problems.NoName();
        if (body.By?.Length > CandidateForm.MaxNameLength)
            return TooLongBy();
        return await welcome.HandleAsync(caller.Group, new NewResident(candidate, movedIn) { By = OneLine.OrNull(body.By) }, ct) switch
        {
            ({ } package, _) => Results.Created($"/api/welcome/{package.Person}", WelcomeAnswer.Of(package)),
            (_, WelcomeProblem.OthersNumber) => Problems.OthersNumber(),
            _ => Problems.Of(StatusCodes.Status409Conflict, "stopped", "We do not write to this number or address. Bring the package by hand."),
        };
    }

    private static IResult UnlikelyDay() => Problems.Invalid("movedIn", "Look at the year: somebody moved in at most five years ago, or comes within a year.");

    private static IResult TooLongBy() => Problems.Invalid("by", $"This name is too long: {CandidateForm.MaxNameLength} characters at most.");

    private static async Task<IResult> ChangeAsync(string id, WelcomeChange body, Caller caller, WelcomeStore welcomes, TimeProvider clock, CancellationToken ct)
    {
        if (body is { State: null, By: null, DueOn: null, MovedIn: null })
            return Problems.Invalid("state", $"Give a state ({string.Join(", ", EnumWord.All<WelcomeState>())}), who brings it (by), or a day (dueOn, movedIn).");
        if (body.MovedIn is { } day && !WelcomePackage.IsLikely(day, clock.GetUtcNow()))
            return UnlikelyDay();
        if (body.By?.Length > CandidateForm.MaxNameLength)
            return TooLongBy();
        if (!PersonId.TryParse(id, out var person))
            return Problems.NotFound("new resident");
        var changed = await welcomes.ChangeAsync(
            caller.Group, person, package => package.Move(body.State ?? package.State, OneLine.OrNull(body.By), clock.GetUtcNow()) with { DueOn = body.DueOn ?? package.DueOn, MovedIn = body.MovedIn ?? package.MovedIn }, ct);
        return changed is null ? Problems.NotFound("new resident") : Results.Ok(WelcomeAnswer.Of(changed));
    }

    private static async Task<IResult> NumbersAsync(Caller caller, ReadWelcomeNumbers read, CancellationToken ct)
    {
        var (all, months) = await read.HandleAsync(caller.Group, ct);
        return Results.Ok(new WelcomeNumbersAnswer(all, months));
    }

    private static async Task<IResult> KitAsync(KitBody body, Caller caller, WelcomeKits kits, CancellationToken ct)
    {
        if (body.Parts is not { } parts || parts.Any(part => part?.Kind is null))
            return Problems.Invalid("parts", $"Give parts, each with a kind: {string.Join(", ", EnumWord.All<KitPartKind>())}.");
        return await kits.SaveAsync(caller.Group, new WelcomeKit([.. parts.Select(part => new KitPart(part.Kind!.Value, part.Name, part.Languages))]), ct)
            ? Results.Ok(await kits.OfAsync(caller.Group, ct))
            : Problems.Invalid("parts", $"At most {WelcomeKit.MaxParts} parts. A flyer needs a name of {KitPart.MaxNameLength} characters at most, and languages by their code.");
    }

    private static async Task<IResult> AddWayAsync(WayBody body, Caller caller, WelcomeWays ways, Settings settings, CancellationToken ct) =>
        await ways.AddAsync(caller.Group, body.Kind ?? WayKind.Poster, body.Name, body.Place, ct) is { } way
            ? Results.Created("/api/welcome/ways", WayAnswer.Of(way, settings))
            : Problems.Invalid("name", $"Give a name, and a place if you like, of {WelcomeWay.MaxNameLength} characters at most. There can be {WelcomeWay.MaxWays} ways.");

    private static async Task<IResult> WriteAsync(string kind, string language, OwnTextBody body, Caller caller, WriteOwnText write, CancellationToken ct)
    {
        if (TextRoutes.KindOf(kind) is not { } which)
            return Problems.NotFound("text");
        var draft = new OwnTextDraft(which, language, body.Parts, body.Confirm is true, body.By);
        var (saved, problem) = await write.OfWelcomeAsync(caller.Group, draft, ct);
        return problem is null ? Results.Ok(OwnTextAnswer.Of(saved)) : TextRoutes.Refused(problem, draft, OwnText.WelcomeKinds);
    }
}
