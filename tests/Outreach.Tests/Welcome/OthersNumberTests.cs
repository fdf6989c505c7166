using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Welcome;

/// <summary>A new resident who is written down with a number that we know from somebody of another name.</summary>
public sealed class OthersNumberTests
{
    private const string Ann = "+31611111111";

    private static readonly Ground List = new(Basis.Consent, "list", DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task An_organiser_is_asked_to_leave_it_out_and_the_other_stays_where_they_live()
    {
        using var here = await KnowingAnnAsync();

        Assert.Equal((null, WelcomeProblem.OthersNumber), await WelcomeAsync(here, resident => resident));

        Assert.Equal("1", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
        Assert.Single(await here.Get<WelcomeStore>().ListAsync(Neighbourhood.Group, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_a_poster_or_a_list_the_package_goes_to_their_own_door_and_no_message_to_the_other(bool byList)
    {
        using var here = await KnowingAnnAsync();

        var (package, _) = await WelcomeAsync(here, resident => byList ? resident with { Ground = List } : resident with { Way = new Code("KKKK2222") });

        var ann = (await here.WhoIsAsync(Ann))!;
        Assert.Equal(("Ann", "1", "Bo Visser"), (ann.Name, ann.Address!.HouseNumber, package!.Name));
        Assert.NotEqual(ann.Id, package.Person);
        var bo = (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, package.Person, default))!.Value;
        Assert.Equal((null, "22"), (bo.Mobile, bo.Address!.HouseNumber));
    }

    [Fact]
    public async Task A_new_resident_without_an_address_is_named_to_an_organiser_and_the_other_is_left_alone()
    {
        using var here = await KnowingAnnAsync();
        await here.DrainAsync();
        var before = (await here.SentToAsync(Ann)).Count;
        var bo = new NewResident(Neighbourhood.Candidate("Bo Visser", Ann), new DateOnly(2026, 2, 1)) { Way = new Code("KKKK2222") };

        for (var times = 0; times < 2; times++)
            await here.Get<WelcomeByForm>().HandleAsync(Neighbourhood.Group, bo, "Nieuw in de buurt?", default);

        await here.DrainAsync();
        Assert.Equal(before, (await here.SentToAsync(Ann)).Count);
        Assert.Single(await here.Get<WelcomeStore>().ListAsync(Neighbourhood.Group, default));
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal(("Bo Visser", "Ann", null), (item.Name, item.NumberOf, item.Person));
    }

    [Fact]
    public async Task Of_a_list_whoever_cannot_be_found_is_counted_apart()
    {
        using var here = await KnowingAnnAsync();
        var list = new Outreach.Lists.ShortList([Neighbourhood.Candidate("Bo Visser", Ann)], [], []);

        Assert.Equal(new WelcomedMany(0, 0, 0, 1), await here.Get<WelcomeMany>().HandleAsync(Neighbourhood.Group, list, new DateOnly(2026, 2, 1), List, default));
    }

    [Fact]
    public async Task Of_the_same_name_they_have_moved()
    {
        using var here = await KnowingAnnAsync();

        await WelcomeAsync(here, resident => resident with { Candidate = resident.Candidate with { Name = "Ann" } });

        Assert.Equal("22", (await here.WhoIsAsync(Ann))!.Address!.HouseNumber);
    }

    private static async Task<Neighbourhood> KnowingAnnAsync()
    {
        var here = await Neighbourhood.OpenAsync();
        await here.Get<WelcomeResident>().HandleAsync(Neighbourhood.Group, new NewResident(Neighbourhood.Candidate("Ann", Ann) with { Address = At("1") }, new DateOnly(2026, 2, 1)), default);
        return here;
    }

    private static Task<(WelcomePackage? Package, WelcomeProblem? Problem)> WelcomeAsync(Neighbourhood here, Func<NewResident, NewResident> by) =>
        here.Get<WelcomeResident>().HandleAsync(
            Neighbourhood.Group, by(new NewResident(Neighbourhood.Candidate("Bo Visser", Ann) with { Address = At("22") }, new DateOnly(2026, 2, 1))), default);

    private static Address At(string house) => new("Lindelaan", house, null, "1234AB", null);
}
