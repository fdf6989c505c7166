using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

/// <summary>The real program on a free port and a virtual clock, seen by an organiser with a browser that keeps cookies.</summary>
public sealed partial class OrganiserSite : IAsyncLifetime
{
    public const string Organiser = "fatima@example.org";

    private readonly TemporaryFolder folder = new();
    private readonly string[] settings;
    private WebApplication? app;

    public OrganiserSite()
        : this([])
    {
    }

    /// <param name="settings">As "--Section:Key=value".</param>
    internal OrganiserSite(params string[] settings) => this.settings = settings;

    public HttpClient Browser { get; private set; } = null!;

    public string Folder => folder.Path;

    public string Url => app!.Urls.Single();

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", $"--data={folder.Path}", "--clock=2027-03-01T10:00:00+01:00", $"--Outreach:Organisers:0={Organiser}", "--Outreach:SignInsInTenMinutes=1000", .. settings,
        ];
        var verb = Serve.Verb(Site.Add, Site.Use);
        app = Serve.Build(CommandLine.Parse(verb, arguments, TextWriter.Null, TextWriter.Null), Quiet, Site.Use);
        await app.StartAsync();
        Browser = Stranger();
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Another browser, that nobody signed in with.</summary>
    public HttpClient Stranger() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };

    public async Task SignInAsync() =>
        await PostAsync(await Get<SignIn>().ConsoleLinkAsync(CancellationToken.None));

    /// <summary>Another browser, signed in with the link that was mailed to this address.</summary>
    public async Task<HttpClient> SignedInAsync(string email)
    {
        await Get<SignIn>().SendLinkAsync(email, OrganiserWords.For("nl"), "192.0.2.1", CancellationToken.None);
        var link = (await LinksMailedAsync(email))[^1];
        var browser = Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, link, link)).StatusCode);
        return browser;
    }

    /// <summary>The paths of the sign-in links in a mailbox, oldest first. Other mail may arrive at any moment: the queues are drained in the background.</summary>
    public async Task<IReadOnlyList<string>> LinksMailedAsync(string email)
    {
        var mails = await Get<LocalOutbox>().ListAsync(email, CancellationToken.None);
        return [.. mails.Select(mail => SignInLink().Match(mail.Text)).Where(match => match.Success).Select(match => match.Value)];
    }

    public Task AdvanceAsync(TimeSpan span) => Get<DevClock>().AdvanceAsync(span, CancellationToken.None);

    public async Task DrainAsync() => await Get<DevClock>().DrainAsync(CancellationToken.None);

    public async Task<IDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => await ReadAsync(await Browser.GetAsync(path), status);

    /// <summary>Fills in a form as it stands on a page, and sends it.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(Browser, path, path, fields);

    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string path, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(browser, page);
        return await browser.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    public static async Task<string> TokenAsync(HttpClient browser, string page)
    {
        var html = await (await browser.GetAsync(page)).Content.ReadAsStringAsync();
        return Token().Match(html).Groups[1].Value;
    }

    /// <summary>Sends a form and goes where it leads.</summary>
    public async Task<IDocument> FollowAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(Browser, page, path, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await PageAsync(answer.Headers.Location!.ToString());
    }

    public async Task<string> MeetingAsync(string title = "Koffie op het plein", string line = "")
    {
        var answer = await PostAsync(
            "/meetings/new", ("title", title), ("day", "2027-03-11"), ("from", "14:00"), ("until", "16:00"), ("place", "Buurthuis De Linde, Lindeplein 3"),
            ("contactName", "Fatima"), ("contactPhone", "06 12345678"), ("audience", "residents"), ("capacity", ""), ("quota", "3"), ("line-nl", line));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('?')[0];
    }

    /// <summary>Uploads a list, agrees to its columns and to what it would do, and waits until it is read; the address of its page.</summary>
    public async Task<string> UploadAsync(string meeting, string csv, string basis = "consent")
    {
        var list = await CheckAsync(meeting, csv, basis);
        await SubmitAsync(list, "form[action$='/confirm']", ("do", "confirm"));
        await DrainAsync();
        return list;
    }

    /// <summary>Uploads a list and agrees to its columns; the address of its page, where it waits for a yes.</summary>
    public async Task<string> CheckAsync(string meeting, string csv, string basis = "consent")
    {
        var answer = await SendListAsync(meeting, csv, basis, "lijst op het feest");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var list = answer.Headers.Location!.ToString();
        await SubmitAsync(list, "form[action$='/columns']");
        await DrainAsync();
        return list;
    }

    /// <summary>Sends a form of a page as it stands there, but for the fields that are given.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var shown = (await PageAsync(page)).QuerySelector(form);
        Assert.True(shown is not null, $"{page} has no {form}");
        return await SubmitAsync(shown.GetAttribute("action")!, shown, fields);
    }

    /// <summary>The same, of a page that was opened before.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, IElement form, params (string Name, string Value)[] fields) =>
        Browser.PostAsync(path, new FormUrlEncodedContent(Filled(form, fields)), TestContext.Current.CancellationToken);

    /// <summary>The fields of a form as they stand on its page, but for those that are given.</summary>
    public static Dictionary<string, string> Filled(IElement form, params (string Name, string Value)[] fields)
    {
        var filled = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(field => field.GetAttribute("type") is not ("radio" or "checkbox") || field.HasAttribute("checked"))
            .ToDictionary(field => field.GetAttribute("name")!, field => field is IHtmlSelectElement select ? select.Value ?? "" : field is IHtmlTextAreaElement text ? text.TextContent : field.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            filled[name] = value;
        return filled;
    }

    public async Task<HttpResponseMessage> SendListAsync(string meeting, string csv, string basis, string note)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(Browser, meeting + "/lists")), "__RequestVerificationToken" },
            { new StringContent(basis), "basis" },
            { new StringContent(note), "note" },
        };
        if (csv.Length > 0)
            form.Add(new StringContent(csv), "file", "buurt.csv");
        return await Browser.PostAsync(meeting + "/lists", form);
    }

    /// <summary>A meeting with people who were asked.</summary>
    public async Task<string> InvitedAsync(string csv = "Naam;Mobiel\nBea Prins;0612345601\nÖmer Yıldız;0612345602\n")
    {
        var meeting = await MeetingAsync();
        await UploadAsync(meeting, csv);
        await FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""), ("seen", string.Join(',', Language.All.Select(language => language.Code))));
        await DrainAsync();
        return meeting;
    }

    public async Task ReplyAsync(string from, string text)
    {
        await PostAsync(Browser, "/messages", "/messages/reply", ("from", from), ("text", text));
        await DrainAsync();
    }

    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {html[..Math.Min(500, html.Length)]}");
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    private static void Quiet(IHostApplicationBuilder builder, Launch launch)
    {
        builder.Logging.ClearProviders();
        Site.Add(builder, launch);
    }

    [GeneratedRegex("/signin/[^\\s]+")]
    private static partial Regex SignInLink();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
