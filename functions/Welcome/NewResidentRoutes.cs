using System.Globalization;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Residents;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>What the form for new residents asks, besides what every form of residents asks.</summary>
public sealed record HomeForm(string? MovedIn, string? Street, string? HouseNumber, string? Postcode);

/// <summary>The code of a poster or of the host of a building: a new resident makes themselves known, or is made known.</summary>
internal static class NewResidentRoutes
{
    public static void MapNewResidentPage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.NewResident));
        pages.MapMethods("/m/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/m/{code}", AddAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, HttpContext http, WelcomeWays ways, CancellationToken ct) =>
        await ways.FindAsync(visit.Group.Id, visit.Code, ct) is { } way
            ? Page(visit, way, ResidentForm.Empty with { FromPage = http.Request.Query.ContainsKey("done") }, new HomeForm(visit.Settings.Day(visit.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, null, null))
            : ResidentPages.NotFound(http);

    private static IResult Page(Visit visit, WelcomeWay way, ResidentForm form, HomeForm home) => ResidentPages.Show<NewResidentPage>(
        new { View = visit.View with { Path = Visit.PathOf(CodeKind.NewResident, visit.Code) }, Way = way, Form = form, Home = home },
        form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AddAsync(Visit visit, HttpContext http, WelcomeWays ways, WelcomeByForm welcome, SignUpLimits limits, CancellationToken ct)
    {
        if (await ways.FindAsync(visit.Group.Id, visit.Code, ct) is not { } way)
            return ResidentPages.NotFound(http);
        var (form, home) = (await ResidentForm.ReadAsync(http.Request), await ReadHomeAsync(http.Request));
        form = Check(form, home, visit, out var resident);
        if (form.Errors.Count > 0)
            return Page(visit, way, form, home);
        if (!await limits.AllowsAsync(visit, http, ct))
            return ResidentPages.TooMany(http);
        var isHost = way.Kind is WayKind.Host;
        resident = resident with
        {
            Candidate = resident.Candidate with { Language = resident.Candidate.Language ?? visit.View.Language.Code },
            Way = way.Code,
            By = isHost ? way.Name : null,
        };
        // Whether a number once said stop is nobody's business: the page says the same.
        await welcome.HandleAsync(visit.Group.Id, resident, visit.View.Text("newResident.title"), ct);
        return ResidentPages.SeeOther(http, (visit.View with { Path = "" }).Link(Visit.PathOf(CodeKind.NewResident, visit.Code) + "?done"));
    }

    private static async Task<HomeForm> ReadHomeAsync(HttpRequest request)
    {
        var form = await Forms.ReadAsync(request);
        string? Text(string name) => form is not null && CleanText.Of(form[name].ToString()).Trim() is { Length: > 0 } text ? text : null;
        return new HomeForm(Text("movedIn"), Text("street"), Text("houseNumber"), Text("postcode"));
    }

    private static ResidentForm Check(ResidentForm form, HomeForm home, Visit visit, out NewResident resident)
    {
        var isDay = DateOnly.TryParseExact(home.MovedIn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var movedIn) && WelcomePackage.IsLikely(movedIn, visit.Now);
        var wrong = new CandidateForm(form.Name, form.Phone, form.Email, Language.Find(form.Language)?.Code, home.Street, home.HouseNumber, home.Postcode).TryRead(visit.Settings.Countries, mustReach: true, out var candidate);
        resident = new NewResident(candidate, movedIn);
        form = form.Name is null ? form.With("name", "form.errors.name") : OnlyName.Is(form.Name) ? form : form.With("name", "nominate.errors.onlyName");
        form = wrong is null ? form : With(form, wrong);
        form = isDay ? form : form.With("movedIn", "form.errors.day");
        return form.Agreed ? form : form.With("agreed", "form.errors.agree");
    }

    private static ResidentForm With(ResidentForm form, string wrong) => wrong switch
    {
        ProblemCodes.CellTooLong => form.With("name", "form.errors.tooLong"),
        ProblemCodes.PhoneInvalid => form.With("phone", "form.errors.phone"),
        ProblemCodes.PhoneCountry => form.With("phone", "form.errors.phoneCountry"),
        ProblemCodes.EmailInvalid => form.With("email", "form.errors.email"),
        ProblemCodes.PostcodeInvalid => form.With("street", "form.errors.address"),
        _ => form.With("phone", "form.errors.unreachable"),
    };
}
