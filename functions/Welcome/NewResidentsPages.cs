using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class NewResidentsPages
{
    /// <summary>A day without a year is the nearest one.</summary>
    private const int HalfAYear = 182;

    public static void MapNewResidentsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome", (OrganiserPage page, WelcomeStore welcomes, CardStore cards, CancellationToken ct) => ShowAsync(page, FormState.Empty, welcomes, cards, ct));
        pages.MapPost("/welcome", AddAsync);
        pages.MapPost("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, FormState state, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var packages = (await welcomes.ListAsync(page.Group.Id, ct)).Select(p => p.Value).OrderBy(p => p.State).ThenByDescending(p => p.MovedIn).ThenByDescending(p => p.At);
        var (lines, today) = (await cards.ListAsync(page.Group.Id, ct), page.Settings.Day(page.Now));
        return page.View<NewResidentsPage>(
            new
            {
                Packages = (IReadOnlyList<WelcomePackage>)[.. packages],
                CardLines = lines.Count,
                StaleLines = lines.Count(line => line.Value.IsStale(today)),
            },
            state);
    }

    private static async Task<IResult> AddAsync(OrganiserPage page, HttpContext http, WelcomeResident welcome, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (page.WrittenDay(state["movedIn"], HalfAYear) is not { } movedIn || !WelcomePackage.IsLikely(movedIn, page.Now))
            return await ShowAsync(page, state.But("movedIn", page["welcome.wrongDay"]), welcomes, cards, ct);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return await ShowAsync(page, state.Refused(wrong, page), welcomes, cards, ct);
        return await welcome.HandleAsync(page.Group.Id, candidate, movedIn, ct) is null
            ? await ShowAsync(page, state.But("phone", page["welcome.stopped"]), welcomes, cards, ct)
            : Results.LocalRedirect("/welcome?done=welcomed");
    }

    private static async Task<IResult> ChangeAsync(string id, OrganiserPage page, HttpContext http, WelcomeResident welcome, CancellationToken ct)
    {
        var form = FormState.Of(http);
        var to = form["state"] switch { "closed" => WelcomeState.Closed, "waiting" => WelcomeState.Waiting, _ => WelcomeState.HandedOver };
        return PersonId.TryParse(id, out var person) && await welcome.ChangeAsync(page.Group.Id, person, to, form["by"], ct) is not null
            ? Results.LocalRedirect("/welcome?done=welcome-changed")
            : page.NotFound();
    }
}
