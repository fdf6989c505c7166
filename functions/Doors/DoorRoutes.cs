using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Doors;

/// <param name="Street">With the numbers in <c>numbers</c>, as "1-41 odd".</param>
/// <param name="Text">Or as somebody types it, a street on each line.</param>
/// <param name="FromPeople">Or the households that no message and no letter reaches.</param>
/// <param name="Pairs">Of volunteers, among whom all that is still to be rung at is divided.</param>
internal sealed record NewDoors(string? Street, string? Numbers, string? Postcode, string? Text, bool? FromPeople, int? Pairs);

/// <param name="Addresses">New ones.</param>
/// <param name="Known">Were on the walks of this meeting before.</param>
/// <param name="Stopped">Asked not to be rung again.</param>
/// <param name="Refused">Rows of a file without an address that can be read.</param>
internal sealed record DoorsAdded(DoorListId Id, int Addresses, int Known, int Stopped, int Refused);

/// <param name="State">The last outcome, or open.</param>
/// <param name="Round">In which to ring next; null when that is done.</param>
internal sealed record DoorAnswer(string Id, string Street, string Number, string? Addition, string Postcode, int Pair, string State, int? Round, int Party)
{
    public static DoorAnswer Of(Door door) => new(
        door.Id, door.Address.Street, door.Address.HouseNumber, door.Address.Addition, door.Address.Postcode, door.Pair,
        door.Last is { } last ? EnumWord.Of(last.Outcome) : "open", door.NextRound, door.Last?.Party ?? 0);
}

/// <param name="Rounds">From the round to what came of it.</param>
internal sealed record DoorsAnswer(DoorListId? Id, IReadOnlyDictionary<string, DoorCounts> Rounds, DoorResults Results, IEnumerable<DoorAnswer> Addresses)
{
    public static DoorsAnswer Of(DoorListId? id, IReadOnlyList<Door> doors, Settings settings)
    {
        var results = DoorResults.Of(doors, settings);
        return new DoorsAnswer(id, results.By["round"], results, doors.Select(DoorAnswer.Of));
    }
}

/// <param name="Id">Made by whoever calls: sent again it is the same ring.</param>
/// <param name="By">The pair of volunteers; the one whose walk it is when left out.</param>
internal sealed record KnockBody(
    string? Id, DoorOutcome? Outcome, int? Round, DateTimeOffset? At, int? Party, string? Name, string? Phone, string? Language, PersonId? Person, int? By);

internal static class DoorRoutes
{
    public static void MapDoors(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/doors", AddAsync).Produces<DoorsAdded>(StatusCodes.Status201Created);
        api.MapPost("/meetings/{id}/doors/file", AddFileAsync).Accepts<Stream>("*/*").Produces<DoorsAdded>(StatusCodes.Status201Created).DisableAntiforgery();
        api.MapGet("/meetings/{id}/doors", OfMeetingAsync).Produces<DoorsAnswer>();
        api.MapGet("/doors/{id}", OfListAsync).Produces<DoorsAnswer>();
        api.MapPost("/doors/{id}/addresses/{address}", KnockAsync).Produces<DoorAnswer>();
    }

    private static async Task<IResult> AddAsync(string id, NewDoors body, Caller caller, MeetingStore meetings, AddDoors add, DivideDoors divide, Settings settings, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { Id: var meeting })
            return Problems.NotFound("meeting");
        if (PairsProblem(body.Pairs) is { } wrong)
            return wrong;
        var text = body.Text ?? $"{body.Street} {body.Numbers} {body.Postcode}";
        if (body.FromPeople is true)
            return await AddedAsync(caller, meeting, await add.OfPeopleAsync(caller.Group, meeting, "people", ct), 0, body.Pairs, divide, ct);
        var (addresses, problems) = TypedStreets.Read(text, settings.Countries);
        if (problems.Count > 0)
            return Problems.Invalid($"doors-{EnumWord.Of(problems[0].Problem)}", Say(problems[0]), $"Line {problems[0].Line}: {problems[0].Text}");
        if (addresses.Count == 0)
            return Problems.Invalid("doors-unreadable", "Give a street and its numbers, as {\"street\": \"Kerkstraat\", \"numbers\": \"1-41 odd\"}.");
        var added = await add.HandleAsync(caller.Group, meeting, OneLine.Of(text), [.. addresses.Select(address => new NewDoor(address, []))], ct);
        return await AddedAsync(caller, meeting, added, 0, body.Pairs, divide, ct);
    }

    private static async Task<IResult> AddFileAsync(
        string id, string? filename, int? pairs, HttpRequest request, Caller caller, MeetingStore meetings, AddDoorFile add, DivideDoors divide, Settings settings, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { Id: var meeting })
            return Problems.NotFound("meeting");
        if (PairsProblem(pairs) is { } wrong)
            return wrong;
        using var content = new MemoryStream();
        using (var limited = new LimitedStream(request.Body))
            await limited.CopyToAsync(content, ct);
        content.Position = 0;
        var file = DoorFile.Read(content, filename ?? "list", new ListRules(settings.Countries, Caller.LanguageOf(request)));
        if (file.List.Asked.Count > 0)
            return Problems.Invalid(
                "column-unclear", $"This column may say that somebody wants no contact: {string.Join(", ", file.List.Asked)}.", "Take it out, or call it \"no contact\" if a yes in it means that. Nothing was added.");
        if (file.List.IsEmpty)
            return Problems.Invalid("file-unreadable", file.List.Refused.Count > 0 ? file.List.Refused[0].Message : "There is no address in this file.", "Every row needs a street, a house number and a postcode.");
        if (file.Addresses.Count > TypedStreets.MaxDoors)
            return Problems.Invalid("doors-tooMany", $"This is too much: at most {TypedStreets.MaxDoors} addresses at a time.");
        var added = await add.HandleAsync(caller.Group, meeting, OneLine.OrNull(filename) ?? "list", file, ct);
        return await AddedAsync(caller, meeting, added, file.List.Refused.Count, pairs, divide, ct);
    }

    private static IResult? PairsProblem(int? pairs) =>
        pairs is < 1 or > DivideDoors.MaxPairs ? Problems.Invalid("pairs", $"Give a number of pairs from 1 to {DivideDoors.MaxPairs}, or leave it out.") : null;

    private static async Task<IResult> AddedAsync(Caller caller, MeetingId meeting, AddedDoors added, int refused, int? pairs, DivideDoors divide, CancellationToken ct)
    {
        if (pairs is { } number)
            await divide.HandleAsync(caller.Group, meeting, number, ct);
        return Results.Created($"/api/doors/{added.Id}", new DoorsAdded(added.Id, added.Added, added.Known, added.Stopped, refused));
    }

    private static string Say(TypedLine line) => line.Problem switch
    {
        TypedProblem.Backwards => "The first number is higher than the last. Write the lowest first, as 1-41.",
        TypedProblem.TooMany => $"These are too many addresses: at most {TypedStreets.MaxDoors} at a time.",
        _ => "This is not a street with its numbers. Write it as: Kerkstraat 1-41 odd.",
    };

    private static async Task<IResult> OfMeetingAsync(string id, Caller caller, MeetingStore meetings, ReadDoors read, Settings settings, CancellationToken ct) =>
        await meetings.FindAsync(caller.Group, id, ct) is { Id: var meeting }
            ? Results.Ok(DoorsAnswer.Of(null, await read.HandleAsync(caller.Group, meeting, ct), settings))
            : Problems.NotFound("meeting");

    private static async Task<IResult> OfListAsync(string id, Caller caller, DoorStore doors, ReadDoors read, Settings settings, CancellationToken ct) =>
        DoorListId.TryParse(id, out var list) && await doors.FindListAsync(caller.Group, list, ct) is { } found
            ? Results.Ok(DoorsAnswer.Of(list, [.. (await read.HandleAsync(caller.Group, found.Meeting, ct)).Where(door => door.List == list)], settings))
            : Problems.NotFound("list of doors");

    private static async Task<IResult> KnockAsync(string id, string address, KnockBody body, Caller caller, DoorStore doors, RecordKnock record, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        if (!DoorListId.TryParse(id, out var list) || await doors.FindListAsync(caller.Group, list, ct) is not { Meeting: var meeting }
            || await doors.FindAsync(caller.Group, meeting, address, ct) is not { Value: var door } || door.List != list)
            return Problems.NotFound("door");
        if (body.Outcome is not { } outcome)
            return Problems.Invalid("outcome", $"Say what came of it: {string.Join(", ", EnumWord.All<DoorOutcome>())}.");
        if (body.Round is < 1 or > Door.MaxRounds)
            return Problems.Invalid("round", $"Give a round from 1 to {Door.MaxRounds}, or leave it out.");
        if (body.Party is < 1 or > RecordReply.MaxParty)
            return Problems.Invalid("party", $"Say how many come: 1 to {RecordReply.MaxParty}.");
        if (body.Id is { Length: 0 or > Knock.MaxIdLength })
            return Problems.Invalid("id", $"Give an id of 1 to {Knock.MaxIdLength} characters, or leave it out.");
        if (new CandidateForm(body.Name, body.Phone, null, body.Language).TryRead(settings.Countries, mustReach: false, out var given) is { } wrong)
            return Problems.Candidate(wrong);
        var knock = new Knock(body.Id ?? Guid.NewGuid().ToString("n"), body.Round ?? door.NextRound ?? door.Last!.Round, body.At ?? clock.GetUtcNow(), outcome)
        {
            Party = outcome is DoorOutcome.Yes ? body.Party ?? 1 : 0,
            Language = outcome is DoorOutcome.Language ? given.Language : null,
            Pair = body.By ?? door.Pair,
        };
        return await record.HandleAsync(new KnockCommand(caller.Group, meeting, address, knock, body.Person, given), ct) switch
        {
            KnockOutcome.Unknown => Problems.NotFound("door"),
            KnockOutcome.Closed => Problems.Of(StatusCodes.Status409Conflict, "over", "This meeting is over or called off: nobody can be invited any more. What was said at the door is noted."),
            _ => Results.Ok(DoorAnswer.Of((await doors.FindAsync(caller.Group, meeting, address, ct))!.Value)),
        };
    }
}
