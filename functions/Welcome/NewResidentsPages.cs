using Outreach.Contacts;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
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
    private const int MaxShown = 30;
    private const string DoneField = "show";

    public static void MapNewResidentsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome", (OrganiserPage page, HttpContext http, WelcomeStore welcomes, CardStore cards, CancellationToken ct) => ShowAsync(page, TableQuery.Of(http, DoneField), FormState.Empty, welcomes, cards, ct));
        pages.MapPost("/welcome", AddAsync);
        pages.MapPost("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, TableQuery query, FormState state, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var isDone = query[DoneField] == "done";
        var packages = (await welcomes.ListAsync(page.Group.Id, ct)).Select(p => p.Value).ToList();
        var shown = packages.Where(p => p.IsOpen != isDone).OrderBy(p => p.IsOpen ? p.DueOn : null).ThenByDescending(p => p.MovedIn).ThenByDescending(p => p.At).ToList();
        var paging = Paging.Of(query, shown.Count, MaxShown);
        var (lines, today) = (await cards.ListAsync(page.Group.Id, ct), page.Settings.Day(page.Now));
        return page.View<NewResidentsPage>(
            new
            {
                All = packages.Count,
                Packages = (IReadOnlyList<WelcomePackage>)[.. paging.Cut(shown, MaxShown)],
                Paging = paging,
                IsDone = isDone,
                CardLines = lines.Count,
                StaleLines = lines.Count(line => line.Value.IsStale(today)),
            },
            state);
    }

    private static async Task<IResult> AddAsync(OrganiserPage page, HttpContext http, WelcomeResident welcome, WelcomeStore welcomes, CardStore cards, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (MovingDay(page, state) is not { } movedIn)
            return await ShowAsync(page, TableQuery.Of(http), state.But("movedIn", page["welcome.wrongDay"]), welcomes, cards, ct);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return await ShowAsync(page, TableQuery.Of(http), state.Refused(wrong, page), welcomes, cards, ct);
        return await welcome.HandleAsync(page.Group.Id, new NewResident(candidate, movedIn), ct) is null
            ? await ShowAsync(page, TableQuery.Of(http), state.But("phone", page["welcome.stopped"]), welcomes, cards, ct)
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
            package => package.Move(EnumWord.TryParse<WelcomeState>(form["state"], out var to) ? to : package.State, by, page.Now) with { DueOn = page.WrittenDay(form["dueOn"]) ?? package.DueOn },
            ct);
        return changed is null ? page.NotFound() : Results.LocalRedirect(form["back"] is "walk" ? "/welcome/walk?done=welcome-changed" : "/welcome?done=welcome-changed");
    }

    /// <summary>As they wrote it, of a likely year.</summary>
    public static DateOnly? MovingDay(OrganiserPage page, FormState state) =>
        page.WrittenDay(state["movedIn"], HalfAYear) is { } day && WelcomePackage.IsLikely(day, page.Now) ? day : null;
}
