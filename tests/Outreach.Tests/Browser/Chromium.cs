using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>Headless Chromium beside a neighbourhood. Debian's own, installed when that is possible; without it these tests are skipped, except on CI.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<string?> Missing = new(WhyMissing);

    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly ConcurrentQueue<string> complaints = [];

    public ServedNeighbourhood ServedNeighbourhood { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await ServedNeighbourhood.InitializeAsync();
        if (Missing.Value is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await ServedNeighbourhood.DisposeAsync();
        Assert.True(complaints.IsEmpty, "The console of the browser says: " + string.Join("; ", complaints));
    }

    /// <summary>A page as wide as a phone. The checks of axe need scripts; a page must not.</summary>
    public async Task<IPage> PhoneAsync(bool scripts = false, ColorScheme colors = ColorScheme.Light)
    {
        if (Missing.Value is { } why)
            Assert.Skip(why);
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = ServedNeighbourhood.Url,
            ViewportSize = new() { Width = 360, Height = 740 },
            JavaScriptEnabled = scripts,
            BypassCSP = scripts,
            ColorScheme = colors,
            Locale = "nl-NL",
        });
        return await PageAsync(context, isCuttable: false);
    }

    /// <summary>A page of a host: its own scripts run, under the policy that the program gives them.</summary>
    /// <param name="url">Where the network can be cut.</param>
    public async Task<IPage> HostAsync(string url)
    {
        if (Missing.Value is { } why)
            Assert.Skip(why);
        var context = await browser!.NewContextAsync(new() { BaseURL = url, ViewportSize = new() { Width = 360, Height = 740 }, Locale = "nl-NL" });
        return await PageAsync(context, isCuttable: url != ServedNeighbourhood.Url);
    }

    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(await ServedNeighbourhood.Get<Functions.Web.SignIn>().ConsoleLinkAsync(CancellationToken.None));
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
    private async Task<IPage> PageAsync(IBrowserContext context, bool isCuttable)
    {
        context.SetDefaultTimeout(30_000);
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

    private static string? WhyMissing()
    {
        if (File.Exists(Program) || (Environment.UserName == "root" && Run("apt-get", "update") && Run("apt-get", "install -y --no-install-recommends chromium") && File.Exists(Program)))
            return null;
        var why = $"There is no {Program}, and it could not be installed.";
        return Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException(why) : why;
    }

    private static bool Run(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
