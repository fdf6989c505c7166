using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class WrongNumberTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_wrong_number_is_blocked_and_an_organiser_can_undo_it_for_a_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");
        var person = (await here.WhoIsAsync(Ann))!;
        Assert.True(await IsBlockedAsync(here));

        await here.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.True(await here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, person.Id, default));

        Assert.False(await IsBlockedAsync(here));
        Assert.Null((await here.WhoIsAsync(Ann))!.Mobile!.BadCode);
    }

    [Fact]
    public async Task After_a_week_it_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");

        await here.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.False(await here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, default));
        Assert.True(await IsBlockedAsync(here));
    }

    [Fact]
    public async Task A_stop_is_not_undone_with_the_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "verkeerd nummer");

        await here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, default);

        Assert.True(await IsBlockedAsync(here));
    }

    [Theory]
    [InlineData("wrong number of people, we are 4")]
    [InlineData("You gave me the wrong number for Samira, nobody answers")]
    [InlineData("u heeft een verkeerd nummer van Samira doorgegeven")]
    [InlineData("Faux numéro pour Samira, ça ne répond pas")]
    [InlineData("Yanlış numara vermişsiniz, Samira açmıyor")]
    public async Task A_wrong_number_in_a_longer_text_is_for_a_person(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");

        await here.ReplyAsync(Ann, text);

        Assert.False(await IsBlockedAsync(here));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task Our_own_message_liked_is_for_a_person_and_stops_nobody()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, $"Liked “{(await here.SentToAsync(Ann))[^1]}”");

        Assert.False(await IsBlockedAsync(here));
        Assert.Equal(Reply.Question, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task Both_with_two_invitations_open_is_for_a_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var first = await here.PlanAsync();
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "wij komen allebei");
        Assert.Equal((Reply.Yes, 2), ((await here.InvitationAsync(first, Ann))!.Reply, (await here.InvitationAsync(first, Ann))!.Party));
        var second = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(second, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "ja allebei");

        Assert.NotEqual(Reply.Yes, (await here.InvitationAsync(second, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    private static Task<bool> IsBlockedAsync(Neighbourhood here) =>
        here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(Ann), default);
}
