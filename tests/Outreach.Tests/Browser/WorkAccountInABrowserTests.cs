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
        var elsewhere = new UriBuilder(provider.Url) { Host = "localhost" }.Uri;
        provider.Issuer = elsewhere.AbsoluteUri.TrimEnd('/');
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var site = new OrganiserSite(
            $"--urls={address}", $"--Outreach:Oidc:Authority={provider.Issuer}", $"--Outreach:Oidc:ClientId={OidcServer.ClientId}", $"--Outreach:Oidc:ClientSecret={OidcServer.ClientSecret}");
        await site.InitializeAsync();
        await using var context = await (await process.BrowserAsync()).NewContextAsync(new() { BaseURL = address, Locale = "nl-NL", JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/signin");
        await page.ClickAsync("main a.button");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Vandaag");
        Assert.Equal(address + "/", page.Url);
        Assert.Equal($"{address}/signin-oidc", provider.Asked["redirect_uri"]);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
