using Outreach.Contacts;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>Who is new, how far each package is, and where it goes.</summary>
internal sealed class NewResidentsView(WelcomeStore welcomes, ReadWelcomes read, PeopleStore people, CardStore cards)
{
    public const string DoneField = "show";

    private const int MaxShown = 30;

    public async Task<IResult> ShowAsync(OrganiserPage page, TableQuery query, FormState state, CancellationToken ct)
    {
        var (isDone, isLost) = (query[DoneField] == "done", query[DoneField] == "noAddress");
        var packages = (await welcomes.ListAsync(page.Group.Id, ct)).Select(p => p.Value).ToList();
        IEnumerable<WelcomePackage> chosen = isLost ? await read.WithoutAddressAsync(page.Group.Id, packages, ct) : packages.Where(p => p.NeedsSomebody != isDone);
        var found = chosen.OrderBy(p => p.IsOpen ? p.DueOn : null).ThenByDescending(p => p.MovedIn).ThenByDescending(p => p.At).ToList();
        var paging = Paging.Of(query, found.Count, MaxShown);
        IReadOnlyList<WelcomePackage> shown = [.. paging.Cut(found, MaxShown)];
        var (lines, today) = (await cards.ListAsync(page.Group.Id, ct), page.Settings.Day(page.Now));
        return page.View<NewResidentsPage>(
            new
            {
                All = packages.Count,
                Packages = shown,
                People = await PeopleAsync(page.Group.Id, shown, ct),
                Paging = paging,
                IsDone = isDone,
                IsLost = isLost,
                CardLines = lines.Count,
                StaleLines = lines.Count(line => line.Value.IsStale(today)),
            },
            state);
    }

    private async Task<IReadOnlyDictionary<PersonId, Person>> PeopleAsync(GroupId group, IReadOnlyList<WelcomePackage> packages, CancellationToken ct)
    {
        var found = new Dictionary<PersonId, Person>();
        foreach (var package in packages)
        {
            if (await people.FindAsync(group, package.Person, ct) is { } person)
                found[package.Person] = person.Value;
        }

        return found;
    }
}

internal static class NewResidentsPages
{
    /// <summary>A day without a year is the nearest one.</summary>
    private const int HalfAYear = 182;

    public static void MapNewResidentsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome", (OrganiserPage page, HttpContext http, NewResidentsView view, CancellationToken ct) => view.ShowAsync(page, TableQuery.Of(http, NewResidentsView.DoneField), FormState.Empty, ct));
        pages.MapPost("/welcome", AddAsync);
        pages.MapPost("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> AddAsync(OrganiserPage page, HttpContext http, WelcomeResident welcome, NewResidentsView view, CancellationToken ct)
    {
        var (query, state) = (TableQuery.Of(http), FormState.Of(http));
        if (MovingDay(page, state) is not { } movedIn)
            return await view.ShowAsync(page, query, state.WithError("movedIn", page["welcome.wrongDay"]), ct);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return await view.ShowAsync(page, query, state.Refused(wrong, page), ct);
        return (await welcome.HandleAsync(page.Group.Id, new NewResident(candidate, movedIn), ct)).Problem is { } problem
            ? await view.ShowAsync(page, query, state.WithError("phone", page[problem is WelcomeProblem.OthersNumber ? "welcome.othersNumber" : "welcome.stopped"]), ct)
            : Results.LocalRedirect("/welcome?done=welcomed");
    }

    private static async Task<IResult> ChangeAsync(string id, OrganiserPage page, HttpContext http, WelcomeStore welcomes, CancellationToken ct)
    {
        var form = FormState.Of(http);
        if (!PersonId.TryParse(id, out var person))
            return page.NotFound();
        var movedIn = MovingDay(page, form);
        if (movedIn is null && form["movedIn"] is { Length: > 0 })
            return page.Notice("welcome.movedIn", "welcome.wrongDay", StatusCodes.Status422UnprocessableEntity);
        var by = OneLine.OrNull(form["by"]) is { Length: <= CandidateForm.MaxNameLength } name ? name : null;
        var changed = await welcomes.ChangeAsync(
            page.Group.Id, person,
            package => package.Move(EnumWord.TryParse<WelcomeState>(form["state"], out var to) ? to : package.State, by, page.Now).Settled() with { DueOn = page.WrittenDay(form["dueOn"]) ?? package.DueOn, MovedIn = movedIn ?? package.MovedIn },
            ct);
        return changed is null ? page.NotFound() : Results.LocalRedirect(form["back"] is "walk" ? "/welcome/walk?done=welcome-changed" : "/welcome?done=welcome-changed");
    }

    /// <summary>As they wrote it, of a likely year.</summary>
    public static DateOnly? MovingDay(OrganiserPage page, FormState state) =>
        page.WrittenDay(state["movedIn"], HalfAYear) is { } day && WelcomePackage.IsLikely(day, page.Now) ? day : null;
}
