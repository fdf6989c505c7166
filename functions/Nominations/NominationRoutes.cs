using Outreach.Functions.People;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Nominations;
using Outreach.Records;

namespace Outreach.Functions.Nominations;

internal sealed record NominationBody(string? Meeting, string? Name, string? Phone, string? Email, string? Language, bool? MayNameMe, bool? Agreed);

internal sealed record PassOnBody(string? Meeting);

/// <param name="Left">How many more this person may name.</param>
internal sealed record NominationAnswer(int Left);

internal sealed record PassOnAnswer(Code Code, Uri Url, int Left);

internal static class NominationRoutes
{
    public static void MapNominations(this RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/nominations", NominateAsync).Produces<NominationAnswer>(StatusCodes.Status201Created);
        api.MapPost("/people/{id}/pass-on", PassOnAsync).Produces<PassOnAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> NominateAsync(NamedPerson named, NominationBody body, Nominate nominate, Settings settings, CancellationToken ct)
    {
        if (body.Meeting is null)
            return NoMeeting();
        if (!MeetingId.TryParse(body.Meeting, out var meeting))
            return Problems.NotFound("meeting");
        if (body.Agreed is not true)
            return Answer(new NominateOutcome.NotAgreed(), settings);
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language);
        if (form.TryRead(settings.Countries, mustReach: true, out var nominee) is { } wrong)
            return Problems.Candidate(wrong);
        if (nominee.Name is null)
            return Problems.NoName();
        return Answer(await nominate.HandleAsync(new NominateCommand(named.Group, named.Id, meeting, nominee, body.MayNameMe is true, Agreed: true), ct), settings);
    }

    private static async Task<IResult> PassOnAsync(NamedPerson named, PassOnBody body, PassOn passOn, Settings settings, CancellationToken ct)
    {
        if (body.Meeting is null)
            return NoMeeting();
        return MeetingId.TryParse(body.Meeting, out var meeting)
            ? Answer(await passOn.HandleAsync(named.Group, named.Id, meeting, ct), settings)
            : Problems.NotFound("meeting");
    }

    private static IResult NoMeeting() => Problems.Invalid("meeting", "Say which meeting this is about: \"meeting\", with its id.");

    private static IResult Answer(NominateOutcome outcome, Settings settings) => outcome switch
    {
        NominateOutcome.Nominated nominated => Results.Created((string?)null, new NominationAnswer(nominated.Left)),
        NominateOutcome.PassedOn passed => Results.Created((string?)null, new PassOnAnswer(passed.Code, settings.Link($"/p/{passed.Code}"), passed.Left)),
        NominateOutcome.QuotaReached => Problems.Of(StatusCodes.Status409Conflict, "quota", "This person has named as many neighbours as the meeting allows."),
        NominateOutcome.NotAttended => Problems.Of(StatusCodes.Status409Conflict, "not-attended", "Only somebody who came to the meeting can name neighbours. Tick them as present first."),
        NominateOutcome.OthersNumber => Problems.OthersNumber(),
        NominateOutcome.Themselves => Problems.Invalid("self", "This is the number or address of the person who names. Give those of the neighbour."),
        NominateOutcome.MoreThanAName => Problems.Invalid("name-only", "Give only the name. We keep nothing about anybody's health or life."),
        NominateOutcome.NotAgreed => Problems.Invalid("not-agreed", "Ask the neighbour first, and send \"agreed\": true."),
        _ => Problems.NotFound("meeting"),
    };
}
