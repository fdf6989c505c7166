using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
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

    private static async Task<IResult> AddByApiAsync(string id, PlaceBody body, Caller caller, MeetingStore meetings, AddPlace add, Settings settings, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { Id: var meeting })
            return Problems.NotFound("meeting");
        return await add.HandleAsync(caller.Group, meeting, body.Name, body.Kind ?? PlaceKind.Other, ct) is { } place
            ? Results.Created($"/api/meetings/{id}/places", PlaceAnswer.Of(new PlaceCounts(place, 0, 0, 0), settings))
            : Problems.Invalid("name", $"Give the place a name, of {FlyerPlace.MaxNameLength} characters at most.");
    }

    private static async Task<IResult> ListByApiAsync(string id, Caller caller, MeetingStore meetings, ReadPlaces read, Settings settings, CancellationToken ct) =>
        await meetings.FindAsync(caller.Group, id, ct) is { Id: var meeting }
            ? Results.Ok(new Items<PlaceAnswer>((await read.HandleAsync(caller.Group, meeting, ct)).Select(counts => PlaceAnswer.Of(counts, settings))))
            : Problems.NotFound("meeting");

    private static async Task<IResult> ShowAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, ReadPlaces read, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting ? await ViewAsync(page, meeting, http, FormState.Empty, read, ct) : page.NotFound();

    private static async Task<IResult> ViewAsync(OrganiserPage page, Meeting meeting, HttpContext http, FormState state, ReadPlaces read, CancellationToken ct)
    {
        var places = await read.HandleAsync(page.Group.Id, meeting.Id, ct);
        var paging = Paging.Of(TableQuery.Of(http), places.Count, MaxShown);
        return page.View<PlacesPage>(new { Meeting = meeting, Places = (IReadOnlyList<PlaceCounts>)[.. paging.Cut(places, MaxShown)], Paging = paging }, state);
    }

    private static async Task<IResult> AddAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, AddPlace add, ReadPlaces read, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var state = FormState.Of(http);
        var kind = EnumWord.TryParse<PlaceKind>(state["kind"], out var given) ? given : PlaceKind.Other;
        return await add.HandleAsync(page.Group.Id, meeting.Id, state["name"], kind, ct) is null
            ? await ViewAsync(page, meeting, http, state.But("name", page["places.noName"]), read, ct)
            : Results.LocalRedirect($"/meetings/{id}/places?done=place-added");
    }

    /// <summary>Of one place, or with the code of the meeting itself.</summary>
    private static async Task<IResult> FlyerAsync(string id, string? place, string? @in, string? size, OrganiserPage page, MeetingStore meetings, FlyerPlaces places, MakeFlyer make, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var at = Code.TryParse(place, out var named) ? await places.FindAsync(page.Group.Id, meeting.Id, named, ct) : null;
        if (place is not null && at is null || (at?.Code ?? await make.HandleAsync(page.Group.Id, meeting.Id, ct)) is not { } code)
            return page.NotFound();
        return page.View<FlyerPage>(new { Meeting = meeting, Place = at, Address = page.Settings.Link($"/k/{code}").ToString(), InWords = Language.Choose(@in, page.Group.Language), IsFlyers = size == "flyers" });
    }
}
