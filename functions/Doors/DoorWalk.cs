using System.Globalization;
using Outreach.Doors;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Doors;

/// <summary>Whose walk, and under which address its pages are: an organiser's, or that of a host's link.</summary>
public sealed record WalkOf(GroupId Group, Meeting Meeting, string Path)
{
    public string? Back { get; init; }
}

/// <param name="Page">From 1: a long walk does not come at once.</param>
/// <param name="Door">That they opened, where there are no scripts.</param>
/// <param name="Wrong">What could not be read of the last tap.</param>
internal sealed record WalkChoice(int? Pair, int? Round, int? Page, string? Door, string? Wrong)
{
    public static WalkChoice Of(IQueryCollection query)
    {
        return new WalkChoice(Number("pair"), Number("round"), Number(TableQuery.PageField), query["door"], query["wrong"]);

        int? Number(string field) => int.TryParse(query[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public TableQuery QueryOf(WalkOf walk, int pair, int round) => new($"{walk.Path}/walk", new Dictionary<string, string>
    {
        ["pair"] = pair.ToString(CultureInfo.InvariantCulture),
        ["round"] = round.ToString(CultureInfo.InvariantCulture),
        [TableQuery.PageField] = (Page ?? 1).ToString(CultureInfo.InvariantCulture),
    });
}

/// <summary>The page of a pair of volunteers on their way along the doors: one tap a door.</summary>
internal sealed class DoorWalk(ReadDoors read, DoorStore store, RecordKnock record, PeopleStore people)
{
    private const int MaxShown = 80;

    public async Task<IResult> ShowAsync(OrganiserPage page, WalkOf walk, WalkChoice choice, CancellationToken ct)
    {
        var all = await read.HandleAsync(walk.Group, walk.Meeting.Id, ct);
        var pair = choice.Pair ?? all.Where(door => door.NextRound is not null).Select(door => (int?)door.Pair).Min() ?? 1;
        var mine = all.Where(door => door.Pair == pair).ToList();
        var round = choice.Round ?? mine.Select(door => door.NextRound).Min() ?? 1;
        var onWalk = mine.Where(door => door.IsOn(round)).ToList();
        var paging = Paging.Of(choice.QueryOf(walk, pair, round), onWalk.Count, MaxShown);
        IReadOnlyList<Door> doors = [.. paging.Cut(onWalk, MaxShown)];
        return page.View<WalkPage>(new
        {
            Walk = walk,
            Pair = pair,
            Pairs = (IReadOnlyList<int>)[.. all.Select(door => door.Pair).Distinct().Order()],
            Round = round,
            Rounds = (IReadOnlyList<int>)[.. Enumerable.Range(1, Door.MaxRounds).Where(r => r == round || mine.Any(door => door.IsOn(r)))],
            All = (IReadOnlyList<Door>)onWalk,
            Doors = doors,
            Paging = paging,
            Chosen = choice.Door,
            Names = await NamesAsync(walk.Group, doors, ct),
            choice.Wrong,
        });
    }

    /// <summary>What is still to be rung at, on paper.</summary>
    public async Task<IResult> PrintAsync(OrganiserPage page, WalkOf walk, WalkChoice choice, CancellationToken ct)
    {
        var all = await read.HandleAsync(walk.Group, walk.Meeting.Id, ct);
        IReadOnlyList<Door> doors = [.. all.Where(door => door.NextRound is { } next && next == (choice.Round ?? next) && (choice.Pair is null || door.Pair == choice.Pair))];
        return page.View<WalkSheetPage>(new { walk.Meeting, Doors = doors, Names = await NamesAsync(walk.Group, doors, ct) });
    }

    /// <summary>Those who live at a door and are to be asked there.</summary>
    private async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(GroupId group, IEnumerable<Door> doors, CancellationToken ct)
    {
        var names = new Dictionary<PersonId, string>();
        foreach (var id in doors.SelectMany(door => door.People).Distinct())
        {
            if ((await people.FollowAsync(group, id, ct))?.Value is { StoppedAt: null, Name: { } name })
                names[id] = name;
        }

        return names;
    }

    public async Task<IResult> KnockAsync(OrganiserPage page, WalkOf walk, string id, HttpContext http, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (await store.FindAsync(walk.Group, walk.Meeting.Id, id, ct) is not { Value: var door } || Read(state, door, page) is not { } knock)
            return http.IsQueued() ? Results.Text(page["doors.gone"], statusCode: StatusCodes.Status422UnprocessableEntity) : page.NotFound();
        var (given, wrong) = GivenBy(state, page);
        var who = PersonId.TryParse(state["who"], out var person) ? person : (PersonId?)null;
        var outcome = await record.HandleAsync(new KnockCommand(walk.Group, walk.Meeting.Id, id, knock, who, given), ct);
        var said = wrong ?? outcome switch
        {
            KnockOutcome.Closed => "over",
            KnockOutcome.Kept => "kept",
            KnockOutcome.Waiting => "waiting",
            KnockOutcome.OthersNumber => "othersNumber",
            KnockOutcome.Stopped => "stopped",
            _ => null,
        };
        if (http.IsQueued())
            return Results.Text(said is null ? "" : page["doors.atDoor", door.Address.HouseNumber, page[$"doors.said.{said}"]]);
        var at = state.Number("page") is { } number ? $"&page={number}" : "";
        return Results.LocalRedirect($"{walk.Path}/walk?pair={door.Pair}&round={knock.Round}{at}{(said is null ? "" : $"&wrong={said}")}#d-{id}");
    }

    private static Knock? Read(FormState state, Door door, OrganiserPage page)
    {
        var word = state["outcome"]?.Split('-');
        if (word is null || !EnumWord.TryParse<DoorOutcome>(word[0], out var outcome) || state["id"] is not { Length: <= Knock.MaxIdLength } id)
            return null;
        var round = state.Number("round") is >= 1 and <= Door.MaxRounds and var given ? given : door.NextRound ?? 1;
        return new Knock(id, round, MomentOf(state["at"]) ?? page.Now, outcome)
        {
            Party = outcome is DoorOutcome.Yes ? Math.Clamp(word.Length > 1 && int.TryParse(word[1], NumberStyles.None, CultureInfo.InvariantCulture, out var party) ? party : 1, 1, Invitation.MaxParty) : 0,
            Language = outcome is DoorOutcome.Language ? Languages.Language.Find(state["language"])?.Code : null,
            Pair = state.Number("pair") ?? door.Pair,
        };
    }

    /// <summary>When the phone says it was tapped.</summary>
    private static DateTimeOffset? MomentOf(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 32_503_680_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>What was said at the door counts, also when the number that came along cannot be read.</summary>
    private static (Candidate Given, string? Wrong) GivenBy(FormState state, OrganiserPage page)
    {
        var form = new CandidateForm(state["name"], state["phone"], null, state["language"]);
        return form.TryRead(page.Settings.Countries, mustReach: false, out var given) is null
            ? (given, null)
            : (new Candidate { Name = state["name"] is { Length: <= CandidateForm.MaxNameLength } name ? name : null }, "phone");
    }
}
