using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.People;

/// <summary>A later list knows another number of somebody whom we know.</summary>
public sealed class SecondNumberTests
{
    private const string First = "+31611111111";
    private const string Second = "+31622222222";
    private const string Mail = "ann@post.example";

    [Fact]
    public async Task A_stop_at_the_one_holds_at_the_other_that_was_not_kept()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example");
        await here.ImportAsync(meeting, "Ann;0622222222;ann@post.example");

        await here.ReplyAsync(First, "stop");
        await here.AdvanceAsync(TimeSpan.FromDays(3));
        await here.InviteAsync(await here.PlanAsync(inDays: 20), "Ann;0622222222;");

        Assert.Null(await here.WhoIsAsync(Mail));
        Assert.Empty(await here.SentToAsync(Second));
    }

    [Fact]
    public async Task Where_the_first_does_not_work_the_second_takes_its_place()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example");
        await ChangeAsync(here, contact => contact with { BadCode = "30005" });

        await here.ImportAsync(meeting, "Ann;0622222222;ann@post.example");

        var ann = (await here.WhoIsAsync(Mail))!;
        Assert.Equal((Second, null), (ann.Mobile!.Value, ann.Mobile.BadCode));
        Assert.Equal(ann.Id, (await here.WhoIsAsync(First))!.Id);
    }

    [Fact]
    public async Task A_number_that_is_somebody_elses_is_not_kept_as_a_further_one_of_theirs()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example");
        await ChangeAsync(here, contact => contact with { BadCode = WrongContact.Code });

        await here.ImportAsync(meeting, "Ann;0622222222;ann@post.example");

        var ann = (await here.WhoIsAsync(Mail))!;
        Assert.Equal((First, WrongContact.Code), (ann.Mobile!.Value, ann.Mobile.BadCode));
        Assert.DoesNotContain(Neighbourhood.HashOf(First), ann.AlsoAt);
    }

    [Fact]
    public async Task A_number_that_said_no_gives_way_to_none()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example");
        await ChangeAsync(here, contact => contact with { BadCode = "30005", StoppedAt = here.Now });

        await here.ImportAsync(meeting, "Ann;0622222222;ann@post.example");

        Assert.Equal(First, (await here.WhoIsAsync(Mail))!.Mobile!.Value);
    }

    private static async Task ChangeAsync(Neighbourhood here, Func<Contact, Contact> change)
    {
        var people = here.Get<PeopleStore>();
        var ann = (await people.FindAsync(Neighbourhood.Group, (await here.WhoIsAsync(Mail))!.Id, default))!;
        var changes = new Changes(Shard.Of(Neighbourhood.Group, ann.Value.Id));
        changes.Change(ann, ann.Value with { Mobile = change(ann.Value.Mobile!) });
        await people.SaveAsync(changes, default);
    }
}
