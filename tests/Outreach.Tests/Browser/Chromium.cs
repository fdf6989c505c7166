using System.Collections.Concurrent;
using Microsoft.Playwright;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>A browser beside a neighbourhood: every class has its own neighbourhood, all share one browser, and what a class opened is closed with it.</summary>
public sealed class Chromium(ChromiumProcess process) : IAsyncLifetime
{
    private readonly ConcurrentBag<IBrowserContext> contexts = [];
    private readonly ConcurrentQueue<string> complaints = [];

    public ServedNeighbourhood ServedNeighbourhood { get; } = new();

    public ValueTask InitializeAsync() => ServedNeighbourhood.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.CloseAsync();
        await ServedNeighbourhood.DisposeAsync();
        Assert.True(complaints.IsEmpty, "The console of the browser says: " + string.Join("; ", complaints));
    }

    /// <summary>A page as wide as a phone. The checks of axe need scripts; a page must not.</summary>
    public Task<IPage> PhoneAsync(bool scripts = false, ColorScheme colors = ColorScheme.Light) => PageAsync(new()
    {
        BaseURL = ServedNeighbourhood.Url,
        JavaScriptEnabled = scripts,
        BypassCSP = scripts,
        ColorScheme = colors,
    }, isCuttable: false);

    /// <summary>A page of a host: its own scripts run, under the policy that the program gives them.</summary>
    /// <param name="url">Where the network can be cut.</param>
    public Task<IPage> HostAsync(string url, float scale = 1) => PageAsync(new() { BaseURL = url, DeviceScaleFactor = scale }, isCuttable: url != ServedNeighbourhood.Url);

    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(await ServedNeighbourhood.Get<Functions.Web.SigningIn.SignIn>().ConsoleLinkAsync(CancellationToken.None));
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("header nav")).ToBeVisibleAsync();
    }

    /// <summary>Pictures to look at, where <c>OUTREACH_SCREENSHOTS</c> names a folder.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("OUTREACH_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>A page that writes an error to its console fails its class, unless a test asked for it: a refused form, or a network that was cut.</summary>
    private async Task<IPage> PageAsync(BrowserNewContextOptions options, bool isCuttable)
    {
        options.ViewportSize = new() { Width = 360, Height = 740 };
        options.Locale = "nl-NL";
        var context = await (await process.BrowserAsync()).NewContextAsync(options);
        contexts.Add(context);
        context.SetDefaultTimeout(ChromiumProcess.Patience);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, said) =>
        {
            var isRefusal = said.Text.Contains("responded with a status of 4", StringComparison.Ordinal) && !said.Location.Contains("/assets/", StringComparison.Ordinal);
            var isCut = isCuttable && said.Text.Contains("net::ERR_", StringComparison.Ordinal);
            if (said.Type == "error" && !isRefusal && !isCut)
                complaints.Enqueue($"{page.Url}: {said.Text} {said.Location}");
        };
        return page;
    }
}
