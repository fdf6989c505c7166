using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;

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
    /// <summary>All places are taken: they wait for one.</summary>
    public bool Waiting { get; init; }

    /// <summary>There was no room for that many more: they keep the places that they had.</summary>
    public bool KeepsPlaces { get; init; }

    /// <summary>The number that was given is somebody else's, and was left out.</summary>
    public bool WithoutNumber { get; init; }

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

internal static class DoorRoutes
{
    public static void MapDoors(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/doors", AddAsync).Produces<DoorsAdded>(StatusCodes.Status201Created);
        api.MapPost("/meetings/{id}/doors/file", AddFileAsync).Accepts<Stream>("*/*").Produces<DoorsAdded>(StatusCodes.Status201Created).DisableAntiforgery();
        api.MapGet("/meetings/{id}/doors", OfMeetingAsync).Produces<DoorsAnswer>();
        api.MapGet("/doors/{id}", OfListAsync).Produces<DoorsAnswer>();
        api.MapPost("/doors/{id}/addresses/{address}", (string id, string address, KnockBody body, Caller caller, KnockByCall knock, CancellationToken ct) => knock.HandleAsync(caller.Group, id, address, body, ct)).Produces<DoorAnswer>();
    }

    private static async Task<IResult> AddAsync(NamedMeeting at, NewDoors body, PlanDoors plan, CancellationToken ct)
    {
        WantedDoors wanted = body.FromPeople is true ? new WantedDoors.OfPeople("people") : new WantedDoors.Typed(body.Text ?? $"{body.Street} {body.Numbers} {body.Postcode}");
        return PairsProblem(body.Pairs) ?? Answer(await plan.HandleAsync(at.Group, at.Id, wanted, body.Pairs, ct));
    }

    private static async Task<IResult> AddFileAsync(NamedMeeting at, string? filename, int? pairs, HttpRequest request, PlanDoors plan, CancellationToken ct)
    {
        if (PairsProblem(pairs) is { } wrong)
            return wrong;
        using var content = new MemoryStream();
        if (!await TakeAsync(request, content, ct))
            return Problems.TooLarge();
        return Answer(await plan.HandleAsync(at.Group, at.Id, new WantedDoors.OfFile(content, filename ?? "list", Caller.LanguageOf(request)), pairs, ct));
    }

    /// <returns>False when it is larger than a list may be.</returns>
    private static async Task<bool> TakeAsync(HttpRequest request, MemoryStream content, CancellationToken ct)
    {
        if (request.ContentLength > ListRules.MaxBytes)
            return false;
        try
        {
            using var limited = new LimitedStream(request.Body, leaveOpen: true);
            await limited.CopyToAsync(content, ct);
            content.Position = 0;
            return true;
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }

    private static IResult? PairsProblem(int? pairs) =>
        pairs is < 1 or > DivideDoors.MaxPairs ? Problems.Invalid("pairs", $"Give a number of pairs from 1 to {DivideDoors.MaxPairs}, or leave it out.") : null;

    private static IResult Answer(PlanDoorsOutcome outcome) => outcome switch
    {
        PlanDoorsOutcome.Planned { Doors: var doors, Refused: var refused } =>
            Results.Created($"/api/doors/{doors.Id}", new DoorsAdded(doors.Id, doors.Added, doors.Known, doors.Stopped, refused)),
        PlanDoorsOutcome.Unreadable { Lines: [var line, ..] } => Problems.Invalid($"doors-{EnumWord.Of(line.Problem)}", Say(line), $"Line {line.Line}: {line.Text}"),
        PlanDoorsOutcome.Asked asked => Problems.Invalid(
            "column-unclear", $"This column may say that somebody wants no contact: {string.Join(", ", asked.Columns)}.", "Take it out, or call it \"no contact\" if a yes in it means that. Nothing was added."),
        PlanDoorsOutcome.TooMany => Problems.Invalid("doors-tooMany", $"These are too many: at most {TypedStreets.MaxDoors} addresses at a time."),
        PlanDoorsOutcome.NoAddress { Why: var why } => Problems.Invalid("file-unreadable", why ?? "There is no address in this file.", "Every row needs a street, a house number and a postcode."),
        _ => Problems.Invalid("doors-unreadable", "Give a street and its numbers, as {\"street\": \"Kerkstraat\", \"numbers\": \"1-41 odd\"}."),
    };

    private static string Say(TypedLine line) => line.Problem switch
    {
        TypedProblem.Backwards => "The first number is higher than the last. Write the lowest first, as 1-41.",
        TypedProblem.TooMany => $"These are too many addresses: at most {TypedStreets.MaxDoors} at a time.",
        _ => "This is not a street with its numbers. Write it as: Kerkstraat 1-41 odd.",
    };

    private static async Task<IResult> OfMeetingAsync(NamedMeeting at, ReadDoors read, Settings settings, CancellationToken ct) =>
        Results.Ok(DoorsAnswer.Of(null, await read.HandleAsync(at.Group, at.Id, ct), settings));

    private static async Task<IResult> OfListAsync(string id, Caller caller, DoorStore doors, ReadDoors read, Settings settings, CancellationToken ct) =>
        DoorListId.TryParse(id, out var list) && await doors.FindListAsync(caller.Group, list, ct) is { } found
            ? Results.Ok(DoorsAnswer.Of(list, [.. (await read.HandleAsync(caller.Group, found.Meeting, ct)).Where(door => door.List == list)], settings))
            : Problems.NotFound("list of doors");
}
