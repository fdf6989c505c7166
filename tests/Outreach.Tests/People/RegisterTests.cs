using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.People;

public sealed class RegisterTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData("Ann;0611111111;", "Ann de Wit;06-11 11 11 11;ann@post.example")]
    [InlineData("Ann;;ann@post.example", "Ann de Wit;0611111111;Ann@Post.example")]
    public async Task The_same_phone_or_e_mail_is_the_same_person_filled_in(string first, string second)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, first);

        var list = await here.ImportAsync(meeting, second);

        Assert.Equal((0, 1), (list.Accepted, list.Merged));
        var ann = await here.WhoIsAsync("ann@post.example");
        Assert.Equal(("Ann de Wit", Ann), (ann!.Name, ann.Mobile!.Value));
        Assert.Single(here.Invitations(meeting));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1)]
    public async Task A_person_twice_on_a_list_is_invited_once_in_one_chunk_and_across(int rowsAChunk)
    {
        using var here = await Neighbourhood.OpenAsync();
        here.Get<ImportList>().RowsPerChunk = rowsAChunk;
        var meeting = await here.PlanAsync();

        var list = await here.ImportAsync(meeting, "Ann;0611111111;ann@post.example", "A.;0611111111;", "Bo;061;", "Cas;0633333333;", ";;ann@post.example");

        Assert.Equal((ListState.Ready, 5, 2, 2, 0, 1), (list.State, list.Rows, list.Accepted, list.Merged, list.Suppressed, list.Rejected));
        Assert.Equal(2, here.Invitations(meeting).Count);
    }

    [Fact]
    public async Task Two_rows_for_people_we_knew_apart_stay_two_people()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await here.ImportAsync(meeting, "Ann;0611111111;", "Bo;;bo@post.example", "Ann;0611111111;bo@post.example");

        Assert.Equal((2, 1), (list.Accepted, list.Merged));
        Assert.Equal(2, here.Invitations(meeting).Count);
    }

    [Fact]
    public async Task Known_people_get_one_invitation_to_each_meeting()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));

        await here.ImportAsync(first, "Ann;0611111111;");
        await here.ImportAsync(second, "Ann;0611111111;");
        await here.ImportAsync(second, "Ann;0611111111;");

        Assert.Single(here.Invitations(first));
        Assert.Single(here.Invitations(second));
        Assert.Single(here.Rows<Person>("person|"));
    }

    [Fact]
    public async Task Reading_a_list_again_counts_the_same_people_the_same_way()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        string[] rows = ["Ann;0611111111;ann@post.example", "Bo;0622222222;", "Ann;;ann@post.example"];
        var list = await here.ImportAsync(meeting, rows);
        var before = here.Invitations(meeting);

        var stored = await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default);
        var anew = list with { State = ListState.Reading, Checkpoint = 0, Rows = 0, Accepted = 0, Merged = 0, Problems = 0, FinishedAt = null };
        await here.Get<ListStore>().SaveAsync(Neighbourhood.Group, stored!, anew, [], default);
        await here.Get<ImportList>().HandleAsync(new ImportListJob(Neighbourhood.Group, list.Id), default);

        Assert.Equal(list with { FinishedAt = null }, (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value with { FinishedAt = null, IgnoredColumns = list.IgnoredColumns });
        Assert.Equal(before.Select(i => i.Code), here.Invitations(meeting).Select(i => i.Code));
    }

    [Fact]
    public async Task Whoever_was_claimed_and_never_born_is_born_after_a_minute_so_that_whoever_claimed_them_finds_one_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var hash = Neighbourhood.HashOf(Ann);
        var nobody = PersonId.New(hash.Shard, here.Now);
        await here.Tables.SubmitAsync(
            TableNames.People, new Shard(Neighbourhood.Group, hash.Shard).Partition, [Operation.Insert(RowKeys.Contact(hash), RowJson.Write(new ContactRow(nobody, here.Now)))], default);

        var waiting = await here.ImportAsync(meeting, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(ListState.Reading, waiting.State);
        Assert.Single(here.Invitations(meeting));
        Assert.Equal((nobody, "Ann"), await here.WhoIsAsync(Ann) is { } ann ? (ann.Id, ann.Name) : default);
    }

    [Fact]
    public async Task Whoever_could_not_be_reached_is_asked_in_the_way_that_a_later_list_brings()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example");
        await here.InboundAsync(new InboundEvent(InboundKind.Delivery, "bounce", "ann@post.example", null, null, here.Now, Report: DeliveryReport.AddressBad));
        Assert.Equal(Delivery.PermanentFailure, Assert.Single(here.Invitations(meeting)).Delivery);

        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example");
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example");

        Assert.Single(await here.SentToAsync(Ann));
        Assert.Equal((Channel.Sms, Delivery.Delivered), Assert.Single(here.Invitations(meeting)) is var now ? (now.Channel, now.Delivery) : default);
        Assert.Equal((1, 0), await here.FunnelAsync(meeting) is var funnel ? (funnel.Invited, funnel.Failed) : default);
    }

    [Fact]
    public async Task Whoever_said_stop_is_suppressed_on_every_later_list()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");

        var list = await here.ImportAsync(await here.PlanAsync(inDays: 20), "Ann;0611111111;", "Bo;0622222222;");

        Assert.Equal((2, 1, 0, 1), (list.Rows, list.Accepted, list.Merged, list.Suppressed));
    }

    [Fact]
    public async Task A_stop_by_phone_also_holds_for_an_e_mail_address_that_a_later_list_brings()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        var later = await here.PlanAsync(inDays: 20);

        await here.InviteAsync(later, "Ann;0611111111;ann@post.example");

        Assert.Empty(here.Invitations(later));
        Assert.Empty(await here.SentToAsync("ann@post.example"));
    }

    [Fact]
    public async Task A_wrong_number_stops_nobody_whose_address_we_learn()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");
        var later = await here.PlanAsync(inDays: 20);

        await here.InviteAsync(later, "Ann;0611111111;ann@post.example");

        Assert.Equal(Channel.Email, Assert.Single(here.Invitations(later)).Channel);
        Assert.Single(await here.SentToAsync("ann@post.example"));
    }
}
