using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>Where organisers keep the contact card: whom to call, and for what.</summary>
internal static class CardPages
{
    private const string WhatForPrefix = "for-";

    public static void MapCardPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome/card", ListAsync);
        pages.MapGet("/welcome/card/print", PrintAsync);
        pages.MapGet("/welcome/card/new", (OrganiserPage page) => View(page, CardEntry.NewId(page.Now), FormState.Empty, isNew: true));
        pages.MapGet("/welcome/card/{id}", EditAsync);
        pages.MapPost("/welcome/card/{id}", SaveAsync);
        pages.MapPost("/welcome/card/{id}/checked", CheckedAsync);
        pages.MapPost("/welcome/card/{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, CardStore cards, CancellationToken ct) =>
        page.View<CardPage>(new { Entries = await EntriesAsync(page, cards, ct) });

    private static async Task<IReadOnlyList<CardEntry>> EntriesAsync(OrganiserPage page, CardStore cards, CancellationToken ct) =>
        [.. (await cards.ListAsync(page.Group.Id, ct)).Select(stored => stored.Value)];

    private static async Task<IResult> PrintAsync(string? place, string? @in, string? print, OrganiserPage page, CardStore cards, CancellationToken ct)
    {
        var all = await EntriesAsync(page, cards, ct);
        var wanted = all.Count(entry => IsFor(entry, place));
        var good = await cards.GoodAsync(page.Group.Id, page.Settings.Day(page.Now), entry => IsFor(entry, place), ct);
        return page.View<CardPrintPage>(new
        {
            Entries = good,
            LeftOff = wanted - good.Count,
            AllPlaces = (IReadOnlyList<string>)[.. all.Select(entry => entry.Place).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)],
            Place = place,
            IsPocket = print == "pocket",
            InWords = Language.Choose(@in, page.Group.Language),
        });
    }

    private static bool IsFor(CardEntry entry, string? place) => entry.Place is null || entry.Place == place;

    private static IResult View(OrganiserPage page, string id, FormState state, bool isNew) =>
        page.View<CardEntryPage>(new { Id = id, IsNew = isNew }, state);

    private static async Task<IResult> EditAsync(string id, OrganiserPage page, CardStore cards, CardOwners owners, CancellationToken ct) =>
        await cards.FindAsync(page.Group.Id, id, ct) is { Value: var found } ? View(page, id, StateOf(found, await owners.ReachAsync(page.Group.Id, found, ct)), isNew: false) : page.NotFound();

    private static async Task<IResult> SaveAsync(string id, OrganiserPage page, HttpContext http, EditCard edit, CardStore cards, CancellationToken ct)
    {
        if (!CardEntry.IsId(id))
            return page.NotFound();
        var state = FormState.Of(http);
        var whatFor = Language.All.Where(language => state.Has(WhatForPrefix + language.Code)).ToDictionary(language => language.Code, language => state[WhatForPrefix + language.Code]!);
        var draft = new CardDraft(state["name"], state["phone"], state["place"], state["owner"], whatFor)
        {
            Kind = EnumWord.TryParse<CardKind>(state["kind"], out var kind) ? kind : CardKind.Number,
            OwnerReach = state["ownerReach"],
        };
        if (await edit.HandleAsync(page.Group.Id, id, draft, page.Group.Language, ct) is { } problem)
            return View(page, id, state.WithError(FieldOf(problem, page), page.Word("card.wrong", problem)), await cards.FindAsync(page.Group.Id, id, ct) is null);
        return Results.LocalRedirect("/welcome/card?done=card-saved");
    }

    private static async Task<IResult> CheckedAsync(string id, OrganiserPage page, EditCard edit, CancellationToken ct) =>
        await edit.ConfirmAsync(page.Group.Id, id, ct) ? Results.LocalRedirect($"/welcome/card?done=card-checked#{id}") : page.NotFound();

    private static async Task<IResult> RemoveAsync(string id, OrganiserPage page, EditCard edit, CancellationToken ct) =>
        await edit.RemoveAsync(page.Group.Id, id, ct) ? Results.LocalRedirect("/welcome/card?done=card-removed") : page.NotFound();

    private static string FieldOf(CardProblem problem, OrganiserPage page) => problem switch
    {
        CardProblem.WhatFor => WhatForPrefix + page.Group.Language,
        CardProblem.Emergency => "phone",
        _ => EnumWord.Of(problem),
    };

    private static FormState StateOf(CardEntry entry, string? reach)
    {
        var values = new Dictionary<string, string> { ["name"] = entry.Name, ["phone"] = entry.Phone, ["place"] = entry.Place ?? "", ["owner"] = entry.Owner, ["kind"] = EnumWord.Of(entry.Kind), ["ownerReach"] = reach ?? "" };
        foreach (var (language, text) in entry.WhatFor)
            values[WhatForPrefix + language] = text;
        return new FormState(values);
    }
}
