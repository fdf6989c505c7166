using Microsoft.Playwright;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Browser;

/// <summary>Volunteers along the doors, with a phone that has no network in the stairwells.</summary>
public sealed class WalkInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Fact]
    public async Task What_is_tapped_without_network_survives_a_reload_and_arrives_once()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, doors, page) = await WalkAsync(network);

        network.Cut();
        await TapAsync(page, doors[0], "nobody");
        await TapAsync(page, doors[1], "yes-3");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("2 wachten op versturen");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("2 wachten op versturen");
        await Assertions.Expect(page.Locator($"#d-{doors[1].Id} [data-said]")).ToHaveTextAsync("Komt, 3");
        await Assertions.Expect(page.Locator("[data-total=people]")).ToHaveTextAsync("3");
        await TapAsync(page, doors[2], "maybe");
        await Chromium.PictureAsync(page, "walk-offline");

        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");

        Assert.Equal(["nobody", "yes", "maybe"], await OutcomesAsync(meeting));
        Assert.Equal([Reply.Maybe, Reply.Yes], (await RepliesAsync(meeting)).OrderByDescending(reply => reply));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"#d-{doors[1].Id} [data-said]")).ToHaveTextAsync("Komt, 3");
    }

    [Fact]
    public async Task A_tap_whose_answer_was_lost_is_sent_again_and_counts_once()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, doors, page) = await WalkAsync(network);

        network.LoseAnswers();
        await TapAsync(page, doors[0], "yes-2");
        await network.AnswerLost.WaitAsync(TimeSpan.FromMilliseconds(ChromiumProcess.Patience), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("1 wacht op versturen");
        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");

        Assert.Equal(["yes"], await OutcomesAsync(meeting));
        Assert.Equal([Reply.Yes], await RepliesAsync(meeting));
    }

    [Fact]
    public async Task One_tap_does_a_door_and_opens_the_next()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (_, doors, page) = await WalkAsync(network);

        await page.ClickAsync($"#d-{doors[0].Id} button[value=nobody]");

        await Assertions.Expect(page.Locator($"#d-{doors[1].Id} button[value=nobody]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"#d-{doors[0].Id} button[value=nobody]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_door_at_the_end_of_a_long_walk_is_done_without_network()
    {
        using var network = new CuttableNetwork(ServedNeighbourhood.Url);
        var (meeting, doors, page) = await WalkAsync(network, "Laan 1-199 oneven");
        await Assertions.Expect(page.Locator("[data-item]")).ToHaveCountAsync(100);

        network.Cut();
        await page.ReloadAsync();
        await TapAsync(page, doors[99], "yes-2");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"#d-{doors[99].Id} [data-said]")).ToHaveTextAsync("Komt, 2");
        await Assertions.Expect(page.Locator("[data-total=done]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("ol.walk")).ToHaveCountAsync(1);

        network.Restore();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#queue")).ToHaveTextAsync("Alles is verstuurd");
        Assert.Equal(["yes"], await OutcomesAsync(meeting));
    }

    [Fact]
    public async Task Without_scripts_another_door_is_opened_by_its_link()
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var doors = await ServedNeighbourhood.DoorsAsync(meeting, "Laan 1-199 oneven");
        var page = await chromium.PhoneAsync();
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/doors/walk?page=2");

        await page.ClickAsync($"#d-{doors[90].Id} summary");
        await page.ClickAsync($"#d-{doors[90].Id} a.open");
        await page.ClickAsync($"#d-{doors[90].Id} button[value=maybe]");

        await Assertions.Expect(page.Locator($"#d-{doors[90].Id} [data-said]")).ToHaveTextAsync("Misschien");
    }

    [Fact]
    public async Task Without_scripts_the_same_page_works_online()
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var doors = await ServedNeighbourhood.DoorsAsync(meeting, "Laan 1-5 oneven");
        var page = await chromium.PhoneAsync();
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/doors/walk");

        await page.ClickAsync($"#d-{doors[0].Id} button[value=yes-2]");

        await Assertions.Expect(page.Locator($"#d-{doors[0].Id} [data-said]")).ToHaveTextAsync("Komt, 2");
        await Assertions.Expect(page.Locator($"#d-{doors[1].Id} button[value=nobody]")).ToBeVisibleAsync();
    }

    private async Task<(Meeting Meeting, IReadOnlyList<Door> Doors, IPage Page)> WalkAsync(CuttableNetwork network, string streets = "Laan 1-9 oneven")
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        var doors = await ServedNeighbourhood.DoorsAsync(meeting, streets);
        var page = await chromium.HostAsync(network.Url);
        await chromium.SignInAsync(page);
        await page.GotoAsync($"/meetings/{meeting.Id}/doors/walk");
        await Assertions.Expect(page.Locator("body[data-kept=true]")).ToBeVisibleAsync();
        return (meeting, doors, page);
    }

    private static async Task TapAsync(IPage page, Door door, string outcome)
    {
        var item = page.Locator($"#d-{door.Id}");
        if (!await item.Locator("button[value=nobody]").IsVisibleAsync())
            await item.Locator("summary").First.ClickAsync();
        await item.Locator($"button[value={outcome}]").ClickAsync();
    }

    private async Task<IReadOnlyList<string>> OutcomesAsync(Meeting meeting) =>
        [.. (await ServedNeighbourhood.Get<DoorStore>().OfAsync(GroupId.Default, meeting.Id, CancellationToken.None)).SelectMany(door => door.Value.Knocks).Select(knock => EnumWord.Of(knock.Outcome))];

    private async Task<IReadOnlyList<Reply>> RepliesAsync(Meeting meeting)
    {
        var replies = new List<Reply>();
        foreach (var shard in Shard.All(GroupId.Default))
        {
            await foreach (var invitation in ServedNeighbourhood.Get<PeopleStore>().InvitationsAsync(shard, meeting.Id, CancellationToken.None))
                replies.Add(invitation.Value.Reply);
        }

        return replies;
    }
}
