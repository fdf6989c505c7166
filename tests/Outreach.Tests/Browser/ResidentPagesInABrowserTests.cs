using Microsoft.Playwright;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

public sealed class ResidentPagesInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Buttons = """
        [...document.querySelectorAll('button, a.button, summary')].map(button => ({ text: button.innerText, box: button.getBoundingClientRect(), seen: button.checkVisibility({ visibilityProperty: true }) }))
            .filter(button => button.seen && button.box.width > 0 && button.box.height > 0)
        """;

    private const string SmallButtons = Buttons + ".filter(button => button.box.height < 44).map(button => button.text)";

    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    [InlineData("ti")]
    public async Task Every_page_keeps_the_rules_of_accessibility(string language)
    {
        SkipWithout(language);
        var page = await chromium.PhoneAsync(scripts: true);

        foreach (var (name, path) in await PathsAsync())
        {
            await page.GotoAsync($"{path}?lang={language}");
            await (language is "nl" ? Accessibility.CheckInBothColorsAsync(page, $"{name}-{language}") : Accessibility.CheckAsync(page, $"{name}-{language}"));
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task What_a_page_says_after_a_form_keeps_them_too(string language)
    {
        SkipWithout(language);
        var page = await chromium.PhoneAsync(scripts: true);
        var invitation = await ServedNeighbourhood.InviteAsync(await ServedNeighbourhood.MeetingAsync(), "Ömer Yıldız", language);
        var attendee = await ServedNeighbourhood.AttendeeAsync(language);

        await page.GotoAsync($"/i/{invitation.Code}");
        await page.SelectOptionAsync("#party", "3");
        await page.ClickAsync("button[value=yes]");
        await Accessibility.CheckAsync(page, $"answered-{language}");
        await page.Locator("details.more summary").Last.ClickAsync();
        await page.ClickAsync("form[action*=question] button");
        await Accessibility.CheckAsync(page, $"question-error-{language}");
        await page.GotoAsync($"/n/{attendee.Code}");
        await page.ClickAsync("#links button");
        await page.FillAsync("#name", "Sara");
        await page.ClickAsync("form:has(#agreed) button");
        await Accessibility.CheckAsync(page, $"nominate-error-{language}");
        await page.GotoAsync($"/s/{invitation.Code}");
        await page.ClickAsync("button.main");
        await Accessibility.CheckAsync(page, $"stopped-{language}");
    }

    [Fact]
    public async Task An_answer_needs_no_script_and_no_mouse()
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var invitation = await ServedNeighbourhood.InviteAsync(meeting);
        var page = await chromium.PhoneAsync();
        await page.GotoAsync($"/i/{invitation.Code}");

        await TabToAsync(page, page.Locator("#party"));
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, page.Locator("button[value=yes]"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".notice strong")).ToHaveTextAsync("Fijn dat u komt!");
        var saved = await ServedNeighbourhood.InvitationAsync(meeting, invitation.Person);
        Assert.Equal((Reply.Yes, 2), (saved.Reply, saved.Party));
    }

    [Fact]
    public async Task The_language_is_changed_without_a_script()
    {
        var invitation = await ServedNeighbourhood.InviteAsync(await ServedNeighbourhood.MeetingAsync());
        var page = await chromium.PhoneAsync();
        await page.GotoAsync($"/i/{invitation.Code}");

        await page.ClickAsync(".languages summary");
        await page.ClickAsync(".languages a[hreflang=en]");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task A_page_that_is_written_from_right_to_left_is_mirrored()
    {
        SkipWithout("ar");
        var invitation = await ServedNeighbourhood.InviteAsync(await ServedNeighbourhood.MeetingAsync());
        var page = await chromium.PhoneAsync();

        await page.GotoAsync($"/i/{invitation.Code}?lang=nl");
        var (left, leftWidth) = await IconAsync(page);
        await page.GotoAsync($"/i/{invitation.Code}?lang=ar");
        var (right, rightWidth) = await IconAsync(page);

        Assert.True(left < leftWidth / 2 && right > rightWidth / 2, $"{left} of {leftWidth}, {right} of {rightWidth}");
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    public async Task The_ink_on_a_picture_of_a_page_moves_to_the_other_side(string language)
    {
        SkipWithout(language);
        var page = await chromium.PhoneAsync(scripts: true);

        foreach (var (name, path) in await PathsAsync())
        {
            await page.GotoAsync($"{path}?lang=nl");
            var dutch = await InkAsync(page);
            await page.GotoAsync($"{path}?lang={language}");
            var mirrored = await InkAsync(page);

            Assert.True(dutch < 0.5 && mirrored > 0.5, $"{name}: the ink of nl lies at {dutch:P0} of the width, that of {language} at {mirrored:P0}");
        }
    }

    [Fact]
    public async Task No_page_is_wider_than_a_small_phone_and_every_button_is_large_enough()
    {
        var page = await chromium.PhoneAsync(scripts: true);
        await page.SetViewportSizeAsync(320, 640);
        var (buttons, paths) = (0, await PathsAsync());

        foreach (var language in Language.All)
        {
            foreach (var (name, path) in paths)
            {
                await page.GotoAsync($"{path}?lang={language.Code}");
                buttons += await page.EvaluateAsync<int>(Buttons + ".length");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320"), $"{name} in {language.Code} is too wide");
                var small = await page.EvaluateAsync<string[]>(SmallButtons);
                Assert.True(small is [], $"{name} in {language.Code}: {string.Join(", ", small)}");
            }
        }

        Assert.True(buttons > 0, "There are no buttons.");
    }

    private static void SkipWithout(string language) => Assert.SkipWhen(Language.Find(language) is null, $"There is no language file {language}.json.");

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        const int MaxStops = 30;
        for (var i = 0; i < MaxStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.And(page.Locator(":focus")).CountAsync() == 1)
                return;
        }

        Assert.Fail("The keyboard does not get there.");
    }

    /// <summary>Where the dark of a picture of the page lies on the whole: 0 is its left side, 1 its right.</summary>
    private static async Task<double> InkAsync(IPage page)
    {
        const string Weigh = """
            async picture => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + picture;
              await image.decode();
              const { width, height } = image;
              const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
              context.drawImage(image, 0, 0);
              const dots = context.getImageData(0, 0, width, height).data;
              let sum = 0, count = 0;
              for (let at = 0; at < width * height; at++) {
                if (dots[4 * at] + dots[4 * at + 1] + dots[4 * at + 2] < 384) {
                  sum += at % width;
                  count++;
                }
              }
              return sum / count / width;
            }
            """;
        return await page.EvaluateAsync<double>(Weigh, Convert.ToBase64String(await page.ScreenshotAsync(new() { FullPage = true })));
    }

    private static async Task<(float Middle, float Width)> IconAsync(IPage page)
    {
        var box = (await page.Locator(".facts .icon").First.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), page.ViewportSize!.Width);
    }

    private async Task<IReadOnlyList<(string Name, string Path)>> PathsAsync()
    {
        await ServedNeighbourhood.CardAsync();
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var (invitation, attendee) = (await ServedNeighbourhood.InviteAsync(meeting), await ServedNeighbourhood.AttendeeAsync());
        return
        [
            ("invitation", $"/i/{invitation.Code}"),
            ("nominate", $"/n/{attendee.Code}"),
            ("passon", $"/p/{await ServedNeighbourhood.PassOnAsync(attendee)}"),
            ("flyer", $"/k/{await ServedNeighbourhood.FlyerAsync(meeting)}"),
            ("new-resident", $"/m/{(await ServedNeighbourhood.WelcomesAsync()).Code}"),
            ("welcome", $"/w/{(await ServedNeighbourhood.WelcomeAsync()).Code}"),
            ("card-check", $"/c/{(await ServedNeighbourhood.CardAsync()).Code}"),
            ("stop", $"/s/{invitation.Code}"),
            ("privacy", $"/privacy/{invitation.Code}"),
            ("help", "/h"),
            ("notfound", "/i/0000000000"),
        ];
    }
}
