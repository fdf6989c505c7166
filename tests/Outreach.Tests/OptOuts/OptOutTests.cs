using Outreach.Contacts;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.OptOuts;

public sealed class OptOutTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Fact]
    public async Task A_landline_whose_owner_said_stop_comes_back_with_no_list()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.Get<Suppressions>().AddAsync(
            Neighbourhood.Group, [WholeProgram.Hasher.Of(Neighbourhood.Group, Channel.Call, "+31301234567")], new Suppression(here.Now, OptOutSource.List), default);

        await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;telefoon\nAnn;0611111111;0301234567\nBo;0622222222;0301234568\n");

        Assert.Equal((null, "+31301234568"), ((await here.WhoIsAsync("+31611111111"))!.Landline?.Value, (await here.WhoIsAsync("+31622222222"))!.Landline?.Value));
    }

    [Fact]
    public async Task A_stop_reply_gets_one_answer_and_then_silence()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example");

        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Ann, "STOP");
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, (await here.SentToAsync(Ann)).Count);
        Assert.Equal(Reply.Stop, (await here.InvitationAsync(meeting, Ann))!.Reply);
        await here.AdvanceAsync(TimeSpan.FromDays(12));

        // They are erased by then; what came after would be kept.
        Assert.Empty(await here.SentToAsync(Ann));
        Assert.Empty(await here.SentToAsync("ann@post.example"));
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf("ann@post.example"), default));
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Invited);
    }

    [Fact]
    public async Task A_stop_frees_the_place_for_who_waits()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "ja");

        await here.ReplyAsync(Ann, "stop");

        var seats = (await here.Get<MeetingStore>().FindSeatsAsync(Neighbourhood.Group, meeting.Id, default))!.Value;
        Assert.Equal((await here.WhoIsAsync(Bo))!.Id, Assert.Single(seats.Holders).Person);
        Assert.False((await here.InvitationAsync(meeting, Bo))!.Waiting);
    }

    [Fact]
    public async Task A_start_word_that_a_later_stop_has_overtaken_undoes_nothing()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "stop", at: here.Now.AddMinutes(2));

        await here.ReplyAsync(Ann, "start", at: here.Now.AddMinutes(1));

        Assert.NotNull((await here.WhoIsAsync(Ann))!.StoppedAt);
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(Ann), default));
        Assert.Equal(3, here.Rows<Message>("msg|").Count(m => m.State is MessageState.Received));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_start_word_from_before_a_number_was_called_wrong_undoes_nothing_and_is_not_answered(int minutesAfterTheStop)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.AdvanceAsync(TimeSpan.FromMinutes(minutesAfterTheStop));
        await here.ReplyAsync(Ann, "verkeerd nummer");
        var before = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, "start", at: here.Now.AddMinutes(-1));

        Assert.Equal(before, (await here.SentToAsync(Ann)).Count);
        Assert.NotNull((await here.WhoIsAsync(Ann))!.StoppedAt);
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(Ann), default));
    }

    [Fact]
    public async Task A_stop_after_a_start_is_the_last_word_on_the_invitation_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "start", at: here.Now.AddMinutes(1));

        await here.ReplyAsync(Ann, "stop", at: here.Now.AddMinutes(3));

        var invitation = (await here.InvitationAsync(meeting, Ann))!;
        Assert.Equal((Reply.Stop, here.Now.AddMinutes(3)), (invitation.Reply, invitation.RepliedAt));
    }

    [Fact]
    public async Task Only_the_start_word_undoes_a_stop_never_a_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");

        await here.ReplyAsync(Ann, "ja");
        Assert.Equal(2, (await here.SentToAsync(Ann)).Count);

        await here.ReplyAsync(Ann, "start");
        await here.ReplyAsync(Ann, "ja 2");

        Assert.Null((await here.WhoIsAsync(Ann))!.StoppedAt);
        Assert.Equal((Reply.Yes, 2), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.InvitationAsync(meeting, Ann))!.Party));
    }

    [Fact]
    public async Task A_claim_in_doubt_is_not_sent_again_after_a_stop()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        var people = here.Get<PeopleStore>();
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Ann))!.Id, default))!;
        var message = AskingMessage.For((await here.WhoIsAsync(Ann))!, invitation.Value, meeting) with { State = MessageState.Sending, TriedAt = here.Now, Address = Ann };
        var claim = new Changes(Shard.Of(Neighbourhood.Group, message.Person));
        claim.Add(message);
        claim.Change(invitation, invitation.Value with { Delivery = Delivery.Sending });
        claim.Enqueue(SendMessageJob.For(Neighbourhood.Group, message, here.Now));
        await people.SaveAsync(claim, default);

        await here.ReplyAsync(Ann, "stop");
        await here.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await here.SentToAsync(Ann));
        Assert.Equal(MessageState.Dropped, (await people.FindAsync(Neighbourhood.Group, message.Key, default))!.Value.State);
    }

    [Fact]
    public async Task A_stranger_who_says_stop_is_never_invited()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ReplyAsync(Ann, "stop");

        var list = await here.ImportAsync(await here.PlanAsync(), "Ann;0611111111;");

        Assert.Equal(1, list.Suppressed);
    }
}
