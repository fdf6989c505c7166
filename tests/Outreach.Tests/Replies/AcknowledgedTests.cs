using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>"Ok" says that they read what we answered; it is a yes only to a question of ours.</summary>
public sealed class AcknowledgedTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData("Wat kost het? Kan ik met de rolstoel naar binnen?", "ok")]
    [InlineData("Wat kost het? Kan ik met de rolstoel naar binnen?", "is goed")]
    [InlineData("English please", "ok")]
    [InlineData("help", "prima")]
    public async Task After_an_answer_of_ours_it_is_no_yes(string text, string ok)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.ReplyAsync(Ann, text);
        var before = (await here.InvitationAsync(meeting, Ann))!.Reply;
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        var sent = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, ok);

        Assert.Equal((before, sent), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task After_what_an_organiser_answered_it_is_no_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Mag mijn hond mee?");
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Nee, helaas, de hond mag niet mee.", sawOpen: false, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        await here.ReplyAsync(Ann, "ok");

        Assert.Equal(Reply.Question, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task After_the_invitation_it_is_a_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "ok");

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }
}
