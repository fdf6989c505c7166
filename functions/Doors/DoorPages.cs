using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Doors;

/// <summary>Where organisers make the walks, and see what comes of them.</summary>
internal static class DoorPages
{
    /// <summary>Houses drawn on one page; a street is not cut.</summary>
    private const int MaxHouses = 300;

    public static void MapDoorPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/doors", ShowAsync);
        pages.MapPost("/meetings/{id}/doors", AddAsync);
        pages.MapPost("/meetings/{id}/doors/pairs", DivideAsync);
        pages.MapGet("/meetings/{id}/doors/print", PrintAsync).AdmitHosts();
        pages.MapGet("/meetings/{id}/doors/walk", WalkAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/doors/{door}", KnockAsync).AdmitHosts();
    }

    private static async Task<IResult> ShowAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, ReadDoors read, ReadDoorResults results, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting ? await ViewAsync(page, http, meeting, FormState.Empty, [], read, results, ct) : page.NotFound();

    private static async Task<IResult> ViewAsync(OrganiserPage page, HttpContext http, Meeting meeting, FormState state, IReadOnlyList<TypedLine> problems, ReadDoors read, ReadDoorResults results, CancellationToken ct)
    {
        var doors = await read.HandleAsync(page.Group.Id, meeting.Id, ct);
        var streets = InPages(doors);
        var paging = Paging.Of(TableQuery.Of(http), streets.Count, 1);
        return page.View<DoorRoundPage>(
            new
            {
                Meeting = meeting,
                Doors = doors,
                Streets = (IReadOnlyList<Door>)[.. paging.Cut(streets, 1).SelectMany(street => street)],
                Paging = paging,
                Results = await results.HandleAsync(page.Group.Id, meeting.Id, ct) ?? DoorResults.Of([], page.Settings),
                Problems = problems,
            },
            state);
    }

    private static List<List<Door>> InPages(IEnumerable<Door> doors)
    {
        var pages = new List<List<Door>>();
        foreach (var street in doors.GroupBy(door => door.Address.Street, StringComparer.OrdinalIgnoreCase))
        {
            if (pages.Count == 0 || pages[^1].Count + street.Count() > MaxHouses)
                pages.Add([]);
            pages[^1].AddRange(street);
        }

        return pages;
    }

    private static async Task<IResult> AddAsync(
        string id, OrganiserPage page, HttpContext http, MeetingStore meetings, AddDoors add, AddDoorFile addFile, DivideDoors divide, ReadDoors read, ReadDoorResults results, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var state = FormState.Of(http);
        var pairs = Math.Clamp(state.Number("pairs") ?? 1, 1, DivideDoors.MaxPairs);
        if (state["from"] == "people")
            return await DoneAsync(await add.OfPeopleAsync(page.Group.Id, meeting.Id, page["doors.fromPeople"], ct), 0);
        if (http.Request.Form.Files["file"] is { Length: > 0 } file)
        {
            var found = DoorFile.Read(file.OpenReadStream(), file.FileName, new ListRules(page.Settings.Countries, page.Words.Code));
            if (found.List.Asked.Count > 0)
                return await ViewAsync(page, http, meeting, state.But("file", page["doors.asked", string.Join(", ", found.List.Asked)]), [], read, results, ct);
            return found.List.IsEmpty || found.Addresses.Count > TypedStreets.MaxDoors
                ? await ViewAsync(page, http, meeting, state.But("file", page["doors.noAddress"]), [], read, results, ct)
                : await DoneAsync(await addFile.HandleAsync(page.Group.Id, meeting.Id, OneLine.OrNull(file.FileName) ?? "", found, ct), found.List.Refused.Count);
        }

        var (addresses, problems) = TypedStreets.Read(state["streets"] ?? "", page.Settings.Countries);
        if (problems.Count > 0 || addresses.Count == 0)
            return await ViewAsync(page, http, meeting, state.But("streets", problems.Count > 0 ? page[$"doors.wrong.{EnumWord.Of(problems[0].Problem)}", problems[0].Line, problems[0].Text] : page["doors.empty"]), problems, read, results, ct);
        return await DoneAsync(await add.HandleAsync(page.Group.Id, meeting.Id, OneLine.Of(state["streets"]!), ToRing(addresses), ct), 0);

        async Task<IResult> DoneAsync(AddedDoors added, int refused)
        {
            await divide.HandleAsync(page.Group.Id, meeting.Id, pairs, ct);
            return Results.LocalRedirect($"/meetings/{id}/doors?added={added.Added}&known={added.Known}&stopped={added.Stopped}&refused={refused}");
        }
    }

    private static IReadOnlyList<NewDoor> ToRing(IEnumerable<Address> addresses) => [.. addresses.Select(address => new NewDoor(address, []))];

    private static async Task<IResult> DivideAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, DivideDoors divide, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        await divide.HandleAsync(page.Group.Id, meeting.Id, Math.Clamp(FormState.Of(http).Number("pairs") ?? 1, 1, DivideDoors.MaxPairs), ct);
        return Results.LocalRedirect($"/meetings/{id}/doors?done=doors-divided");
    }

    private static async Task<IResult> PrintAsync(string id, int? pair, int? round, OrganiserPage page, MeetingStore meetings, ReadDoors read, PeopleStore people, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var doors = (await read.HandleAsync(page.Group.Id, meeting.Id, ct)).Where(door => door.NextRound is { } next && next == (round ?? next) && (pair is null || door.Pair == pair)).ToList();
        return page.View<WalkSheetPage>(new { Meeting = meeting, Doors = (IReadOnlyList<Door>)doors, Names = await DoorWalk.NamesAsync(page.Group.Id, doors, people, ct) });
    }

    private static async Task<IResult> WalkAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, DoorWalk walk, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting
            ? await walk.ShowAsync(page, new WalkOf(page.Group.Id, meeting, $"/meetings/{id}/doors") { Back = page.IsHost ? null : $"/meetings/{id}/doors" }, WalkChoice.Of(http.Request.Query), ct)
            : page.NotFound();

    private static async Task<IResult> KnockAsync(string id, string door, OrganiserPage page, HttpContext http, MeetingStore meetings, DoorWalk walk, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting
            ? await walk.KnockAsync(page, new WalkOf(page.Group.Id, meeting, $"/meetings/{id}/doors"), door, http, ct)
            : page.NotFound();
}
