using Outreach.Contacts;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>What the page of new residents is read from.</summary>
internal sealed record NewResidentsCall(OrganiserPage Page, HttpContext Http, WelcomeStore Welcomes, CardStore Cards, ReadWelcomes Read, CancellationToken Ct);

/// <summary>Who is new, and how far each package is.</summary>
internal static class NewResidentsPages
{
    /// <summary>A day without a year is the nearest one.</summary>
    private const int HalfAYear = 182;
    private const int MaxShown = 30;
    private const string DoneField = "show";

    public static void MapNewResidentsPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/welcome", ([AsParameters] NewResidentsCall call) => ShowAsync(call, TableQuery.Of(call.Http, DoneField), FormState.Empty));
        pages.MapPost("/welcome", AddAsync);
        pages.MapPost("/welcome/{id}", ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(NewResidentsCall call, TableQuery query, FormState state)
    {
        var (page, ct) = (call.Page, call.Ct);
        var (isDone, isLost) = (query[DoneField] == "done", query[DoneField] == "noAddress");
        var packages = (await call.Welcomes.ListAsync(page.Group.Id, ct)).Select(p => p.Value).ToList();
        IEnumerable<WelcomePackage> chosen = isLost ? await call.Read.WithoutAddressAsync(page.Group.Id, packages, ct) : packages.Where(p => p.IsOpen != isDone);
        var shown = chosen.OrderBy(p => p.IsOpen ? p.DueOn : null).ThenByDescending(p => p.MovedIn).ThenByDescending(p => p.At).ToList();
        var paging = Paging.Of(query, shown.Count, MaxShown);
        var (lines, today) = (await call.Cards.ListAsync(page.Group.Id, ct), page.Settings.Day(page.Now));
        return page.View<NewResidentsPage>(
            new
            {
                All = packages.Count,
                Packages = (IReadOnlyList<WelcomePackage>)[.. paging.Cut(shown, MaxShown)],
                Paging = paging,
                IsDone = isDone,
                IsLost = isLost,
                CardLines = lines.Count,
                StaleLines = lines.Count(line => line.Value.IsStale(today)),
            },
            state);
    }

    private static async Task<IResult> AddAsync([AsParameters] NewResidentsCall call, WelcomeResident welcome)
    {
        var (page, query, state) = (call.Page, TableQuery.Of(call.Http), FormState.Of(call.Http));
        if (MovingDay(page, state) is not { } movedIn)
            return await ShowAsync(call, query, state.But("movedIn", page["welcome.wrongDay"]));
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return await ShowAsync(call, query, state.Refused(wrong, page));
        return await welcome.HandleAsync(page.Group.Id, new NewResident(candidate, movedIn), call.Ct) is null
            ? await ShowAsync(call, query, state.But("phone", page["welcome.stopped"]))
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
