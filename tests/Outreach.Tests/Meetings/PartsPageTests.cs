using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>The page that says who does what.</summary>
public sealed class PartsPageTests : AsOrganiser
{
    [Fact]
    public async Task It_says_to_call_whom_no_message_reaches_and_shows_the_number()
    {
        var parts = await Site.MeetingAsync() + "/parts";
        var before = await Site.FollowAsync(parts, parts, ("kind", "host"), ("name", "Noor de Wit"), ("phone", "0612345609"));
        var people = Site.Get<PeopleStore>();
        var contact = await people.FindAsync(GroupId.Default, Site.Get<ContactHasher>().Of(GroupId.Default, new PhoneNumber("+31612345609")), default);
        var person = (await people.FindAsync(GroupId.Default, contact!.Value.Person, default))!;
        var changes = new Changes(Shard.Of(GroupId.Default, person.Value.Id));
        changes.Change(person, person.Value with { Mobile = person.Value.Mobile! with { BadCode = "30003" }, Landline = new Contact("+31301234567", person.Value.Mobile.Ground) });
        await people.SaveAsync(changes, default);

        var after = await Site.PageAsync(parts);

        Assert.Equal((false, true), (before.Body!.TextContent.Contains("bel zelf", StringComparison.Ordinal), after.Body!.TextContent.Contains("bel zelf", StringComparison.Ordinal)));
        Assert.NotNull(after.QuerySelector("a[href='tel:+31301234567']"));
        Assert.DoesNotContain("Krijgt de dag ervoor", after.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_fixed_line_alone_it_says_at_once_that_somebody_has_to_call()
    {
        var parts = await Site.MeetingAsync() + "/parts";

        var page = await Site.FollowAsync(parts, parts, ("kind", "host"), ("name", "Dora"), ("phone", "0301234567"));

        Assert.Contains("bel diegene zelf", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='tel:+31301234567']"));
    }

    [Fact]
    public async Task Whoever_must_be_told_in_person_stands_on_Today_until_somebody_has()
    {
        var parts = await Site.MeetingAsync() + "/parts";
        var page = await Site.FollowAsync(parts, parts, ("kind", "host"), ("name", "Dora"), ("phone", "0301234567"));
        Assert.Contains("die iets doet op deze bijeenkomst", await TodayAsync(), StringComparison.Ordinal);

        page = await Site.FollowAsync(parts, page.QuerySelector("form[action$='/told']")!.GetAttribute("action")!);

        Assert.DoesNotContain("die iets doet op deze bijeenkomst", await TodayAsync(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/told']"));
        Assert.Contains("Verteld op", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> TodayAsync() => (await Site.PageAsync("/")).Body!.TextContent;
}
