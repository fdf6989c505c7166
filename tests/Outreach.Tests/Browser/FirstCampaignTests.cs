using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web;

namespace Outreach.Tests.Browser;

/// <summary>A volunteer's first evening: from signing in to invitations that have left, by clicking and typing only.</summary>
public sealed class FirstCampaignTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Of a practised hand, from the link in the e-mail to "sent". Typing into a field counts as no click.</summary>
    private const int MaxClicks = 25;

    private const string List =
        "Naam;Mobiel nummer;E-mail;Taal;Straat;Huisnr;Postcode;Hoe te bereiken;Diagnose;Nieuwsbrief\n"
        + "Jan Jansen;0612345601;jan@voorbeeld.nl;nl;Lindelaan;3;1234 AB;bellen;x;ja\n"
        + "Bo Bakker;0612345601;;nl;Lindelaan;5;1234 AB;;x;ja\n"
        + "Ömer Yıldız;612345603;omer@voorbeeld.nl, o@voorbeeld.nl;Turks;;;;;x;ja\n"
        + "Fatima El Amrani;+31 6 12345604;;ar;;;;;x;nee\n"
        + "J. Jansen;06-12345601;;;;;;;x;ja\n"
        + "Els Visser;;;;Zegge;12;1234 AC;;x;\n"
        + "Cas Prins;0612;cas@@voorbeeld.nl;;;;;;x;\n";

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private int clicks;

    [Theory]
    [InlineData(1280, false, ColorScheme.Light)]
    [InlineData(360, true, ColorScheme.Dark)]
    [InlineData(320, true, ColorScheme.Light)]
    public async Task A_meeting_is_filled_in_few_clicks(int width, bool isRightToLeft, ColorScheme colors)
    {
        var page = await chromium.PhoneAsync(scripts: true, colors);
        await page.SetViewportSizeAsync(width, 800);
        var look = $"{width}-{colors}{(isRightToLeft ? "-rtl" : "")}";
        await page.GotoAsync(await chromium.ServedNeighbourhood.Get<SignIn>().ConsoleLinkAsync(CancellationToken.None));
        await ClickAsync(page, "main button");

        await ClickAsync(page, "header a[href='/meetings']");
        await ClickAsync(page, "a[href='/meetings/new'] >> nth=0");
        await FillInMeetingAsync(page, async name => await CheckAsync(page, $"first-{name}-{look}", isRightToLeft));
        await ClickAsync(page, "a[href$='/lists'] >> nth=0");
        await UploadAsync(page);
        await CheckAsync(page, $"first-columns-{look}", isRightToLeft);
        await ClickAsync(page, "form[action$='/columns'] button");
        await WaitAsync(page);
        await Assertions.Expect(page.Locator("#sure")).ToBeVisibleAsync();
        await CheckAsync(page, $"first-look-{look}", isRightToLeft);
        await MendAsync(page);
        await ClickAsync(page, ".sure button");
        await WaitAsync(page);
        await CheckAsync(page, $"first-list-{look}", isRightToLeft);
        await ClickAsync(page, "a.button[href$='/send']");
        await CheckAsync(page, $"first-send-{look}", isRightToLeft);
        await SendAsync(page);
        await WaitAsync(page);

        Assert.True(clicks <= MaxClicks, $"{clicks} clicks");
        TestContext.Current.TestOutputHelper?.WriteLine($"{clicks} clicks to sent");
        Assert.NotEmpty(await chromium.ServedNeighbourhood.Get<LocalOutbox>().ListAsync("+31612345603", CancellationToken.None));
    }

    private async Task FillInMeetingAsync(IPage page, Func<string, Task> look)
    {
        await page.FillAsync("#title", "Koffie op het plein");
        await look("what");
        await NextAsync();
        await page.FillAsync("#day", "do 11 maart 2027 van 14:00 tot 16:00");
        await look("when");
        await NextAsync();
        await page.FillAsync("#place", "Lindeplein 3");
        await page.FillAsync("#contactName", "Fatima");
        await page.FillAsync("#contactPhone", "06 12345678");
        await look("where");
        await NextAsync();
        await look("meeting");
        await NextAsync();

        Task NextAsync() => ClickAsync(page, "form[action='/meetings/new'] button >> nth=0");
    }

    private async Task UploadAsync(IPage page)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "buurt.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) });
        clicks += 2;     // The file, in the window of the browser.
        await ClickAsync(page, "#basis-consent");
        await page.FillAsync("#note", "Inschrijflijst straatfeest");
        await ClickAsync(page, "main form button >> nth=-1");
        await Assertions.Expect(page.Locator("#columns")).ToBeVisibleAsync();
        await page.SelectOptionAsync("tr:has-text('Nieuwsbrief') select", "consent");
        clicks += 2;
    }

    /// <summary>Two people on one number, and a number that is put right.</summary>
    private async Task MendAsync(IPage page)
    {
        await page.FillAsync(".bad input[value='0612']", "0612345607");
        await page.FillAsync(".bad input[value='cas@@voorbeeld.nl']", "cas@voorbeeld.nl");
        await ClickAsync(page, "button[value=mend]");
        await WaitAsync(page);
        await Assertions.Expect(page.Locator(".bad")).ToHaveCountAsync(0);
        await ClickAsync(page, "input[name='pair-3'][value=two]");
    }

    /// <summary>On through the steps of sending, with a look at each translation that nobody has checked.</summary>
    private async Task SendAsync(IPage page)
    {
        const int MaxSteps = 8;
        for (var step = 0; step < MaxSteps && await page.Locator("main form .actions button, main form > button").CountAsync() > 0 && page.Url.Contains("/send", StringComparison.Ordinal); step++)
        {
            for (var open = page.Locator("main form input[type=checkbox]:not(:checked)"); await open.CountAsync() > 0;)
                await ClickAsync(page, "main form input[type=checkbox]:not(:checked) >> nth=0");
            await ClickAsync(page, "main form button:not(.link):not(.quiet) >> nth=-1");
        }
    }

    private async Task ClickAsync(IPage page, string what)
    {
        clicks++;
        await page.ClickAsync(what);
    }

    /// <summary>The work of the queues, which on a made-up clock is done when it is asked for; a page that waits for it comes back by itself.</summary>
    private async Task WaitAsync(IPage page)
    {
        await chromium.ServedNeighbourhood.Get<DevClock>().DrainAsync(CancellationToken.None);
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
    }

    private static async Task CheckAsync(IPage page, string name, bool isRightToLeft)
    {
        if (isRightToLeft)
            await page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        await Chromium.PictureAsync(page, name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is too wide");
        var result = await page.RunAxe(Wcag);
        Assert.True(result.Violations.Length == 0, name + ": " + string.Join("; ", result.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
        if (isRightToLeft)
            await page.EvaluateAsync("document.documentElement.removeAttribute('dir')");
    }
}
