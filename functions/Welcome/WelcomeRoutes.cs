using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal sealed record WelcomeBody(
    string? Name, string? Phone, string? Email, string? Language, string? Street, string? HouseNumber, string? Postcode, DateOnly? MovedIn);

internal sealed record WelcomeAnswer(
    PersonId Id, string? Name, DateOnly MovedIn, WelcomeState State, string? By, DateTimeOffset At, DateTimeOffset? DoneAt, DateTimeOffset? FollowedUpAt, Code Code);

internal sealed record WelcomeChange(WelcomeState? State, string? By);

internal static class WelcomeRoutes
{
    public static void MapWelcome(this RouteGroupBuilder api)
    {
        api.MapPost("/welcome", WelcomeAsync).Produces<WelcomeAnswer>(StatusCodes.Status201Created);
        api.MapGet("/welcome", async (Caller caller, WelcomeStore welcomes, CancellationToken ct) =>
            Results.Ok(new Items<WelcomeAnswer>((await welcomes.ListAsync(caller.Group, ct)).Select(p => Answer(p.Value))))).Produces<Items<WelcomeAnswer>>();
        api.MapPatch("/welcome/{id}", ChangeAsync).Produces<WelcomeAnswer>();
    }

    private static async Task<IResult> WelcomeAsync(WelcomeBody body, Caller caller, WelcomeResident welcome, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        if (body.MovedIn is not { } movedIn)
            return Problems.Invalid("movedIn", "Say when they moved in: movedIn, as 2026-03-31.");
        if (!WelcomePackage.IsLikely(movedIn, clock.GetUtcNow()))
            return Problems.Invalid("movedIn", "Look at the year: somebody moved in at most five years ago, or comes within a year.");
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language, body.Street, body.HouseNumber, body.Postcode);
        if (form.TryRead(settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (candidate.Name is null)
            return Problems.NoName();
        return await welcome.HandleAsync(caller.Group, candidate, movedIn, ct) is { } package
            ? Results.Created($"/api/welcome/{package.Person}", Answer(package))
            : Problems.Of(StatusCodes.Status409Conflict, "stopped", "We do not write to this number or address. Bring the package by hand.");
    }

    private static async Task<IResult> ChangeAsync(string id, WelcomeChange body, Caller caller, WelcomeResident welcome, CancellationToken ct)
    {
        if (body.State is not { } state)
            return Problems.Invalid("state", "Give a state: waiting, sent, handedOver or closed.");
        if (body.By?.Length > CandidateForm.MaxNameLength)
            return Problems.Invalid("by", $"This name is too long: {CandidateForm.MaxNameLength} characters at most.");
        return PersonId.TryParse(id, out var person) && await welcome.ChangeAsync(caller.Group, person, state, body.By, ct) is { } package
            ? Results.Ok(Answer(package))
            : Problems.NotFound("welcome");
    }

    private static WelcomeAnswer Answer(WelcomePackage p) => new(p.Person, p.Name, p.MovedIn, p.State, p.By, p.At, p.DoneAt, p.FollowedUpAt, p.Code);
}
