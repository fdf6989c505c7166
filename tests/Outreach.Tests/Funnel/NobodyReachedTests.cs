using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Funnel;

/// <summary>People whom nothing reaches, and packages without an address, are found from the page of today.</summary>
public sealed class NobodyReachedTests : AsOrganiser
{
    [Fact]
    public async Task A_wrong_number_that_was_the_only_way_makes_a_task_that_names_who_it_was()
    {
        var meeting = await Site.InvitedAsync("Naam;Telefoon\nSelam Haile;0301234567\n");
        var calls = meeting + "/paper/calls";
        await Site.FollowAsync(calls, (await Site.PageAsync(calls)).QuerySelector("form.answer")!.GetAttribute("action")!, ("reply", "wrongNumber"));

        var today = await Site.PageAsync("/");
        var task = today.QuerySelectorAll(".todo a").Single(link => link.TextContent == "Zoek een nummer of adres van 1 persoon: niets komt aan");

        Assert.Contains("Selam Haile", (await Site.PageAsync(task.GetAttribute("href")!)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("om uit te nodigen", today.QuerySelector(".todo")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_package_without_an_address_is_a_task_of_its_own_until_the_address_is_known()
    {
        await Site.MeetingAsync();
        await Site.PostAsync("/welcome", ("name", "Ann Smit"), ("movedIn", "2027-03-01"), ("phone", "0612345601"));
        await Site.PostAsync("/welcome", ("name", "Bo Visser"), ("movedIn", "2027-03-01"), ("street", "Lindelaan"), ("houseNumber", "3"), ("postcode", "1234 AB"));

        var task = (await Site.PageAsync("/")).QuerySelectorAll(".todo .task").Single(item => item.TextContent.Contains("Zoek het adres voor 1 welkomstpakket", StringComparison.Ordinal));
        var list = await Site.PageAsync(task.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Contains("Ann Smit", task.TextContent, StringComparison.Ordinal);
        Assert.Contains("Breng 1 welkomstpakket langs", (await Site.PageAsync("/")).QuerySelector(".todo")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ann Smit"], list.QuerySelectorAll(".cards h2").Select(name => name.TextContent));

        var people = Site.Get<PeopleStore>();
        var ann = (await people.FindAsync(GroupId.Default, new PersonId(list.QuerySelector(".cards h2 a")!.GetAttribute("href")!.Split('/')[^1]), CancellationToken.None))!;
        var changes = new Changes(Shard.Of(GroupId.Default, ann.Value.Id));
        changes.Change(ann, ann.Value with { Address = new("Lindelaan", "1", null, "1234 AB", null) });
        await people.SaveAsync(changes, CancellationToken.None);
        Assert.DoesNotContain("Zoek het adres", (await Site.PageAsync("/")).QuerySelector(".todo")!.TextContent, StringComparison.Ordinal);
    }
}
