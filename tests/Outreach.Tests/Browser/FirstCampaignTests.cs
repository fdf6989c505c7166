using Microsoft.Playwright;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>What a volunteer's first evening takes, and that it takes no scripts.</summary>
public sealed class FirstCampaignTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Of a practised hand, from the link in the e-mail to "sent".</summary>
    private const int MaxClicks = 25;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(3);

    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Theory]
    [InlineData(1280, false, ColorScheme.Light)]
    [InlineData(360, true, ColorScheme.Dark)]
    [InlineData(320, true, ColorScheme.Light)]
    public async Task A_meeting_is_filled_in_few_clicks(int width, bool isRightToLeft, ColorScheme colors)
    {
        var page = await chromium.PhoneAsync(scripts: true, colors);
        await page.SetViewportSizeAsync(width, 800);
        var look = $"{width}-{colors}{(isRightToLeft ? "-rtl" : "")}";
        var campaign = new FirstCampaign(chromium, page, name => CheckAsync(page, $"first-{name}-{look}", isRightToLeft));

        await campaign.PlayAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{campaign.Clicks} clicks and {campaign.Characters} characters to sent: {campaign.OfAPractisedHand.TotalSeconds:0} s of a practised hand");
        Assert.True(campaign.Clicks <= MaxClicks, $"{campaign.Clicks} clicks");
        Assert.True(campaign.OfAPractisedHand <= MaxTime, $"{campaign.OfAPractisedHand}");
        Assert.NotEmpty(await ServedNeighbourhood.Get<LocalOutbox>().ListAsync("+31612345603", CancellationToken.None));
    }

    [Fact]
    public async Task It_is_played_without_scripts_from_the_first_click_to_the_door()
    {
        var page = await chromium.PhoneAsync();

        await new FirstCampaign(chromium, page, name => Chromium.PictureAsync(page, $"plain-{name}")).PlayAsync();
        Assert.NotEmpty(await ServedNeighbourhood.Get<LocalOutbox>().ListAsync("+31612345603", CancellationToken.None));

        var here = new Uri(page.Url).AbsolutePath;
        await RingAsync(page, here);
        await AnswerAsync(page);
        await CheckInAsync(page, here);
    }

    private static async Task RingAsync(IPage page, string here)
    {
        await page.GotoAsync(here + "/doors");
        await page.FillAsync("#streets", "Zegge 2-20 even");
        await page.ClickAsync("main form:has(#streets) button");
        await page.GotoAsync(here + "/doors/walk");
        await page.ClickAsync("li[id^=d-] button[value=yes-2] >> nth=0");
        await Assertions.Expect(page.Locator("[data-said]").First).ToHaveTextAsync("Komt, 2");
        await Chromium.PictureAsync(page, "plain-walk");
    }

    /// <summary>One of those who were invited opens the link in their message.</summary>
    private async Task AnswerAsync(IPage page)
    {
        var message = (await ServedNeighbourhood.Get<LocalOutbox>().ListAsync("+31612345603", CancellationToken.None))[0];
        await page.GotoAsync(System.Text.RegularExpressions.Regex.Match(message.Text, "/i/[0-9A-Z]{10}").Value + "?lang=nl");
        await page.ClickAsync("button[value=yes]");
        await Assertions.Expect(page.Locator(".notice strong")).ToHaveTextAsync("Fijn dat u komt!");
    }

    private static async Task CheckInAsync(IPage page, string here)
    {
        await page.GotoAsync(here + "/checkin");
        await page.FillAsync("#q", "omer");
        await page.ClickAsync("form[role=search] button:visible");
        await page.ClickAsync(".guests button:has-text('Is er') >> nth=0");
        await Assertions.Expect(page.Locator(".guests .tick").First).ToContainTextAsync("Is er");
        await page.FillAsync("#name", "Walter");
        await page.ClickAsync(".walk-in .together > button");
        await Assertions.Expect(page.Locator("[role=status].done")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-total=people]")).ToHaveTextAsync("2");
        await Chromium.PictureAsync(page, "plain-door");
    }

    private static async Task CheckAsync(IPage page, string name, bool isRightToLeft)
    {
        if (isRightToLeft)
            await page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        await Accessibility.CheckAsync(page, name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is too wide");
        if (isRightToLeft)
            await page.EvaluateAsync("document.documentElement.removeAttribute('dir')");
    }
}
