using Outreach.Contacts;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>A neighbour answers a mail that was forwarded to them: it comes to the invitee's own reply address.</summary>
public sealed class PassedOnMailTests
{
    private const string Ann = "ann@post.example";
    private const string Fatima = "fatima@post.example";

    [Theory]
    [InlineData("Leuk, ik kom graag! Groetjes Fatima", false)]
    [InlineData("nee", false)]
    [InlineData("stop", true)]
    public async Task What_they_say_is_not_said_by_whoever_forwarded_it(string text, bool isStop)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example");

        await AnswerAsync(here, meeting, Fatima, text, "Re: Fwd: Koffie");

        Assert.Equal(Reply.None, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Null((await here.WhoIsAsync(Ann))!.StoppedAt);
        Assert.Empty(await here.SentToAsync(Fatima));
        Assert.Equal((Fatima, isStop), Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)) is { } item ? (item.From, item.SaysStop) : default);
        Assert.Equal(isStop, await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, here.Get<ContactHasher>().Of(Neighbourhood.Group, new EmailAddress(Fatima)), default));
    }

    [Fact]
    public async Task Somebody_whom_we_know_by_another_name_answers_for_themselves_alone()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example", "Fatima;;fatima@post.example");

        await AnswerAsync(here, meeting, Fatima, "nee", "Re: Koffie");

        Assert.Equal(Reply.None, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Theory]
    [InlineData("ann@work.example", "Re: Koffie")]
    [InlineData("ann@post.example", "Fwd: Koffie")]
    public async Task From_another_address_of_their_own_it_counts(string from, string subject)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;;ann@post.example");

        await AnswerAsync(here, meeting, from, "ja", subject);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    private static async Task AnswerAsync(Neighbourhood here, Meeting meeting, string from, string text, string subject) =>
        await here.InboundAsync(new InboundEvent(InboundKind.Email, "in1", from, $"{(await here.InvitationAsync(meeting, Ann))!.Code}@antwoord.example", text, here.Now, Subject: subject));
}
