using System.Globalization;
using Outreach.Contacts;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>Who is new, and how far each package is.</summary>
internal static class NewResidentsPages
{
    /// <summary>A day without a year is the nearest one.</summary>
    private const int HalfAYear = 182;

    public static void MapNewResidentsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome", (string? show, OrganiserPage page, WelcomeStore welcomes, CardStore cards, CancellationToken ct) => ShowAsync(page, FormState.Empty, show == "done", welcomes, cards, ct));
        pages.MapPost("/welcome", AddAsync);
        pages.MapPost("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, FormState state, bool isDone, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var packages = (await welcomes.ListAsync(page.Group.Id, ct)).Select(p => p.Value).ToList();
        var (lines, today) = (await cards.ListAsync(page.Group.Id, ct), page.Settings.Day(page.Now));
        return page.View<NewResidentsPage>(
            new
            {
                All = packages.Count,
                Packages = (IReadOnlyList<WelcomePackage>)[.. packages.Where(p => p.IsOpen != isDone).OrderBy(p => p.IsOpen ? p.DueOn : null).ThenByDescending(p => p.MovedIn).ThenByDescending(p => p.At)],
                IsDone = isDone,
                CardLines = lines.Count,
                StaleLines = lines.Count(line => line.Value.IsStale(today)),
            },
            state);
    }

    private static async Task<IResult> AddAsync(OrganiserPage page, HttpContext http, WelcomeResident welcome, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (page.WrittenDay(state["movedIn"], HalfAYear) is not { } movedIn || !WelcomePackage.IsLikely(movedIn, page.Now))
            return await ShowAsync(page, state.But("movedIn", page["welcome.wrongDay"]), false, welcomes, cards, ct);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return await ShowAsync(page, state.Refused(wrong, page), false, welcomes, cards, ct);
        return await welcome.HandleAsync(page.Group.Id, new NewResident(candidate, movedIn), ct) is null
            ? await ShowAsync(page, state.But("phone", page["welcome.stopped"]), false, welcomes, cards, ct)
            : Results.LocalRedirect("/welcome?done=welcomed");
    }

    private static async Task<IResult> ChangeAsync(string id, OrganiserPage page, HttpContext http, WelcomeStore welcomes, CancellationToken ct)
    {
        var form = FormState.Of(http);
        if (!PersonId.TryParse(id, out var person))
            return page.NotFound();
        var by = OneLine.OrNull(form["by"]) is { Length: <= CandidateForm.MaxNameLength } name ? name : null;
        var changed = await welcomes.ChangeAsync(
            page.Group.Id, person,
            package => package.Move(EnumWord.TryParse<WelcomeState>(form["state"], out var to) ? to : package.State, by, page.Now) with { DueOn = DayOf(form["dueOn"]) ?? package.DueOn },
            ct);
        return changed is null ? page.NotFound() : Results.LocalRedirect(form["back"] is "walk" ? "/welcome/walk?done=welcome-changed" : "/welcome?done=welcome-changed");
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;
}
