using Microsoft.Playwright;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

public sealed class OrganiserPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Values that are bent to fit, a column to ask about, two people on one number, and a row that reaches nobody.</summary>
    private const string OddList =
        "Naam;Mobiel;E-mail;Straat;Huisnummer;Postcode;Nieuwsbrief\nJan Jansen;0612345691 / 0612345692;jan@voorbeeld.nl;Lindelaan;3-feb;1234 ab;ja\n"
        + "Bo Bakker;0612345691;;;;;nee\nCas Prins;06;cas@@voorbeeld.nl;;;;nee\nÖmer Yıldız;0612345693;omer@voorbeeld.nl, o@voorbeeld.nl;;;;ja\n";

    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Fact]
    public async Task The_check_of_accessibility_sees_a_picture_without_words()
    {
        var page = await chromium.PhoneAsync(scripts: true);
        await page.SetContentAsync("<!doctype html><html lang='nl'><title>Buurt</title><main><h1>Buurt</h1><img src='data:,'></main></html>");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Accessibility.CheckAsync(page, "a page with a fault"));
    }

    /// <summary>All that is to be seen of a page, while it is open: to load one is the slow part.</summary>
    [Fact]
    public async Task Every_page_keeps_the_rules_of_accessibility_and_fits_a_small_phone_and_paper()
    {
        var page = await SignedInAsync(scripts: true);
        await page.GotoAsync("/language/nl?back=/");

        foreach (var (name, path) in await PathsAsync())
        {
            await page.GotoAsync(path);
            await Accessibility.CheckInBothColorsAsync(page, $"organiser-{name}-nl");
            Assert.True(await FitsASmallPhoneAsync(page), $"{name} is too wide");
            var cut = await CutOffOnPaperAsync(page);
            Assert.True(cut is [], $"{name}: {string.Join(' ', cut)}");
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.SetViewportSizeAsync(360, 740);
        }
    }

    [Fact]
    public async Task Every_page_keeps_the_rules_of_accessibility_in_English_on_a_wide_screen()
    {
        var page = await SignedInAsync(scripts: true);
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync("/language/en?back=/");

        foreach (var (name, path) in await PathsAsync())
        {
            await page.GotoAsync(path);
            await Accessibility.CheckAsync(page, $"organiser-{name}-en");
        }
    }

    [Fact]
    public async Task A_meeting_is_made_with_the_keyboard_and_without_scripts()
    {
        var page = await SignedInAsync(scripts: false);
        await page.GotoAsync("/meetings/new");

        await page.FillAsync("#title", "Koffie op het plein");
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("#day", "do 11 mrt 2027");
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("#place", "Lindeplein 3");
        await page.FillAsync("#contactName", "Fatima");
        await page.FillAsync("#contactPhone", "06 12345678");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync("#capacity");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Koffie op het plein");
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_is_explained_with_the_keyboard_and_without_scripts()
    {
        var page = await SignedInAsync(scripts: false);
        var meeting = await ServedNeighbourhood.MeetingAsync();
        await page.GotoAsync($"/meetings/{meeting.Id}/lists/{await ServedNeighbourhood.ListAsync(meeting, OddList)}");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("0612345691 / 0612345692");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("+31612345691");

        await page.FocusAsync("#problems form button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#problems strong")).ToHaveCountAsync(1);
        await page.FocusAsync("#means-0-consent");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("form[action$='/questions']")).ToHaveCountAsync(0);
        await ServedNeighbourhood.AdvanceAsync(TimeSpan.Zero);

        // The page comes back by itself until the list is read.
        await Assertions.Expect(page.Locator("a[href$='/send']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#problems strong")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Large_print_is_eighteen_points_at_least_also_on_paper()
    {
        const double EighteenPoints = 24;
        var page = await SignedInAsync(scripts: true);
        var meeting = await ServedNeighbourhood.MeetingAsync();
        await ServedNeighbourhood.LetterAsync(meeting, "Els Visser");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters?print=large");
        var sizes = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.sheet *')].filter(e => e.innerText).map(e => parseFloat(getComputedStyle(e).fontSize))");

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= EighteenPoints));
        await Chromium.PictureAsync(page, "letter-large");
    }

    [Fact]
    public async Task The_codes_of_a_household_stand_beside_each_other_on_paper()
    {
        var page = await SignedInAsync(scripts: true);
        var meeting = await ServedNeighbourhood.MeetingAsync();
        await ServedNeighbourhood.LetterAsync(meeting, "Els Visser", "Bo Visser");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(640, 960);     // A4 with margins

        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters");
        var tops = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.code')].map(code => code.getBoundingClientRect().top)");

        Assert.Equal(2, tops.Length);
        Assert.Equal(tops[0], tops[1]);
    }

    private static async Task<bool> FitsASmallPhoneAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 640);
        return await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320");
    }

    private static async Task<string[]> CutOffOnPaperAsync(IPage page)
    {
        const int WidthBetweenMargins = 703;    // 186 mm of an A4
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(WidthBetweenMargins, 1000);
        return await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *')].filter(part => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.unseen, svg')).map(part => part.outerHTML.slice(0, 80))");
    }

    private async Task<IPage> SignedInAsync(bool scripts)
    {
        var page = await chromium.PhoneAsync(scripts);
        await page.GotoAsync(await ServedNeighbourhood.Get<SignIn>().ConsoleLinkAsync(CancellationToken.None));
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("header nav")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IReadOnlyList<(string Name, string Path)>> PathsAsync()
    {
        var starts = new DateTimeOffset(2027, 3, 11, 14, 0, 0, TimeSpan.FromHours(1));
        var draft = new MeetingDraft(
            "Koffie op het Lindeplein", "Koffie", Audience.Residents, null, starts, starts.AddHours(2), "Buurthuis De Linde, Lindeplein 3", 20, "Fatima", "06 12345678", ["nl", "en"], 3,
            new Dictionary<string, string> { ["nl"] = "Kwetsbare mensen zijn ook welkom." });
        var meeting = (await ServedNeighbourhood.Get<CreateMeeting>().HandleAsync(GroupId.Default, draft, CancellationToken.None)).Meeting!;
        var invitation = await ServedNeighbourhood.InviteAsync(meeting);
        var attendee = await ServedNeighbourhood.InviteAsync(meeting, "Bea Prins");
        await ServedNeighbourhood.Get<MarkAttendance>().HandleAsync(GroupId.Default, meeting.Id, attendee.Person, attended: true, came: null, CancellationToken.None);
        await ServedNeighbourhood.InviteAsync(meeting, "Els Visser");
        await ServedNeighbourhood.Get<RecordReply>().HandleAsync(new ReplyCommand(GroupId.Default, invitation.Person, meeting.Id, Reply.Maybe), CancellationToken.None);
        await ServedNeighbourhood.WelcomeAsync();
        await ServedNeighbourhood.CardAsync();
        var way = await ServedNeighbourhood.WelcomesAsync();
        await ServedNeighbourhood.DoorsAsync(meeting);
        await ServedNeighbourhood.Get<AddPlace>().HandleAsync(GroupId.Default, meeting.Id, "Apotheek De Linde", PlaceKind.Pharmacy, CancellationToken.None);
        await ServedNeighbourhood.Get<GivePart>().HandleAsync(GroupId.Default, meeting.Id, PartKind.Speaker, Neighbourhood.Candidate("Noor de Wit", "0612349999"), 75, CancellationToken.None);
        var list = await ServedNeighbourhood.ListAsync(meeting, OddList);
        var here = $"/meetings/{meeting.Id}";
        return
        [
            ("today", "/"), ("meetings", "/meetings"), ("paper", "/paper"), ("group", "/group"), ("new", "/meetings/new"), ("edit", here + "/edit"), ("meeting", here), ("meeting-by-street", here + "?by=street"), ("after", here + "/after"), ("questions", here + "/questions"), ("next", $"/meetings/new?after={meeting.Id}"), ("invitees", here + "/people"), ("invitees-sought", here + "/people?answer=none&sort=-name"), ("upload", here + "/lists"), ("list", $"{here}/lists/{list}"), ("send", here + "/send"), ("send-when", here + "/send?step=when&labels=1&seen=tr,en"), ("send-sure", here + "/send?step=confirm&labels=1&seen=tr,en"), ("texts", here + "/texts"), ("text", here + "/texts/invitation/nl"), ("languages", "/languages"), ("checks", "/languages/ar"), ("large", here + "/paper/letters?print=large"), ("checkin", here + "/checkin?q=e"),
            ("letters", here + "/paper/letters"), ("doors", here + "/paper/doors"), ("calls", here + "/paper/calls"), ("flyer", here + "/flyer"), ("doors-round", here + "/doors"), ("walk", here + "/doors/walk"), ("walk-sheet", here + "/doors/print"), ("tree", here + "/tree"),
            ("flyers", here + "/flyer?size=flyers&in=ar"), ("places", here + "/places"), ("parts", here + "/parts"), ("cards", here + "/paper/letters?print=card"), ("checkin-print", here + "/checkin/print"),
            ("retention", "/group/retention"), ("spending", "/group/spending"), ("processing", "/group/processing"),
            ("report", here + "/report"), ("inbox", "/inbox"), ("people", "/people?q=e"), ("doubles", "/people/doubles"), ("carriers", "/people/carriers"), ("works", "/group/works"), ("person", $"/people/{invitation.Person}"), ("welcome", "/welcome"), ("card", "/welcome/card"), ("card-line", "/welcome/card/new"), ("card-print", "/welcome/card/print?in=ar"), ("card-pocket", "/welcome/card/print?print=pocket"), ("invite", here + "/invite"), ("messages", "/messages"), ("hosts", "/group/hosts"), ("group", "/group"), ("totals", "/group/totals"), ("team", "/group/team"), ("sessions", "/group/sessions"), ("keys", "/group/keys"), ("audit", "/group/audit"), ("signin", "/signin"),
            ("welcome-done", "/welcome?show=done"), ("welcome-pack", "/welcome/pack"), ("welcome-walk", "/welcome/walk"), ("welcome-letters", "/welcome/letters"), ("welcome-kit", "/welcome/kit"), ("welcome-ways", "/welcome/ways"), ("welcome-poster", $"/welcome/ways/{way.Code}/poster?in=ar"), ("welcome-upload", "/welcome/upload"), ("welcome-numbers", "/welcome/numbers"), ("welcome-texts", "/welcome/texts"), ("welcome-text", "/welcome/texts/welcome/ar"),
            ("help", "/help"), ("help-send", "/help/send"), ("accessibility", "/accessibility"), ("components", "/dev/components"), ("components-right-to-left", "/dev/components?dir=rtl"),
        ];
    }
}
