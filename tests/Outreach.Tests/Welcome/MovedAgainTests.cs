using System.Net;
using Outreach.Contacts;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Tests.Web;
using Outreach.Welcome;

namespace Outreach.Tests.Welcome;

/// <summary>A new resident moves again within the group: the package goes to where they live.</summary>
public sealed class MovedAgainTests
{
    private const string Ann = "+31611111111";

    private static readonly DateOnly First = new(2026, 2, 1);
    private static readonly DateOnly Second = new(2026, 3, 1);

    [Theory]
    [InlineData(WelcomeState.Asked, WelcomeState.Asked, false)]
    [InlineData(WelcomeState.Packed, WelcomeState.Packed, false)]
    [InlineData(WelcomeState.OnItsWay, WelcomeState.OnItsWay, false)]
    [InlineData(WelcomeState.NotFound, WelcomeState.Asked, false)]
    [InlineData(WelcomeState.HandedOver, WelcomeState.HandedOver, true)]
    [InlineData(WelcomeState.Declined, WelcomeState.Declined, false)]
    public async Task A_package_that_is_not_brought_goes_to_the_new_home_and_one_that_was_waits_for_an_organiser(WelcomeState before, WelcomeState after, bool asks)
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = (await WelcomeAsync(here, "1", First))!;
        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, known => known.Move(before, "Bo", here.Now), default);

        var moved = (await WelcomeAsync(here, "22", Second))!;

        Assert.Equal((package.Person, package.Code, after, asks, Second), (moved.Person, moved.Code, moved.State, moved.MovedAgain, moved.MovedIn));
        Assert.Equal("22", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
        Assert.Equal(asks ? package.DueOn : before is WelcomeState.Declined ? package.DueOn : WholeProgram.Settings.Day(here.Now).AddDays(WelcomePackage.DaysToBring), moved.DueOn);
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);
        Assert.Equal("22", Assert.Single(await here.Get<ReadWelcomes>().HandleAsync(group, _ => true, default)).Address!.HouseNumber);
        Assert.False(moved.Settled().MovedAgain);
    }

    [Fact]
    public async Task Whoever_is_welcomed_once_more_at_the_same_home_or_on_a_list_of_an_earlier_day_has_not_moved()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = await WelcomeAsync(here, "22", Second);

        Assert.Equal(package, await WelcomeAsync(here, "22", Second.AddDays(1)));
        Assert.Equal(package, await WelcomeAsync(here, "1", First, ground: new Ground(Basis.Consent, "lijst", here.Now)));
        Assert.Equal("22", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
    }

    [Fact]
    public void A_package_whose_resident_did_not_move_after_all_is_as_it_was_but_for_the_question()
    {
        var before = new WelcomePackage { Person = An.Person.Id, Code = Code.New("AB"), MovedIn = First, At = Moments.Monday }.Move(WelcomeState.NotFound, "Bo", Moments.Monday);
        var home = new Address("Lindelaan", "22", null, "1234AB", null);

        var stayed = before.Follow(Second, Second, Moments.Monday.AddDays(1)).Stay(before, home);

        Assert.Equal(before with { HomeToCheck = home }, stayed);
        Assert.Null(stayed.Follow(Second, Second, Moments.Monday.AddDays(1)).HomeToCheck);
    }

    [Fact]
    public async Task Whoever_was_known_at_another_address_is_welcomed_where_they_live_now()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;straat;huisnummer;postcode\nAnn;0611111111;Lindelaan;1;1234AB\n");

        await WelcomeAsync(here, "22", Second);

        Assert.Equal("22", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Until_the_day_of_a_move_that_is_to_come_their_address_stays_and_then_somebody_asks(bool hasPackage)
    {
        using var here = await Neighbourhood.OpenAsync();
        if (hasPackage)
            await WelcomeAsync(here, "1", First);
        else
            await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;straat;huisnummer;postcode\nAnn;0611111111;Lindelaan;1;1234AB\n");
        var day = WholeProgram.Settings.Day(here.Now).AddDays(20);

        var package = (await WelcomeAsync(here, "22", day))!;

        Assert.Equal("1", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
        Assert.Equal(("22", day, day.AddDays(WelcomePackage.DaysToBring)), (package.HomeToCheck!.HouseNumber, package.MovedIn, package.DueOn));
        Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.ConfirmHome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_that_anybody_can_fill_in_moves_nobody_and_is_read_by_an_organiser(bool hasPackage)
    {
        using var here = await Neighbourhood.OpenAsync();
        if (hasPackage)
            await WelcomeAsync(here, "1", First);
        else
            await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;straat;huisnummer;postcode\nAnn;0611111111;Lindelaan;1;1234AB\n");

        var package = (await WelcomeAsync(here, "22", Second, Code.New("AB")))!;

        Assert.Equal("1", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
        Assert.Equal(("22", true), (package.HomeToCheck!.HouseNumber, package.NeedsSomebody));
        Assert.NotNull(package.Move(WelcomeState.Packed, null, here.Now).HomeToCheck);
        Assert.Null(package.Settled().HomeToCheck);
    }

    [Fact]
    public async Task An_earlier_day_on_an_organisers_form_moves_nobody_and_is_asked_about()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here, "22", Second);

        var package = (await WelcomeAsync(here, "1", First))!;

        Assert.Equal(("1", Second), (package.HomeToCheck!.HouseNumber, package.MovedIn));
        Assert.Equal("22", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
        var task = Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.ConfirmHome);
        Assert.Equal((1, "Ann"), (task.Count, Assert.Single(task.Who)));
    }

    [Fact]
    public async Task Whoever_moved_after_the_package_was_brought_stands_on_Today_until_somebody_has_decided()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = (await WelcomeAsync(here, "1", First))!;
        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, known => known.Move(WelcomeState.HandedOver, null, here.Now), default);
        Assert.DoesNotContain(await TodayAsync(here), task => task.Kind is TodayKind.ConfirmHome);

        await WelcomeAsync(here, "22", Second);

        Assert.Single(await TodayAsync(here), task => task.Kind is TodayKind.ConfirmHome);
        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, known => known.Settled(), default);
        Assert.DoesNotContain(await TodayAsync(here), task => task.Kind is TodayKind.ConfirmHome);
    }

    [Fact]
    public async Task Cut_off_between_package_and_address_it_is_done_again_and_remembers_that_the_package_was_brought()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var package = (await WelcomeAsync(here, "1", First))!;
        await here.Get<WelcomeStore>().ChangeAsync(Neighbourhood.Group, package.Person, known => known.Move(WelcomeState.HandedOver, null, here.Now), default);
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.After && operation is nameof(ITables.SubmitAsync) && target.StartsWith(TableNames.Welcome, StringComparison.Ordinal))
                throw new TimeoutException("cut off");
        };
        await Assert.ThrowsAsync<TimeoutException>(() => WelcomeAsync(here, "22", Second));
        faults.Hook = null;

        var moved = (await WelcomeAsync(here, "22", Second))!;

        Assert.Equal((true, "22"), (moved.MovedAgain, (await here.WhoIsAsync(Ann))!.Address!.HouseNumber));
    }

    private static Task<IReadOnlyList<TodayTask>> TodayAsync(Neighbourhood here) =>
        here.Get<ReadToday>().HandleAsync(Neighbourhood.Group, here.Now, default);

    private static async Task<WelcomePackage?> WelcomeAsync(Neighbourhood here, string house, DateOnly movedIn, Code? way = null, Ground? ground = null)
    {
        var candidate = Neighbourhood.Candidate("Ann", Ann) with { Address = new Address("Lindelaan", house, null, "1234AB", null) };
        return (await here.Get<WelcomeResident>().HandleAsync(Neighbourhood.Group, new NewResident(candidate, movedIn) { Way = way, Ground = ground }, default)).Package;
    }
}

public sealed class MovedAgainPagesTests : AsOrganiser
{
    [Fact]
    public async Task An_organiser_sees_where_a_package_goes_and_that_its_resident_moved_after_it_was_brought()
    {
        await WelcomeAsync("1", "1-2-2027");
        var change = (await Site.PageAsync("/welcome")).QuerySelector(".cards form")!.GetAttribute("action")!;
        Assert.Contains("Lindelaan 1", (await Site.PageAsync("/welcome")).QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        await Site.FollowAsync("/welcome", change, ("state", "handedOver"), ("by", ""), ("dueOn", ""));
        Assert.Empty((await Site.PageAsync("/welcome")).QuerySelectorAll(".cards li"));

        await WelcomeAsync("22", "1-3-2027");

        var card = Assert.Single((await Site.PageAsync("/welcome")).QuerySelectorAll(".cards li")).TextContent;
        Assert.Contains("Lindelaan 22", card, StringComparison.Ordinal);
        Assert.Contains("Verhuisde opnieuw", card, StringComparison.Ordinal);
        await Site.FollowAsync("/welcome", change, ("state", "asked"), ("by", ""), ("dueOn", ""));
        Assert.DoesNotContain("Verhuisde opnieuw", Assert.Single((await Site.PageAsync("/welcome")).QuerySelectorAll(".cards li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_day_of_moving_in_is_put_right()
    {
        await WelcomeAsync("1", "1-3-2027");
        var change = (await Site.PageAsync("/welcome")).QuerySelector(".cards form")!.GetAttribute("action")!;

        await Site.FollowAsync("/welcome", change, ("state", "asked"), ("by", ""), ("dueOn", ""), ("movedIn", "2027-02-01"));

        Assert.Contains("1 februari 2027", Assert.Single((await Site.PageAsync("/welcome")).QuerySelectorAll(".cards li")).TextContent, StringComparison.Ordinal);
        var refused = await OrganiserSite.PostAsync(Site.Browser, "/welcome", change, ("state", "asked"), ("by", ""), ("dueOn", ""), ("movedIn", "1027-02-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("1 februari 2027", Assert.Single((await Site.PageAsync("/welcome")).QuerySelectorAll(".cards li")).TextContent, StringComparison.Ordinal);
    }

    private Task WelcomeAsync(string house, string movedIn) => Site.FollowAsync(
        "/welcome", "/welcome", ("name", "Ann"), ("movedIn", movedIn), ("phone", "0611111111"), ("email", ""), ("language", "nl"), ("street", "Lindelaan"), ("houseNumber", house), ("postcode", "1234 AB"));
}
