using Outreach.Functions.Web;
using Outreach.Lists;
using Outreach.Storage;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal sealed record WelcomeBody(
    string? Name, string? Phone, string? Email, string? Language, string? Street, string? HouseNumber, string? Postcode, DateOnly? MovedIn);

internal sealed record WelcomeChange(WelcomeState? State, string? By);

internal static class WelcomeRoutes
{
    public static void MapWelcome(this RouteGroupBuilder api)
    {
        api.MapPost("/welcome", WelcomeAsync);
        api.MapGet("/welcome", async (Caller caller, WelcomeStore welcomes, CancellationToken ct) =>
            Results.Ok(new { items = (await welcomes.ListAsync(caller.Group, ct)).Select(p => Answer(p.Value)) }));
        api.MapPatch("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> WelcomeAsync(WelcomeBody body, Caller caller, WelcomeResident welcome, Settings settings, CancellationToken ct)
    {
        if (body.MovedIn is not { } movedIn)
            return Problems.Invalid("movedIn", "Say when they moved in: movedIn, as 2026-03-31.");
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language, body.Street, body.HouseNumber, body.Postcode);
        if (form.TryRead(settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        return await welcome.HandleAsync(caller.Group, candidate, movedIn, ct) is { } package
            ? Results.Created($"/api/welcome/{package.Person}", Answer(package))
            : Problems.Of(StatusCodes.Status409Conflict, "stopped", "We do not write to this number or address. Bring the package by hand.");
    }

    private static async Task<IResult> ChangeAsync(string id, WelcomeChange body, Caller caller, WelcomeResident welcome, CancellationToken ct)
    {
        if (body.State is not { } state)
            return Problems.Invalid("state", "Give a state: waiting, sent, handedOver or closed.");
        return PersonId.TryParse(id, out var person) && await welcome.ChangeAsync(caller.Group, person, state, body.By, ct) is { } package
            ? Results.Ok(Answer(package))
            : Problems.NotFound("welcome");
    }

    private static object Answer(WelcomePackage p) => new { id = p.Person, p.Name, p.MovedIn, p.State, p.By, p.At, p.DoneAt, p.FollowedUpAt, p.Code };
}
