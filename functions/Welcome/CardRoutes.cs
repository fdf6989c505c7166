using Outreach.Contacts;
using Outreach.Functions.Web.Api;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <param name="WhatFor">By language; the group's own is needed, but for a host.</param>
/// <param name="Place">A street, or a flat as "Lindelaan 2-80".</param>
/// <param name="OwnerReach">The number or e-mail address at which the owner is asked whether it is still right.</param>
internal sealed record CardBody(CardKind? Kind, string? Name, string? Phone, IReadOnlyDictionary<string, string>? WhatFor, string? Place, string? Owner, string? OwnerReach);

/// <param name="IsStale">Neither printed nor sent until somebody has looked at it.</param>
/// <param name="AsksOwner">The owner is asked by a message when it turns stale; otherwise organisers are.</param>
internal sealed record CardAnswer(
    string Id, CardKind Kind, string Name, string Phone, IReadOnlyDictionary<string, string> WhatFor, string? Place, string Owner, DateOnly CheckedOn, bool IsStale, bool AsksOwner)
{
    public static CardAnswer Of(CardEntry e, DateOnly today) => new(e.Id, e.Kind, e.Name, e.Phone, e.WhatFor, e.Place, e.Owner, e.CheckedOn, e.IsStale(today), e.OwnerPerson is not null);
}

/// <param name="Emergency">On every card; they cannot be changed.</param>
internal sealed record WholeCardAnswer(IReadOnlyList<string> Emergency, IReadOnlyList<CardAnswer> Items);

internal static class CardRoutes
{
    public static void MapCard(this RouteGroupBuilder api)
    {
        api.MapGet("/card", ListAsync).Produces<WholeCardAnswer>();
        api.MapPost("/card", (CardBody body, Caller caller, CardDesk desk, TimeProvider clock, CancellationToken ct) => SaveAsync(CardEntry.NewId(clock.GetUtcNow()), body, true, caller, desk, ct)).Produces<CardAnswer>(StatusCodes.Status201Created);
        api.MapPut("/card/{id}", async (string id, CardBody body, Caller caller, CardDesk desk, CancellationToken ct) =>
            await desk.Cards.FindAsync(caller.Group, id, ct) is null ? Problems.NotFound("line of the contact card") : await SaveAsync(id, body, false, caller, desk, ct)).Produces<CardAnswer>();
        api.MapPost("/card/{id}/checked", CheckedAsync).Produces<CardAnswer>();
        api.MapDelete("/card/{id}", async (string id, Caller caller, CardDesk desk, CancellationToken ct) =>
            await desk.Edit.RemoveAsync(caller.Group, id, ct) ? Results.NoContent() : Problems.NotFound("line of the contact card")).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(Caller caller, CardDesk desk, Settings settings, CancellationToken ct)
    {
        var lines = await desk.Cards.ListAsync(caller.Group, ct);
        return Results.Ok(new WholeCardAnswer([.. EmergencyNumbers.Of(settings.DefaultCountry).Select(number => number.Phone)], [.. lines.Select(line => CardAnswer.Of(line.Value, desk.Today))]));
    }

    private static async Task<IResult> SaveAsync(string id, CardBody body, bool isNew, Caller caller, CardDesk desk, CancellationToken ct)
    {
        var language = (await desk.Groups.GetAsync(caller.Group, ct)).Language;
        var draft = new CardDraft(body.Name, body.Phone, body.Place, body.Owner, body.WhatFor ?? new Dictionary<string, string>()) { Kind = body.Kind ?? CardKind.Number, OwnerReach = OneLine.OrNull(body.OwnerReach) };
        if (await desk.Edit.HandleAsync(caller.Group, id, draft, language, ct) is { } problem)
            return Refused(problem, language);
        return await AnswerAsync(id, caller, desk, ct) is not { } answer ? Problems.NotFound("line of the contact card") : isNew ? Results.Created($"/api/card/{id}", answer) : Results.Ok(answer);
    }

    private static async Task<IResult> CheckedAsync(string id, Caller caller, CardDesk desk, CancellationToken ct) =>
        await desk.Edit.ConfirmAsync(caller.Group, id, ct) && await AnswerAsync(id, caller, desk, ct) is { } answer ? Results.Ok(answer) : Problems.NotFound("line of the contact card");

    private static async Task<CardAnswer?> AnswerAsync(string id, Caller caller, CardDesk desk, CancellationToken ct) =>
        await desk.Cards.FindAsync(caller.Group, id, ct) is { Value: var line } ? CardAnswer.Of(line, desk.Today) : null;

    private static IResult Refused(CardProblem problem, string language) => problem switch
    {
        CardProblem.Name => Problems.Invalid("name", $"Give a name of {EditCard.MaxNameLength} characters at most."),
        CardProblem.WhatFor => Problems.Invalid("whatFor", $"Say what to call for, at least in the language of the group ({language}), in {EditCard.MaxWhatForLength} characters at most; languages by their code."),
        CardProblem.Phone => Problems.Invalid("phone", "Give a number of 3 to 15 digits."),
        CardProblem.Emergency => Problems.Invalid("phone", "This number stands on every card already, and cannot be changed."),
        CardProblem.Owner => Problems.Invalid("owner", $"Say who looks after this line, in {EditCard.MaxNameLength} characters at most."),
        CardProblem.OwnerReach => Problems.Invalid("ownerReach", "Messages do not reach the owner there, they want none, or we know it as somebody else's. Give a mobile number or an e-mail address, or leave it out."),
        _ => Problems.Invalid("place", $"Give a place of {EditCard.MaxNameLength} characters at most; a host needs one, as \"Lindelaan 2-80\"."),
    };
}

/// <summary>What the calls about the contact card have in common.</summary>
internal sealed class CardDesk(CardStore cards, EditCard edit, GroupStore groups, Settings settings, TimeProvider clock)
{
    public CardStore Cards => cards;

    public EditCard Edit => edit;

    public GroupStore Groups => groups;

    public DateOnly Today => settings.Day(clock.GetUtcNow());
}
