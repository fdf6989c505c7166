using System.Net;
using System.Security.Claims;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

public sealed class SessionsTests : AsOrganiser
{
    private readonly InMemoryTables tables = new(null);
    private readonly ManualClock clock = new();

    private Sessions Instance => new(tables) { Clock = clock };

    [Fact]
    public async Task A_session_ends_after_twelve_idle_hours_and_not_while_somebody_is_there()
    {
        var principal = await StartedAsync();
        for (var hours = 0; hours < 30; hours += 10)
        {
            clock.Advance(TimeSpan.FromHours(10));
            Assert.True(await Instance.IsOpenAsync(principal, default));
        }

        clock.Advance(Sessions.MaxIdle + TimeSpan.FromMinutes(1));

        Assert.False(await Instance.IsOpenAsync(principal, default));
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_however_busy()
    {
        var principal = await StartedAsync();
        for (var days = 0.0; days < 90; days += 0.25)
        {
            Assert.True(await Instance.IsOpenAsync(principal, default));
            clock.Advance(TimeSpan.FromHours(6));
        }

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await Instance.IsOpenAsync(principal, default));
    }

    [Fact]
    public async Task What_one_instance_ends_another_does_not_let_in()
    {
        var principal = await StartedAsync();

        await Instance.EndAsync(principal, default);

        Assert.False(await Instance.IsOpenAsync(principal, default));
        Assert.Empty(await Instance.ListAsync(default));
    }

    [Fact]
    public async Task Somebody_who_is_busy_is_written_down_once_in_ten_minutes()
    {
        var principal = await StartedAsync();
        var before = await RowAsync();
        for (var seconds = 0; seconds <= 600; seconds += 60)
        {
            await Instance.IsOpenAsync(principal, default);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(before, await RowAsync());
        await Instance.IsOpenAsync(principal, default);
        Assert.NotEqual(before, await RowAsync());

        async Task<string> RowAsync() => (await tables.GetAsync(TableNames.Keys, "sessions", Sessions.IdOf(principal)!, default))!.ETag;
    }

    [Fact]
    public async Task Sessions_that_are_over_are_forgotten_at_the_next_sign_in()
    {
        await StartedAsync();
        clock.Advance(Sessions.MaxIdle + TimeSpan.FromMinutes(1));

        var principal = await StartedAsync();

        Assert.NotNull(await tables.GetAsync(TableNames.Keys, "sessions", Sessions.IdOf(principal)!, default));
        Assert.Single(await tables.QueryAsync(TableNames.Keys, "sessions", KeyRange.All, null, default).ToListAsync());
    }

    [Fact]
    public async Task Somebody_sees_their_devices_and_ends_one()
    {
        using var phone = await Site.SignedInAsync(OrganiserSite.Organiser);
        using var laptop = await Site.SignedInAsync(OrganiserSite.Organiser);
        var page = await OrganiserSite.ReadAsync(await laptop.GetAsync("/group/sessions"), HttpStatusCode.OK);
        var other = page.QuerySelectorAll("#main .cards li").Single(card => card.QuerySelector("strong") is null && card.QuerySelector("h3")!.TextContent == OrganiserSite.Organiser);

        await OrganiserSite.PostAsync(laptop, "/group/sessions", other.QuerySelector("form")!.GetAttribute("action")!);

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/group")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync("/group")).StatusCode);
    }

    [Fact]
    public async Task Somebody_signs_out_everywhere()
    {
        using var phone = await Site.SignedInAsync(OrganiserSite.Organiser);
        using var laptop = await Site.SignedInAsync(OrganiserSite.Organiser);

        await OrganiserSite.PostAsync(laptop, "/group/sessions", "/group/sessions/end");

        foreach (var browser in (HttpClient[])[phone, laptop])
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/group")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Site.Browser.GetAsync("/group")).StatusCode);
    }

    [Fact]
    public async Task Only_an_owner_ends_the_session_of_somebody_else()
    {
        await Site.FollowAsync("/group/team", "/group/team", ("email", "bo@example.org"), ("role", "organiser"));
        using var bo = await Site.SignedInAsync("bo@example.org");
        var open = await Site.Get<Sessions>().ListAsync(default);
        var (mine, theirs) = (open.Single(one => one.Session.Email is null).Id, open.Single(one => one.Session.Email is not null).Id);

        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(bo, "/group/sessions", $"/group/sessions/{mine}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await OrganiserSite.PostAsync(Site.Browser, "/group/sessions", $"/group/sessions/{theirs}/end")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await bo.GetAsync("/group")).StatusCode);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edg, Windows")]
    [InlineData("curl", null)]
    public void A_device_is_known_by_its_browser_and_system(string userAgent, string? device) => Assert.Equal(device, Entry.DeviceOf(userAgent));

    private async Task<ClaimsPrincipal> StartedAsync()
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SignedIn.GroupClaim, GroupId.Default.Value), new Claim(ClaimTypes.Email, "bo@example.org")], "test"));
        await Instance.StartAsync(principal, null, "Firefox, Android", default);
        return principal;
    }
}
