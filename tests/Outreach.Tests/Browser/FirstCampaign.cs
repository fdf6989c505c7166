using System.Text;
using Microsoft.Playwright;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web.SigningIn;

namespace Outreach.Tests.Browser;

/// <summary>A volunteer's first evening: from signing in to invitations that have left, by clicking and typing only.</summary>
/// <param name="look">At each page on the way.</param>
internal sealed class FirstCampaign(Chromium chromium, IPage page, Func<string, Task> look)
{
    private const string List =
        "Naam;Mobiel nummer;E-mail;Taal;Straat;Huisnr;Postcode;Hoe te bereiken;Diagnose;Nieuwsbrief\n"
        + "Jan Jansen;0612345601;jan@voorbeeld.nl;nl;Lindelaan;3;1234 AB;bellen;x;ja\n"
        + "Bo Bakker;0612345601;;nl;Lindelaan;5;1234 AB;;x;ja\n"
        + "Ömer Yıldız;612345603;omer@voorbeeld.nl, o@voorbeeld.nl;Turks;;;;;x;ja\n"
        + "Fatima El Amrani;+31 6 12345604;;ar;;;;;x;nee\n"
        + "J. Jansen;06-12345601;;;;;;;x;ja\n"
        + "Els Visser;;;;Zegge;12;1234 AC;;x;\n"
        + "Cas Prins;0612;cas@@voorbeeld.nl;;;;;;x;\n";

    /// <summary>What a practised hand takes, by the keystroke-level model: to think, point and press, and to type one character.</summary>
    private static readonly TimeSpan PerClick = TimeSpan.FromSeconds(1.35 + 1.1 + 0.2);
    private static readonly TimeSpan PerCharacter = TimeSpan.FromSeconds(0.28);

    /// <summary>Typing into a field counts as no click.</summary>
    public int Clicks { get; private set; }

    public int Characters { get; private set; }

    public TimeSpan OfAPractisedHand => (Clicks * PerClick) + (Characters * PerCharacter);

    public async Task PlayAsync()
    {
        await page.GotoAsync(await chromium.ServedNeighbourhood.Get<SignIn>().ConsoleLinkAsync(CancellationToken.None));
        await ClickAsync("main button");
        await ClickAsync("header a[href='/meetings']");
        await ClickAsync("a[href='/meetings/new'] >> nth=0");
        await FillInMeetingAsync();
        await ClickAsync("a[href$='/lists'] >> nth=0");
        await UploadAsync();
        await look("columns");
        await ClickAsync("form[action$='/columns'] button");
        await WaitAsync();
        await Assertions.Expect(page.Locator("#sure")).ToBeVisibleAsync();
        await look("look");
        await MendAsync();
        await ClickAsync(".sure button");
        await WaitAsync();
        await look("list");
        await ClickAsync("a.button[href$='/send']");
        await look("send");
        await SendAsync();
        await WaitAsync();
    }

    private async Task FillInMeetingAsync()
    {
        await TypeAsync("#title", "Koffie op het plein");
        await look("what");
        await NextAsync();
        await TypeAsync("#day", "do 11 maart 2027 van 14:00 tot 16:00");
        await look("when");
        await NextAsync();
        await TypeAsync("#place", "Lindeplein 3");
        await TypeAsync("#contactName", "Fatima");
        await TypeAsync("#contactPhone", "06 12345678");
        await look("where");
        await NextAsync();
        await look("meeting");
        await NextAsync();

        Task NextAsync() => ClickAsync("form[action='/meetings/new'] button >> nth=0");
    }

    private async Task UploadAsync()
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "buurt.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(List) });
        Clicks += 2;     // The file, in the window of the browser.
        await ClickAsync("#basis-consent");
        await TypeAsync("#note", "Inschrijflijst straatfeest");
        await ClickAsync("main form button >> nth=-1");
        await Assertions.Expect(page.Locator("#columns")).ToBeVisibleAsync();
        await page.SelectOptionAsync("tr:has-text('Nieuwsbrief') select", "consent");
        Clicks += 2;
    }

    /// <summary>Two people on one number, and a number that is put right.</summary>
    private async Task MendAsync()
    {
        await TypeAsync(".bad input[value='0612']", "0612345607");
        await TypeAsync(".bad input[value='cas@@voorbeeld.nl']", "cas@voorbeeld.nl");
        await ClickAsync("button[value=mend]");
        await WaitAsync();
        await Assertions.Expect(page.Locator(".bad")).ToHaveCountAsync(0);
        await ClickAsync("input[name='pair-3'][value=two]");
    }

    /// <summary>On through the steps of sending, with a look at each translation that nobody has checked.</summary>
    private async Task SendAsync()
    {
        const int MaxSteps = 8;
        for (var step = 0; step < MaxSteps && await page.Locator("main form .actions button, main form > button").CountAsync() > 0 && page.Url.Contains("/send", StringComparison.Ordinal); step++)
        {
            for (var open = page.Locator("main form input[type=checkbox]:not(:checked)"); await open.CountAsync() > 0;)
                await ClickAsync("main form input[type=checkbox]:not(:checked) >> nth=0");
            await ClickAsync("main form button:not(.link):not(.quiet) >> nth=-1");
        }
    }

    private async Task ClickAsync(string what)
    {
        Clicks++;
        await page.ClickAsync(what);
    }

    private async Task TypeAsync(string field, string text)
    {
        Characters += text.Length;
        await page.FillAsync(field, text);
    }

    /// <summary>The work of the queues, which on a virtual clock is done when it is asked for; a page that waits for it comes back by itself.</summary>
    private async Task WaitAsync()
    {
        await chromium.ServedNeighbourhood.Get<DevClock>().DrainAsync(CancellationToken.None);
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
    }
}
