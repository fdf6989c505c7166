using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal sealed record PlaceBody(string? Name, PlaceKind? Kind);

internal sealed record PlaceAnswer(Code Code, string Name, PlaceKind Kind, string Url, int SignedUp, int People, int Came)
{
    public static PlaceAnswer Of(PlaceCounts counts, Settings settings) => new(
        counts.Place.Code, counts.Place.Name, counts.Place.Kind, settings.Link($"/k/{counts.Place.Code}").ToString(), counts.SignedUp, counts.People, counts.Came);
}

/// <summary>What to print.</summary>
internal sealed record FlyerChoice
{
    /// <summary>The code of a place; null: that of the meeting itself.</summary>
    public string? Place { get; init; }

    /// <summary>In which language.</summary>
    public string? In { get; init; }

    /// <summary>flyers, or a poster.</summary>
    public string? Size { get; init; }
}

/// <summary>Places with a poster, flyers or a text of their own, and what each brought.</summary>
internal static class PlacePages
{
    private const int MaxShown = 12;

    public static void MapPlaces(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/places", AddByApiAsync).Produces<PlaceAnswer>(StatusCodes.Status201Created);
        api.MapGet("/meetings/{id}/places", ListByApiAsync).Produces<Items<PlaceAnswer>>();
    }

    public static void MapPlacePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/places", ShowAsync);
        pages.MapPost("/meetings/{id}/places", AddAsync);
        pages.MapGet("/meetings/{id}/flyer", FlyerAsync);
    }

    private static async Task<IResult> AddByApiAsync(NamedMeeting at, PlaceBody body, AddPlace add, Settings settings, CancellationToken ct)
    {
        return await add.HandleAsync(at.Group, at.Id, body.Name, body.Kind ?? PlaceKind.Other, ct) is { } place
            ? Results.Created($"/api/meetings/{at.Id}/places", PlaceAnswer.Of(new PlaceCounts(place, 0, 0, 0), settings))
            : Problems.Invalid("name", $"Give the place a name, of {FlyerPlace.MaxNameLength} characters at most.");
    }

    private static async Task<IResult> ListByApiAsync(NamedMeeting at, ReadPlaces read, Settings settings, CancellationToken ct) =>
        Results.Ok(new Items<PlaceAnswer>((await read.HandleAsync(at.Group, at.Id, ct)).Select(counts => PlaceAnswer.Of(counts, settings))));

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ReadPlaces read, CancellationToken ct) =>
        await ViewAsync(page, at.Meeting, http, FormState.Empty, read, ct);

    private static async Task<IResult> ViewAsync(OrganiserPage page, Meeting meeting, HttpContext http, FormState state, ReadPlaces read, CancellationToken ct)
    {
        var places = await read.HandleAsync(page.Group.Id, meeting.Id, ct);
        var paging = Paging.Of(TableQuery.Of(http), places.Count, MaxShown);
        return page.View<PlacesPage>(new { Meeting = meeting, Places = (IReadOnlyList<PlaceCounts>)[.. paging.Cut(places, MaxShown)], Paging = paging }, state);
    }

    private static async Task<IResult> AddAsync(NamedMeeting at, OrganiserPage page, HttpContext http, AddPlace add, ReadPlaces read, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var kind = EnumWord.TryParse<PlaceKind>(state["kind"], out var given) ? given : PlaceKind.Other;
        return await add.HandleAsync(at.Group, at.Id, state["name"], kind, ct) is null
            ? await ViewAsync(page, at.Meeting, http, state.WithError("name", page["places.noName"]), read, ct)
            : Results.LocalRedirect($"/meetings/{at.Id}/places?done=place-added");
    }

    /// <summary>Of one place, or with the code of the meeting itself.</summary>
    private static async Task<IResult> FlyerAsync(NamedMeeting at, [AsParameters] FlyerChoice choice, OrganiserPage page, FlyerPlaces places, MakeFlyer make, CancellationToken ct)
    {
        var place = Code.TryParse(choice.Place, out var named) ? (await places.FindAsync(at.Group, at.Id, named.Value, ct))?.Value : null;
        if (choice.Place is not null && place is null || (place?.Code ?? await make.HandleAsync(at.Group, at.Id, ct)) is not { } code)
            return page.NotFound();
        return page.View<FlyerPage>(new
        {
            at.Meeting,
            Place = place,
            Address = page.Settings.Link($"/k/{code}").ToString(),
            InWords = Language.Choose(choice.In, page.Group.Language),
            IsFlyers = choice.Size == "flyers",
        });
    }
}
