using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

/// <param name="Fee">Agreed, in euros.</param>
internal sealed record PartBody(PartKind? Kind, string? Name, string? Phone, string? Email, string? Language, decimal? Fee);

/// <param name="Fee">Agreed, in euros; to change it.</param>
internal sealed record PartChange(decimal? Fee = null, bool? ToldInPerson = null, bool? Thanked = null, bool? Paid = null);

internal sealed record PartAnswer(string Id, PartKind Kind, PersonId Person, string? Name, decimal? Fee, DateOnly? ToldOf, DateTimeOffset? ToldInPersonAt, DateTimeOffset? ThankedAt, DateTimeOffset? PaidAt)
{
    public static PartAnswer Of(GivenPart given) =>
        new(given.Part.Id, given.Part.Kind, given.Part.Person, given.Person?.Name, given.Part.Fee, given.Part.ToldOf, given.Part.ToldInPersonAt, given.Part.ThankedAt, given.Part.PaidAt);
}

/// <summary>Who has a part in a meeting: host, discussion leader, speaker from experience; with the fee that was agreed, and thanks.</summary>
internal static class PartPages
{
    public static void MapParts(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings/{id}/parts", ListByApiAsync).Produces<Items<PartAnswer>>();
        api.MapPost("/meetings/{id}/parts", AddByApiAsync).Produces<PartAnswer>(StatusCodes.Status201Created);
        api.MapPatch("/meetings/{id}/parts/{part}", ChangeByApiAsync).Produces<PartAnswer>();
        api.MapDelete("/meetings/{id}/parts/{part}", RemoveByApiAsync).Produces(StatusCodes.Status204NoContent);
    }

    public static void MapPartPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/parts", ShowAsync);
        pages.MapPost("/meetings/{id}/parts", AddAsync);
        pages.MapPost("/meetings/{id}/parts/{part}/told", ToldAsync);
        pages.MapPost("/meetings/{id}/parts/{part}/{verb:regex(^(thanked|paid|remove)$)}", ChangeAsync);
    }

    private static async Task<IResult> ListByApiAsync(NamedMeeting at, ReadParts parts, CancellationToken ct) =>
        Results.Ok(new Items<PartAnswer>((await parts.HandleAsync(at.Group, at.Meeting, ct)).Select(PartAnswer.Of)));

    private static async Task<IResult> AddByApiAsync(NamedMeeting at, PartBody body, GivePart give, Settings settings, CancellationToken ct)
    {
        if (body.Kind is not { } kind)
            return Problems.Invalid("kind", $"Say which part it is: {string.Join(", ", EnumWord.All<PartKind>())}.");
        if (new CandidateForm(body.Name, body.Phone, body.Email, body.Language).TryRead(settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        return await give.HandleAsync(at.Group, at.Id, kind, candidate, body.Fee, ct) switch
        {
            ({ } given, _) => Results.Created($"/api/meetings/{at.Id}/parts", PartAnswer.Of(given)),
            (_, PartProblem.OthersNumber) => Problems.OthersNumber(),
            (_, PartProblem.Fee) => Problems.Invalid("fee", $"Give a fee in euros, from 0 to {MeetingPart.MaxFee:0}."),
            _ => Problems.Invalid("unreachable", "We cannot reach this person: they said stop, or no number or e-mail address works."),
        };
    }

    private static async Task<IResult> ChangeByApiAsync(NamedMeeting at, string part, PartChange body, GivePart give, CancellationToken ct)
    {
        if (body.Fee is < 0 or > MeetingPart.MaxFee)
            return Problems.Invalid("fee", $"Give a fee in euros, from 0 to {MeetingPart.MaxFee:0}.");
        return await give.ChangeAsync(at.Group, at.Id, part, (before, now) => Changed(before, body, now), ct) is { } after
            ? Results.Ok(PartAnswer.Of(after))
            : Problems.NotFound("part of this meeting");
    }

    private static MeetingPart Changed(MeetingPart before, PartChange change, DateTimeOffset now) => before with
    {
        Fee = change.Fee ?? before.Fee,
        ToldInPersonAt = change.ToldInPerson switch { true => now, false => null, _ => before.ToldInPersonAt },
        ThankedAt = change.Thanked switch { true => before.ThankedAt ?? now, false => null, _ => before.ThankedAt },
        PaidAt = change.Paid switch { true => before.PaidAt ?? now, false => null, _ => before.PaidAt },
    };

    private static async Task<IResult> RemoveByApiAsync(NamedMeeting at, string part, GivePart give, CancellationToken ct) =>
        await give.RemoveAsync(at.Group, at.Id, part, ct) ? Results.NoContent() : Problems.NotFound("part of this meeting");

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, ReadParts parts, CancellationToken ct) =>
        await ViewAsync(page, at.Meeting, FormState.Empty, parts, ct);

    private static async Task<IResult> ViewAsync(OrganiserPage page, Meeting meeting, FormState state, ReadParts parts, CancellationToken ct) =>
        page.View<PartsPage>(new { Meeting = meeting, Parts = await parts.HandleAsync(page.Group.Id, meeting, ct) }, state);

    private static async Task<IResult> AddAsync(NamedMeeting at, OrganiserPage page, HttpContext http, GivePart give, ReadParts parts, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var fee = state.Amount("fee", MeetingPart.MaxFee);
        if (state.Has("fee") && fee is null)
            state = state.WithError("fee", page["parts.wrongFee"]);
        if (new CandidateForm(state["name"], state["phone"], state["email"], state["language"]).TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            state = state.Refused(wrong, page);
        if (state.FirstError is not null)
            return await ViewAsync(page, at.Meeting, state, parts, ct);
        var kind = EnumWord.TryParse<PartKind>(state["kind"], out var given) ? given : PartKind.Host;
        var (added, problem) = await give.HandleAsync(at.Group, at.Id, kind, candidate, fee, ct);
        if (added is null)
            return await ViewAsync(page, at.Meeting, state.WithError("phone", page[problem is PartProblem.OthersNumber ? "invite.othersNumber" : "parts.unreachable"]), parts, ct);
        var isTold = added.Person is { } person && ChannelOrder.ForMessage(person) is not null;
        return Results.LocalRedirect($"/meetings/{at.Id}/parts?done={(isTold ? "part-given" : "part-given-call")}");
    }

    private static async Task<IResult> ToldAsync(NamedMeeting at, string part, OrganiserPage page, HttpContext http, GivePart give, CancellationToken ct) =>
        at.Meeting.HasNewsSince(FormState.Of(http).ShownAt)
            ? page.Notice("meeting.movedMeanwhile", "meeting.movedMeanwhileWhy", StatusCodes.Status409Conflict)
            : await ChangeAsync(at, part, "told", page, give, ct);

    private static async Task<IResult> ChangeAsync(NamedMeeting at, string part, string verb, OrganiserPage page, GivePart give, CancellationToken ct)
    {
        var isDone = verb == "remove"
            ? await give.RemoveAsync(at.Group, at.Id, part, ct)
            : await give.ChangeAsync(at.Group, at.Id, part, (before, now) => Changed(before, ChangeOf(verb), now), ct) is not null;
        return isDone ? Results.LocalRedirect($"/meetings/{at.Id}/parts?done=part-changed") : page.NotFound();
    }

    private static PartChange ChangeOf(string verb) => verb switch
    {
        "told" => new(ToldInPerson: true),
        "thanked" => new(Thanked: true),
        _ => new(Paid: true),
    };
}
