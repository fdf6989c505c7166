using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.SigningIn;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Web.Organisers;

/// <summary>What every organiser page knows: who is signed in, for which group, in which language, and at what time.</summary>
public sealed class OrganiserPage
{
    public const string LanguageCookie = "outreach-language";

    private readonly HttpContext _http;

    private OrganiserPage(HttpContext http, Group? group, string token)
    {
        _http = http;
        Who = SignedIn.Of(http);
        Group = group!;
        Words = OrganiserWords.For(LanguageOf(http, group));
        Settings = http.RequestServices.GetRequiredService<Settings>();
        Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        HasOutbox = http.RequestServices.GetService<LocalOutbox>() is not null && !http.RequestServices.GetRequiredService<Launch>().OnFunctions;
        Token = token;
    }

    /// <summary>Only on pages behind the sign-in.</summary>
    public Group Group { get; }

    public bool IsSignedIn => Group is not null;

    /// <summary>Somebody at the door, who came with a link: no menu, and no link to another page.</summary>
    public bool IsHost => Who?.Host is not null;

    public bool IsOrganiser => Who?.Role >= Role.Organiser;

    public bool IsOwner => Who?.Role >= Role.Owner;

    /// <summary>All that somebody belongs to; they look at one.</summary>
    public IReadOnlyList<Group> Groups => Who?.Groups ?? [];

    /// <summary>Where whoever is signed in begins.</summary>
    public string Home => Who?.Home ?? "/";

    internal SignedIn? Who { get; }

    public OrganiserWords Words { get; }

    public Language Language => Language.Find(Words.Code)!;

    public Settings Settings { get; }

    public DateTimeOffset Now { get; }

    public string Token { get; }

    public bool HasOutbox { get; }

    public int OpenQuestions { get; private set; }

    /// <summary>Channels that are blocked until somebody acts.</summary>
    public IReadOnlyList<Alert> Alerts { get; private set; } = [];

    public string Path => _http.Request.Path + _http.Request.QueryString;

    /// <summary>What was just done, said once at the top of the next page: <c>?done=key</c>.</summary>
    public string? Done => _http.Request.Query["done"] is [{ } key] ? Words.Find("done." + key) : null;

    public string this[string key] => Words[key];

    public string this[string key, params object[] values] => Words[key, values];

    public string Count(string key, int count) => Words.Count(key, count);

    public string Word(string key, Enum value) => Words.Word(key, value);

    /// <summary>A character of any alphabet within a sentence, so that it does not turn the words around it.</summary>
    public static string Apart(string character) => $"\u2068{character}\u2069";

    public string Euro(decimal amount) => "€ " + amount.ToString("N2", System.Globalization.CultureInfo.GetCultureInfo(Words.Code));

    public string Moment(DateTimeOffset at) => Language.ShortMoment(Settings.Local(at));

    public string Day(DateTimeOffset at) => Language.Day(Settings.Local(at));

    public string Period(Outreach.Records.Meeting meeting) => Language.Period(Settings.Local(meeting.StartsAt), Settings.Local(meeting.EndsAt));

    /// <summary>As somebody may have typed it themselves: 3-12-2026.</summary>
    public static string Written(DateOnly day) => day.ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A day as people write it; null when it cannot be read without a guess.</summary>
    /// <param name="daysBack">How far back a day without a year may be.</param>
    public DateOnly? WrittenDay(string? text, int daysBack = 0) => WrittenMoment.DayOf(text, Settings.Day(Now), Settings.Day(Now).AddDays(-daysBack));

    /// <summary>The name of a resident's language, in the organiser's.</summary>
    public string NameOf(string language) => Words.Find("language." + language) ?? Language.Find(language)?.Name ?? language;

    /// <param name="parameters">What the component takes besides this page.</param>
    public IResult View<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new RouteValueDictionary(parameters) { ["Page"] = this }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page with a form: what was filled in is shown again, with what is wrong.</summary>
    public IResult View<TPage>(object? parameters, FormState state)
        where TPage : IComponent =>
        View<TPage>(new RouteValueDictionary(parameters) { ["State"] = state }, state.FirstError is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <param name="title">As <paramref name="text"/>, a key of the organiser's words.</param>
    public IResult Notice(string title, string text, int status) => View<NoticePage>(new { Title = title, Text = text }, status);

    public IResult NotFound() => Notice("notice.missing", "notice.missingWhy", StatusCodes.Status404NotFound);

    public static async ValueTask<OrganiserPage> BindAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var page = WithoutCounts(context);
        if (!page.IsOrganiser)
            return page;
        page.OpenQuestions = (await services.GetRequiredService<Inbox>().ListAsync(page.Group.Id, true, ct)).Count;
        page.Alerts = await services.GetRequiredService<Alerts>().ListAsync(page.Group.Id, ct);
        return page;
    }

    /// <summary>Reads nothing from the store: also for when something went wrong.</summary>
    internal static OrganiserPage WithoutCounts(HttpContext http)
    {
        // Now, while the answer has not begun: it may set a cookie.
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
        return new OrganiserPage(http, SignedIn.Of(http)?.Group, token);
    }

    /// <summary>For a file that whoever calls with a key takes along: nobody is signed in, and there is no form in it.</summary>
    internal static OrganiserPage OfCall(HttpContext http, Group group) => new(http, group, token: "");

    private static string LanguageOf(HttpContext http, Group? group)
    {
        if (http.Request.Cookies[LanguageCookie] is { } chosen)
            return chosen;
        var accepted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0]);
        return accepted.FirstOrDefault(code => OrganiserWords.All.Any(w => w.Code == code)) ?? group?.Language ?? OrganiserWords.Default;
    }
}
