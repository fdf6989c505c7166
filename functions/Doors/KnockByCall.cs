using Outreach.Doors;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.Doors;

/// <param name="Id">Made by whoever calls: sent again it is the same ring.</param>
/// <param name="By">The pair of volunteers; the one whose walk it is when left out.</param>
internal sealed record KnockBody(
    string? Id, DoorOutcome? Outcome, int? Round, DateTimeOffset? At, int? Party, string? Name, string? Phone, string? Language, PersonId? Person, int? By);

/// <summary>What came of a door, as a program tells it: what it leaves out is as on the walk.</summary>
internal sealed class KnockByCall(DoorStore doors, RecordKnock record, Settings settings, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(GroupId group, string list, string address, KnockBody body, CancellationToken ct)
    {
        if (await FindAsync(group, list, address, ct) is not { } door)
            return Problems.NotFound("door");
        if (body.Outcome is not { } outcome)
            return Problems.Invalid("outcome", $"Say what came of it: {string.Join(", ", EnumWord.All<DoorOutcome>())}.");
        if (Problem(body) is { } problem)
            return problem;
        if (new CandidateForm(body.Name, body.Phone, null, body.Language).TryRead(settings.Countries, mustReach: false, out var given) is { } wrong)
            return Problems.Candidate(wrong);
        var knock = new Knock(body.Id ?? Guid.NewGuid().ToString("n"), body.Round ?? door.NextRound ?? door.Last!.Round, body.At ?? clock.GetUtcNow(), outcome)
        {
            Party = outcome is DoorOutcome.Yes ? body.Party ?? 1 : 0,
            Language = outcome is DoorOutcome.Language ? given.Language : null,
            Pair = body.By ?? door.Pair,
        };
        return await record.HandleAsync(new KnockCommand(group, door.Meeting, door.Id, knock, body.Person, given), ct) switch
        {
            KnockOutcome.Unknown => Problems.NotFound("door"),
            KnockOutcome.Closed => Problems.Of(StatusCodes.Status409Conflict, "over", "This meeting is over or called off: nobody can be invited any more. What was said at the door is noted."),
            KnockOutcome.Stopped => Problems.Of(StatusCodes.Status409Conflict, "stopped", "They said stop before, and only they can undo that: they are not on the list of this meeting. What was said at the door is noted."),
            var noted => Results.Ok(DoorAnswer.Of((await doors.FindAsync(group, door.Meeting, door.Id, ct))!.Value) with
            {
                Waiting = noted is KnockOutcome.Waiting,
                KeepsPlaces = noted is KnockOutcome.Kept,
                WithoutNumber = noted is KnockOutcome.OthersNumber,
            }),
        };
    }

    private async Task<Door?> FindAsync(GroupId group, string list, string address, CancellationToken ct) =>
        DoorListId.TryParse(list, out var id) && await doors.FindListAsync(group, id, ct) is { Meeting: var meeting }
        && await doors.FindAsync(group, meeting, address, ct) is { Value: var door } && door.List == id
            ? door
            : null;

    private static IResult? Problem(KnockBody body) => body switch
    {
        { Round: < 1 or > Door.MaxRounds } => Problems.Invalid("round", $"Give a round from 1 to {Door.MaxRounds}, or leave it out."),
        { Party: < 1 or > Invitation.MaxParty } => Problems.Invalid("party", $"Say how many come: 1 to {Invitation.MaxParty}."),
        { Id.Length: 0 or > Knock.MaxIdLength } => Problems.Invalid("id", $"Give an id of 1 to {Knock.MaxIdLength} characters, or leave it out."),
        _ => null,
    };
}
