using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Web;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

/// <summary>Signing in with a work account, against a provider on a real socket, through a proxy that ends https.</summary>
public sealed class WorkAccountTests : IAsyncLifetime
{
    private static readonly Uri Known = new("https://buurt.example");

    private readonly List<IAsyncDisposable> started = [];
    private OidcServer provider = null!;
    private OrganiserSite site = null!;
    private HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await OidcServer.StartAsync();
        started.Add(provider);
        site = await StartAsync(Settings());
        browser = Browser();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in started)
            await one.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_of_a_group_gets_in_with_their_work_account()
    {
        var answer = await ComeBackAsync(browser, await LeaveAsync(browser));

        Assert.Equal("/", answer.Headers.Location!.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("outreach=", StringComparison.Ordinal));
        foreach (var part in (string[])["secure", "httponly", "samesite=lax"])
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Vandaag", (await PageAsync("/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_button_stands_on_the_page_beside_the_link_by_mail()
    {
        var page = await PageAsync("/signin");

        Assert.Equal("https://buurt.example/signin/work", page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main form[action='/signin'] input[name=email]"));
    }

    [Fact]
    public async Task The_provider_is_asked_for_an_address_only_with_proof_keys_state_and_nonce_and_sends_back_to_the_known_address()
    {
        var left = await browser.GetAsync("/signin/work");
        await browser.GetAsync(left.Headers.Location);

        Assert.Equal("openid email", provider.Asked["scope"]);
        Assert.Equal("https://buurt.example/signin-oidc", provider.Asked["redirect_uri"]);
        Assert.All((string[])["code_challenge", "state", "nonce"], field => Assert.InRange(provider.Asked[field].Length, 32, int.MaxValue));
        Assert.DoesNotContain(provider.Asked.Keys, field => field is "client_secret" or "response_mode");
        Assert.All(left.Headers.GetValues("Set-Cookie").Where(line => !line.StartsWith("outreach", StringComparison.Ordinal)), cookie =>
            Assert.All((string[])["secure", "httponly", "samesite=lax"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, left.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task It_is_a_session_like_any_other_listed_written_down_and_ended_on_the_server()
    {
        await ComeBackAsync(browser, await LeaveAsync(browser));

        Assert.Equal([OrganiserSite.Organiser], (await site.Get<Sessions>().ListAsync(default)).Select(one => one.Session.Email));
        var line = (await site.Get<Audit>().ListAsync(GroupId.Default, default)).Single(line => line.Kind is AuditKind.SignedIn);
        Assert.Equal((OrganiserSite.Organiser, "/signin-oidc", "127.0.0.1"), (line.By, line.What, line.From));

        await OrganiserSite.PostAsync(browser, "/", "/signout");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
        Assert.Empty(await site.Get<Sessions>().ListAsync(default));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_this_browser_had()
    {
        await ComeBackAsync(browser, await LeaveAsync(browser));
        var before = (await site.Get<Sessions>().ListAsync(default)).Single().Id;

        await ComeBackAsync(browser, await LeaveAsync(browser));

        Assert.NotEqual(before, (await site.Get<Sessions>().ListAsync(default)).Single().Id);
    }

    public static TheoryData<string> BadTokens => ["nonce", "audience", "issuer", "expired", "no end", "tampered", "unsigned", "signature left out", "not a token", "refused", "secret"];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_in_order_signs_nobody_in(string wrong)
    {
        using var log = new Lines();
        site.Get<ILoggerFactory>().AddProvider(log);
        Bend(wrong);

        var answer = await ComeBackAsync(browser, await LeaveAsync(browser));

        Assert.Equal("/signin?work=failed", answer.Headers.Location!.ToString());
        Assert.Contains("Aanmelden met uw werkaccount is niet gelukt", await AlertAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await site.Get<Sessions>().ListAsync(default));
        var said = Assert.Single(log.Written, line => line.Contains("work account failed", StringComparison.Ordinal));
        Assert.Contains(wrong switch { "nonce" => "IDX21323", "audience" => "IDX10214", "issuer" => "IDX10205", "expired" => "IDX10223", "unsigned" or "signature left out" => "InvalidSignature", "refused" => "access_denied", "secret" => "invalid_client", _ => "Exception" }, said, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Written, line => line.Contains("Fatima", StringComparison.OrdinalIgnoreCase));
    }

    public static TheoryData<string, bool> People => new()
    {
        { "no address", false }, { "not verified", false }, { "nothing said", false }, { "both said", false }, { "stranger", false }, { "a name around it", false }, { "two addresses", false },
        { "by Entra", true }, { "in capitals", true },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Only_a_verified_address_of_somebody_of_a_group_opens_the_door(string who, bool getsIn)
    {
        provider.Says = claims => Describe(who, claims);

        var answer = await ComeBackAsync(browser, await LeaveAsync(browser));

        Assert.Equal(getsIn ? "/" : "/signin?work=refused", answer.Headers.Location!.ToString());
        Assert.Equal(getsIn ? 1 : 0, (await site.Get<Sessions>().ListAsync(default)).Count);
    }

    [Theory]
    [InlineData("nl", "Met dit werkaccount komt u hier niet binnen")]
    [InlineData("en", "You cannot sign in here with this work account")]
    public async Task Whoever_is_refused_reads_why_and_nothing_of_who_is_known(string language, string text)
    {
        await browser.GetAsync($"/language/{language}?back=/");
        provider.Says = claims => Describe("stranger", claims);
        var stranger = await AlertAsync(await ComeBackAsync(browser, await LeaveAsync(browser)));
        provider.Says = claims => Describe("not verified", claims);
        var doubtful = await AlertAsync(await ComeBackAsync(browser, await LeaveAsync(browser)));

        Assert.Contains(text, stranger, StringComparison.Ordinal);
        Assert.Equal(stranger, doubtful);
    }

    [Fact]
    public async Task The_way_back_works_once_and_only_in_the_browser_that_left()
    {
        var back = await LeaveAsync(browser);
        using var other = Browser();

        Assert.Equal("/signin?work=failed", (await ComeBackAsync(other, back)).Headers.Location!.ToString());
        Assert.Equal("/", (await ComeBackAsync(browser, back)).Headers.Location!.ToString());
        Assert.Equal("/signin?work=failed", (await ComeBackAsync(browser, back)).Headers.Location!.ToString());
        Assert.Single(await site.Get<Sessions>().ListAsync(default));
    }

    [Fact]
    public async Task The_code_of_somebody_else_is_worth_nothing()
    {
        using var other = Browser();
        var theirs = await LeaveAsync(other);
        var mine = await LeaveAsync(browser);

        var mixed = new Uri(mine.GetLeftPart(UriPartial.Path) + "?state=" + Field(mine, "state") + "&code=" + Field(theirs, "code"));

        Assert.Equal("/signin?work=failed", (await ComeBackAsync(browser, mixed)).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_provider_is_down_a_page_says_so_and_a_link_by_mail_still_works(bool afterwards)
    {
        var back = afterwards ? await LeaveAsync(browser) : null;
        await provider.DisposeAsync();

        var answer = back is null ? await browser.GetAsync("/signin/work") : await ComeBackAsync(browser, back);

        Assert.Equal("/signin?work=failed", answer.Headers.Location!.ToString());
        Assert.Contains("niet gelukt", await AlertAsync(answer), StringComparison.Ordinal);
        using var mailed = await site.SignedInAsync(OrganiserSite.Organiser);
        Assert.Single(await site.Get<Sessions>().ListAsync(default));
    }

    [Fact]
    public async Task No_token_code_or_secret_is_kept_or_logged()
    {
        using var log = new Lines();
        site.Get<ILoggerFactory>().AddProvider(log);
        await ComeBackAsync(browser, await LeaveAsync(browser));
        provider.Says = claims => claims["aud"] = "another";
        await ComeBackAsync(browser, await LeaveAsync(browser));

        var secrets = provider.Given.Append(OidcServer.ClientSecret).ToList();
        Assert.InRange(secrets.Count, 7, int.MaxValue);
        Assert.NotEmpty(log.Written);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(log.Written, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.Empty(RawFiles.With(site.Folder, secret));
        }
    }

    [Fact]
    public async Task Somebody_who_leaves_for_the_provider_again_and_again_has_to_wait()
    {
        var strict = await StartAsync(Settings().Append("--Outreach:SignInsInTenMinutes=2"));
        using var hasty = new HttpClient(new BehindProxy(Known, new Uri(strict.Url))) { BaseAddress = Known };
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await hasty.GetAsync("/signin/work")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await hasty.GetAsync("/signin/work")).StatusCode);
    }

    [Fact]
    public async Task Without_its_settings_there_is_no_button_and_no_way()
    {
        var plain = await StartAsync([]);

        Assert.Null((await plain.PageAsync("/signin")).QuerySelector("main a.button"));
        await plain.PageAsync("/signin/work", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await plain.Browser.GetAsync("/signin-oidc?code=a&state=b")).StatusCode);
    }

    [Fact]
    public async Task With_work_accounts_only_no_link_is_mailed()
    {
        var strict = await StartAsync(Settings().Append("--Outreach:Oidc:Only=true"));
        using var visitor = new HttpClient(new BehindProxy(Known, new Uri(strict.Url))) { BaseAddress = Known };
        Assert.Null((await OrganiserSite.ReadAsync(await visitor.GetAsync("/signin"), HttpStatusCode.OK)).QuerySelector("main form"));

        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(visitor, "/signin/anything", "/signin", ("email", OrganiserSite.Organiser))).StatusCode);
        Assert.Empty(await strict.Get<LocalOutbox>().ListAsync(OrganiserSite.Organiser, default));
        Assert.Equal("/", (await ComeBackAsync(visitor, await LeaveAsync(visitor))).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("Outreach__Oidc__ClientSecret", "Authority=https://login.example", "ClientId=a")]
    [InlineData("Outreach__Oidc__ClientId", "Authority=https://login.example", "ClientSecret=a")]
    [InlineData("Outreach__Oidc__Authority", "ClientId=a", "ClientSecret=a")]
    [InlineData("Outreach__Oidc__Authority", "Only=true")]
    [InlineData("Outreach__Oidc__Authority", "Authority=http://login.example", "ClientId=a", "ClientSecret=a")]
    [InlineData("Outreach__Oidc__Only", "Only=perhaps")]
    public void A_setting_that_is_missing_or_wrong_is_named(string named, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([.. settings.Select(setting => $"--Outreach:Oidc:{setting}")]).Build();

        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => WorkAccountOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "1", true)]
    [InlineData(null, "1", true)]
    [InlineData("True", null, true)]
    [InlineData("true", "0", false)]
    [InlineData("false", "true", false)]
    [InlineData(null, null, false)]
    [InlineData("yes", null, false)]
    public void One_no_of_the_provider_is_enough_to_doubt_an_address(string? verified, string? ownDomain, bool isBelieved)
    {
        Claim?[] claims = [new("email", "bo@example.org"), verified is null ? null : new("email_verified", verified), ownDomain is null ? null : new("xms_edov", ownDomain)];

        Assert.Equal(isBelieved, WorkAccount.VerifiedEmailOf(new ClaimsPrincipal(new ClaimsIdentity(claims.OfType<Claim>()))) is not null);
    }

    private void Bend(string wrong)
    {
        provider.Says = claims =>
        {
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            _ = wrong switch
            {
                "nonce" => claims["nonce"] = "of another time",
                "audience" => claims["aud"] = "another-site",
                "issuer" => claims["iss"] = "https://login.example",
                "expired" => claims["exp"] = claims["iat"] = now - 3600,
                "no end" => claims.Remove("exp"),
                _ => "",
            };
        };
        provider.Signs = wrong switch { "tampered" => OidcServer.Tampered, "unsigned" => OidcServer.Unsigned, "signature left out" => token => token[..(token.LastIndexOf('.') + 1)], "not a token" => _ => "a.b.c", _ => token => token };
        provider.Refuses = wrong == "refused" ? "access_denied" : null;
        provider.Secret = wrong == "secret" ? "another one" : OidcServer.ClientSecret;
    }

    private static void Describe(string who, Dictionary<string, object> claims)
    {
        _ = who switch
        {
            "no address" => claims.Remove("email"),
            "not verified" => claims["email_verified"] = false,
            "nothing said" => claims.Remove("email_verified"),
            "both said" => claims["xms_edov"] = false,
            "stranger" => claims["email"] = "stranger@example.org",
            "a name around it" => claims["email"] = "Fatima <fatima@example.org>",
            "two addresses" => claims["email"] = new[] { "fatima@example.org", "other@example.org" },
            "by Entra" => claims.Remove("email_verified") && claims.TryAdd("xms_edov", true),
            _ => claims["email"] = "Fatima@Example.org",
        };
    }

    private string[] Settings() =>
    [
        $"--Outreach:BaseUrl={Known}", $"--Outreach:Oidc:Authority={provider.Issuer}", $"--Outreach:Oidc:ClientId={OidcServer.ClientId}", $"--Outreach:Oidc:ClientSecret={OidcServer.ClientSecret}",
    ];

    private async Task<OrganiserSite> StartAsync(IEnumerable<string> settings)
    {
        var one = new OrganiserSite([.. settings]);
        await one.InitializeAsync();
        started.Add(one);
        return one;
    }

    private HttpClient Browser() => new(new BehindProxy(Known, new Uri(site.Url))) { BaseAddress = Known };

    /// <summary>From the button to the provider, and to where the provider sends the browser.</summary>
    private static async Task<Uri> LeaveAsync(HttpClient browser)
    {
        var left = await browser.GetAsync("/signin/work");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        var sent = await browser.GetAsync(left.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!;
    }

    private static async Task<HttpResponseMessage> ComeBackAsync(HttpClient browser, Uri back)
    {
        var answer = await browser.GetAsync(back);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    private static string Field(Uri address, string name) => address.Query.TrimStart('?').Split('&').Single(field => field.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private async Task<string> AlertAsync(HttpResponseMessage answer) => (await PageAsync(answer.Headers.Location!.ToString())).QuerySelector("[role=alert]")!.TextContent;

    private async Task<IDocument> PageAsync(string path) => await OrganiserSite.ReadAsync(await browser.GetAsync(path), HttpStatusCode.OK);

    /// <summary>All that is logged, exceptions too.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
