using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Outreach.Tests.Browser.ChromiumProcess))]

namespace Outreach.Tests.Browser;

/// <summary>
/// Headless Chromium, one for the whole run, started when the first test asks for it. Debian's own, installed when that is possible; without it these tests are
/// skipped, except on CI.
/// </summary>
public sealed class ChromiumProcess : IAsyncDisposable
{
    /// <summary>The first that is there. The shell has no window to draw, and takes less time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] Arguments =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>For what will not come at all: a busy machine of one core may need a while to show a page. In milliseconds.</summary>
    public const int Patience = 120_000;

    private static readonly Lazy<string?> Missing = new(WhyMissing);

    private readonly Lazy<Task<IBrowser>> browser;
    private IPlaywright? playwright;

    public ChromiumProcess() => browser = new(StartAsync);

    internal Task<IBrowser> BrowserAsync()
    {
        if (Missing.Value is { } why)
            Assert.Skip(why);
        return browser.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await browser.Value).DisposeAsync();
        playwright?.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Array.Find(Programs, File.Exists), Args = Arguments, Timeout = Patience });
    }

    private static string? WhyMissing()
    {
        if (Array.Exists(Programs, File.Exists) || Environment.UserName == "root" && Run("apt-get", "update") && Array.Exists(Programs, IsInstalled))
            return null;
        var why = $"There is no {string.Join(" or ", Programs)}, and none could be installed.";
        return Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException(why) : why;
    }

    /// <summary>Debian's packages have the names of their programs.</summary>
    private static bool IsInstalled(string program) =>
        Run("apt-get", $"install -y --no-install-recommends {Path.GetFileName(program)}") && File.Exists(program);

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
