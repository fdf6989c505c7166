using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;

namespace Outreach.Functions.Funnel;

/// <param name="Came">Number of those they named who have been at a meeting.</param>
/// <param name="Asked">How often we asked them to name neighbours.</param>
/// <param name="Rests">Asked after two meetings in a row: after the next they are not asked.</param>
/// <param name="ThankedAt">When somebody thanked them in person.</param>
internal sealed record CarrierAnswer(PersonId Person, string? Name, string? Street, int Named, int Came, int Asked, bool Rests, DateTimeOffset? ThankedAt)
{
    public static CarrierAnswer Of(Carrier carrier) => new(
        carrier.Person.Id, carrier.Person.Name, carrier.Person.Address?.Street, carrier.Named, carrier.Came, carrier.Asked, carrier.Rests, carrier.Person.ThankedAt);
}

internal sealed record ThankedAnswer(PersonId Person, DateTimeOffset? ThankedAt);

/// <summary>Who carries the snowball of a group on, and care for them.</summary>
internal static class CarrierPages
{
    public static void MapCarriers(this RouteGroupBuilder api)
    {
        api.MapGet("/carriers", async (Caller caller, ReadCarriers read, CancellationToken ct) =>
            Results.Ok(new Items<CarrierAnswer>((await read.HandleAsync(caller.Group, ct)).Select(CarrierAnswer.Of)))).Produces<Items<CarrierAnswer>>();
        api.MapPost("/carriers/{person}/thanked", ThankByApiAsync).Produces<ThankedAnswer>();
    }

    public static void MapCarrierPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/people/carriers", async (OrganiserPage page, ReadCarriers read, CancellationToken ct) => page.View<CarriersPage>(new { Carriers = await read.HandleAsync(page.Group.Id, ct) }));
        pages.MapPost("/people/carriers/{person}/thanked", async (string person, OrganiserPage page, ThankCarrier thank, CancellationToken ct) =>
            PersonId.TryParse(person, out var id) && await thank.HandleAsync(page.Group.Id, id, ct) is not null ? Results.LocalRedirect("/people/carriers?done=carrier-thanked") : page.NotFound());
    }

    private static async Task<IResult> ThankByApiAsync(string person, Caller caller, ThankCarrier thank, CancellationToken ct) =>
        PersonId.TryParse(person, out var id) && await thank.HandleAsync(caller.Group, id, ct) is { } thanked
            ? Results.Ok(new ThankedAnswer(thanked.Id, thanked.ThankedAt))
            : Problems.NotFound("person");
}
