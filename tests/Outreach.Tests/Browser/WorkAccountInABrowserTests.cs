using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.Browser;

/// <summary>What only a browser holds to: cookies that do not go along from other sites, and the policy of our pages.</summary>
public sealed class WorkAccountInABrowserTests(ChromiumProcess process)
{
    [Fact]
    public async Task The_button_leads_to_the_provider_of_another_site_and_back_in()
    {
        await using var provider = await OidcServer.StartAsync();
        // To a browser another site than 127.0.0.1.
        provider.Issuer = new UriBuilder(provider.Url) { Host = "localhost" }.Uri.AbsoluteUri.TrimEnd('/');
        await using var site = await StartAsync(provider);
        await using var context = await (await process.BrowserAsync()).NewContextAsync(new() { BaseURL = site.Url, Locale = "nl-NL", JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/signin");
        await page.ClickAsync("main a.button");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Vandaag");
        Assert.Equal(site.Url + "/", page.Url);
        Assert.Equal($"{site.Url}/signin-oidc", provider.Asked["redirect_uri"]);
    }

    [Theory]
    [InlineData("nl", "/signin?work=refused")]
    [InlineData("en", "/signin?work=failed")]
    public async Task The_page_with_the_button_keeps_the_rules_of_accessibility(string language, string path)
    {
        await using var provider = await OidcServer.StartAsync();
        await using var site = await StartAsync(provider);
        // The checks of axe need scripts; a page must not.
        await using var context = await (await process.BrowserAsync()).NewContextAsync(new() { BaseURL = site.Url, Locale = language, BypassCSP = true, ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();

        await page.GotoAsync(path);

        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Accessibility.CheckAsync(page, $"organiser-signin-work-{language}");
    }

    private static async Task<OrganiserSite> StartAsync(OidcServer provider)
    {
        var site = new OrganiserSite(
            $"--urls=http://127.0.0.1:{FreePort()}", $"--Outreach:Oidc:Authority={provider.Issuer}", $"--Outreach:Oidc:ClientId={OidcServer.ClientId}", $"--Outreach:Oidc:ClientSecret={OidcServer.ClientSecret}");
        await site.InitializeAsync();
        return site;
    }

    /// <summary>The address that people know has to be known before the start.</summary>
    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
