using Microsoft.Playwright;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Team;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>A host at the door of a hall in a basement.</summary>
public sealed class CheckInInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Fact]
    public async Task Whoever_is_ticked_without_network_is_there_once_after_a_reload()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, guests, page) = await OpenAsync(network);

        network.Cut();
        await page.FillAsync($"#p-{guests[0].Person} input.when-not", "4");
        await page.ClickAsync($"#p-{guests[0].Person} button.when-not");
        await page.ClickAsync($"#p-{guests[1].Person} button.when-not");
        await page.FillAsync("#name", "Walter");
        await page.FillAsync("#came", "2");
        await page.ClickAsync(".walk-in .together > button");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("3 wachten op versturen");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("3 wachten op versturen");
        await Assertions.Expect(page.Locator("[data-total=people]")).ToHaveTextAsync("7");
        await Assertions.Expect(page.Locator(".guests")).ToContainTextAsync("Walter");
        await page.ClickAsync($"#p-{guests[1].Person} button.when-there");
        await Chromium.PictureAsync(page, "checkin-offline");

        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");

        Assert.Equal((Attendance.Attended, 4), Came(await ServedNeighbourhood.InvitationAsync(meeting, guests[0].Person)));
        Assert.Equal((Attendance.Unknown, 0), Came(await ServedNeighbourhood.InvitationAsync(meeting, guests[1].Person)));
        Assert.Equal([2], (await AllAsync(meeting)).Where(invitation => invitation.Source is Source.WalkIn).Select(invitation => invitation.Came));
    }

    [Fact]
    public async Task A_walk_in_whose_answer_was_lost_is_one_person()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, _, page) = await OpenAsync(network);

        network.LoseAnswers();
        await page.FillAsync("#name", "Walter");
        await page.ClickAsync(".walk-in .together > button");
        await network.AnswerLost.WaitAsync(TimeSpan.FromMilliseconds(ChromiumProcess.Patience), TestContext.Current.CancellationToken);
        await ServedNeighbourhood.AdvanceAsync(TimeSpan.FromMinutes(10));
        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");

        Assert.Single(await AllAsync(meeting), invitation => invitation.Source is Source.WalkIn);
    }

    [Fact]
    public async Task What_was_tapped_before_they_were_signed_out_arrives_after_a_new_sign_in()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, guests, page) = await OpenAsync(network);

        network.Cut();
        await page.ClickAsync($"#p-{guests[0].Person} button.when-not");
        await SignOutEverybodyAsync();
        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToContainTextAsync("bent afgemeld");
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/checkin");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");

        Assert.Equal((Attendance.Attended, 1), Came(await ServedNeighbourhood.InvitationAsync(meeting, guests[0].Person)));
    }

    [Fact]
    public async Task One_tap_that_is_refused_is_shown_and_keeps_none_behind_it_from_going()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, guests, page) = await OpenAsync(network);

        network.Cut();
        await page.ClickAsync($"#p-{guests[0].Person} button.when-not");
        await page.ClickAsync($"#p-{guests[1].Person} button.when-not");
        await page.EvaluateAsync("""
            () => {
              const [key] = Object.keys(localStorage).filter(name => name.startsWith('outreach-queue '));
              const entries = JSON.parse(localStorage.getItem(key));
              entries[0].url = '/meetings/nonsense/walk-ins';
              localStorage.setItem(key, JSON.stringify(entries));
            }
            """);
        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("p[role=alert]")).ToContainTextAsync("niet verstuurd");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("1 wacht op versturen");

        Assert.Equal((Attendance.Attended, 1), Came(await ServedNeighbourhood.InvitationAsync(meeting, guests[1].Person)));
    }

    [Fact]
    public async Task With_a_slow_network_and_nothing_kept_the_page_comes_when_its_answer_does()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, _, page) = await OpenAsync(network);

        network.Slow(TimeSpan.FromSeconds(5));
        await page.GotoAsync($"/meetings/{meeting.Id}/checkin?q=nobody", new() { WaitUntil = WaitUntilState.Commit });

        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_forgets_the_names_after_an_evening_and_when_they_are_signed_out()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, _, page) = await OpenAsync(network);
        var address = $"{network.Url}/meetings/{meeting.Id}/checkin";
        await page.EvaluateAsync("""
            async url => (await caches.open('outreach-host-1')).put(url, new Response('Bea Prins', { headers: { 'X-Kept-At': Date.now() - 13 * 60 * 60 * 1000 } }))
            """, address + "?page=9");

        await page.ReloadAsync();
        Assert.Equal((true, false), (await IsKeptAsync(address), await IsKeptAsync(address + "?page=9")));
        await SignOutEverybodyAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#email")).ToBeVisibleAsync();
        Assert.False(await IsKeptAsync(address));

        Task<bool> IsKeptAsync(string url) => page.EvaluateAsync<bool>("async url => Boolean(await caches.match(url))", url);
    }

    [Fact]
    public async Task The_list_shrinks_to_a_name_without_accents_and_to_a_code()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (_, guests, page) = await OpenAsync(network);
        network.Cut();

        await page.FillAsync("#q", "omer");
        await Assertions.Expect(page.Locator(".guests > li:visible")).ToHaveCountAsync(1);
        await page.FillAsync("#q", guests[1].Code.Value.ToLowerInvariant());
        await Assertions.Expect(page.Locator(".guests > li:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator($"#p-{guests[1].Person}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_stands_on_a_later_page_is_found_and_ticked_without_network()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, guests) = await GuestsAsync(Enumerable.Range(0, 90).Select(n => $"Gast {n:d2}"));
        var page = await OpenAsync(network, meeting);
        await Assertions.Expect(page.Locator(".guests > li")).ToHaveCountAsync(90);

        network.Cut();
        await page.ReloadAsync();
        await page.FillAsync("#q", "gast 88");
        await page.ClickAsync($"#p-{guests[88].Person} button.when-not");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"#p-{guests[88].Person} button.when-there")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-total=people]")).ToHaveTextAsync("1");

        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");
        Assert.Equal((Attendance.Attended, 1), Came(await ServedNeighbourhood.InvitationAsync(meeting, guests[88].Person)));
    }

    [Fact]
    public async Task Without_scripts_a_tick_comes_back_to_the_page_it_was_on()
    {
        var (meeting, guests) = await GuestsAsync(Enumerable.Range(0, 45).Select(n => $"Gast {n:d2}"));
        var page = await chromium.PhoneAsync();
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/checkin");

        await page.ClickAsync("a[rel=next]");
        await page.ClickAsync($"#p-{guests[44].Person} button.when-not");

        await Assertions.Expect(page.Locator($"#p-{guests[44].Person} button.when-there")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-total=people]")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_host_comes_in_by_the_link_and_sees_no_menu()
    {
        var (meeting, guests) = await GuestsAsync();
        var (link, _) = await ServedNeighbourhood.Get<MakeHostLink>().HandleAsync(GroupId.Default, new HostLinkDraft("Truus", new HashSet<MeetingId> { meeting.Id }, null), ServedNeighbourhood.Now, CancellationToken.None);
        var page = await chromium.HostAsync(ServedNeighbourhood.Url);

        await page.GotoAsync($"/h/{link!.Code}");
        await page.ClickAsync("main button");
        await page.ClickAsync($"#p-{guests[0].Person} button.when-not");

        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");
        Assert.Equal(0, await page.Locator("a[href='/people'], a[href='/']").CountAsync());
        await page.ClickAsync("nav.choices a >> nth=1");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("tweetal");
    }

    [Fact]
    public async Task A_code_is_read_by_the_camera_where_the_browser_can()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, guests) = await GuestsAsync();
        var page = await chromium.HostAsync(network.Url);
        await page.AddInitScriptAsync($$"""
            window.BarcodeDetector = class { async detect() { return [{ rawValue: 'https://example.org/i/{{guests[1].Code}}' }]; } };
            navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream();
            HTMLMediaElement.prototype.play = async () => { };
            """);
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/checkin");

        await page.ClickAsync("[data-scan]");

        await Assertions.Expect(page.Locator($"#p-{guests[1].Person} button.when-not")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#scanner")).ToBeHiddenAsync();
    }

    private async Task SignOutEverybodyAsync()
    {
        foreach (var (id, _) in await ServedNeighbourhood.Get<Sessions>().ListAsync(CancellationToken.None))
            await ServedNeighbourhood.Get<Sessions>().EndAsync(id, CancellationToken.None);
    }

    private static (Attendance, int) Came(Invitation invitation) => (invitation.Attendance, invitation.Came);

    private Task<(Meeting Meeting, IReadOnlyList<Invitation> Guests)> GuestsAsync() => GuestsAsync(["Ömer Yıldız", "Bea Prins", "Bea Prins"]);

    private async Task<(Meeting Meeting, IReadOnlyList<Invitation> Guests)> GuestsAsync(IEnumerable<string> names)
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var guests = new List<Invitation>();
        foreach (var name in names)
        {
            guests.Add(await ServedNeighbourhood.InviteAsync(meeting, name));
            await ServedNeighbourhood.Get<RecordReply>().HandleAsync(new ReplyCommand(GroupId.Default, guests[^1].Person, meeting.Id, Reply.Yes, 1), CancellationToken.None);
        }

        return (meeting, guests);
    }

    private async Task<(Meeting Meeting, IReadOnlyList<Invitation> Guests, IPage Page)> OpenAsync(CuttableNetwork network)
    {
        var (meeting, guests) = await GuestsAsync();
        return (meeting, guests, await OpenAsync(network, meeting));
    }

    private async Task<IPage> OpenAsync(CuttableNetwork network, Meeting meeting)
    {
        var page = await chromium.HostAsync(network.Url);
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/checkin");
        await Assertions.Expect(page.Locator("body[data-kept=true]")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IReadOnlyList<Invitation>> AllAsync(Meeting meeting) =>
        [.. (await ServedNeighbourhood.Get<ListInvitations>().HandleAsync(GroupId.Default, meeting.Id, null, 100, CancellationToken.None)).Items.Select(item => item.Invitation)];
}
