using Microsoft.Playwright;
using Outreach.Functions.Demo;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Infra;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>
/// Makes the pictures of the README anew, of the neighbourhood that <c>demo</c> plays: <c>Outreach.Tests -explicit only -class Outreach.Tests.Browser.Pictures</c>.
/// Where <c>OUTREACH_SCREENSHOTS</c> names a folder, also one of each main page, on a laptop and on a phone, to be looked at.
/// </summary>
public sealed class Pictures(Chromium chromium) : IClassFixture<Chromium>
{
    private const int MaxBytes = 60_000;

    /// <summary>A meeting of the demo is near: people were invited to it, and it was not yet held.</summary>
    private const string Clock = "2026-03-31T10:00:00+02:00";

    [Fact(Explicit = true)]
    public async Task The_readme_pictures_are_current()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        Assert.Equal(0, await CommandLine.RunAsync(["demo", "--exit", "--data", data], [DemoVerb.Verb(Site.Add, Site.Use)], TextWriter.Null, Console.Error));
        string[] arguments = ["--urls=http://127.0.0.1:0", $"--data={data}", $"--clock={Clock}", "--Outreach:HashKey=demo", $"--Outreach:Organisers:0={DemoVerb.Organiser}"];
        await using var app = Serve.Build(CommandLine.Parse(Serve.Verb(Site.Add, Site.Use), arguments, TextWriter.Null, TextWriter.Null), Site.Add, Site.Use);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var meetings = (await app.Services.GetRequiredService<MeetingStore>().ListAsync(GroupId.Default, default)).OrderBy(meeting => meeting.StartsAt).ToList();
        var (page, phone) = (await InAsync(app, scale: 0.55f), await InAsync(app, scale: 1));

        var (before, next) = ($"/meetings/{meetings[^2].Id}", $"/meetings/{meetings[^1].Id}");
        await LookAsync(page, before, next);
        await page.SetViewportSizeAsync(1100, 640);
        await page.GotoAsync("/");
        var today = await TakeAsync(page, "today");
        await page.SetViewportSizeAsync(800, 1330);
        await page.GotoAsync(next);
        await page.EvaluateAsync("document.querySelector('main h2').scrollIntoView()");
        var overview = await TakeAsync(page, "overview");
        await phone.SetViewportSizeAsync(360, 640);
        await phone.GotoAsync(next + "/checkin");
        await phone.ClickAsync(".guests > li:nth-of-type(2) button.when-not");
        await phone.EvaluateAsync("scrollTo(0, document.querySelector('.guests').getBoundingClientRect().top + scrollY - document.querySelector('.sticky').offsetHeight - 8)");
        var checkIn = await TakeAsync(phone, "checkin");

        int[] sizes = [today, overview, checkIn];
        Assert.All(sizes, size => Assert.True(size < MaxBytes));
    }

    private async Task<IPage> InAsync(WebApplication app, float scale)
    {
        var page = await chromium.HostAsync(app.Urls.Single(), scale);
        await page.GotoAsync(await app.Services.GetRequiredService<SignIn>().ConsoleLinkAsync(CancellationToken.None));
        await page.ClickAsync("main button");
        await page.GotoAsync("/language/en?back=/");
        return page;
    }

    private static async Task<int> TakeAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync();
        await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "pictures", name + ".png"), picture, TestContext.Current.CancellationToken);
        return picture.Length;
    }

    private static async Task LookAsync(IPage page, string before, string next)
    {
        if (Environment.GetEnvironmentVariable("OUTREACH_SCREENSHOTS") is not { Length: > 0 })
            return;
        string[] paths =
        [
            "/", "/meetings", next, before, next + "/people", next + "/send", next + "/checkin", before + "/doors", before + "/doors/walk", before + "/after", before + "/tree", "/paper", "/people", "/welcome",
            "/group", "/group/totals", "/inbox", "/messages", next + "/texts", next + "/lists", "/meetings/new",
        ];
        foreach (var width in (int[])[1100, 360])
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await Chromium.PictureAsync(page, $"demo-{path.Trim('/').Replace('/', '-')}-{width}");
            }
        }
    }
}
