using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Lists;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>What an organiser puts right about somebody: the whole of what is known, filled in to begin with.</summary>
internal static class CorrectPages
{
    public static void MapCorrectPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/people/{id}/correct", Show).Audited(AuditKind.ReadPerson);
        pages.MapPost("/people/{id}/correct", CorrectAsync).Audited(AuditKind.Corrected);
    }

    private static FormState StateOf(Person person, OrganiserPage page)
    {
        var known = Correction.FormOf(person);
        var fields = new Dictionary<string, string?>
        {
            ["name"] = known.Name,
            ["phone"] = known.Phone,
            ["landline"] = known.Landline,
            ["email"] = known.Email,
            ["language"] = known.Language ?? page.Group.Language,
            ["street"] = known.Street,
            ["houseNumber"] = known.HouseNumber,
            ["postcode"] = known.Postcode,
        };
        return new FormState(fields.ToDictionary(field => field.Key, field => field.Value ?? ""));
    }

    private static IResult Show(NamedPerson named, OrganiserPage page) => View(page, named.Person, StateOf(named.Person, page));

    private static IResult View(OrganiserPage page, Person person, FormState state) =>
        page.View<CorrectPage>(new { Person = person, Shown = state["shown"] ?? StateOf(person, page).Stamp }, state);

    private static async Task<IResult> CorrectAsync(NamedPerson named, OrganiserPage page, HttpContext http, CorrectPerson correct, CancellationToken ct)
    {
        var person = named.Person;
        var (state, known) = (FormState.Of(http), StateOf(person, page));
        if (known.IsNewerThan(state))
            return View(page, person, known.WithError("name", page["people.changedMeanwhile"]));
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]) { Landline = state["landline"] };
        if (form.TryRead(page.Settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return View(page, person, state.Refused(wrong, page));
        var grounded = BasisFields.Check(state, page, out var basis);
        var ground = grounded.FirstError is null ? new Ground(basis, state["note"], page.Now) : null;
        var corrected = await correct.HandleAsync(page.Group.Id, person.Id, before => Correction.Of(candidate, before), ground, ct);
        return corrected.Problem switch
        {
            null => Results.LocalRedirect($"/people/{person.Id}?done={(corrected.HasStopped ? "corrected-stopped" : corrected.IsAskedAgain ? "corrected-again" : "corrected")}"),
            CorrectionProblem.Unknown => page.NotFound(),
            CorrectionProblem.NoGround => View(page, person, grounded),
            CorrectionProblem.PhoneTaken => View(page, person, state.WithError("phone", page["people.phone-taken"])),
            CorrectionProblem.EmailTaken => View(page, person, state.WithError("email", page["people.email-taken"])),
            _ => View(page, person, state.WithError("postcode", page["people.address-taken"])),
        };
    }
}
