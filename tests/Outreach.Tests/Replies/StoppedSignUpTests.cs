using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>Somebody fills in a flyer's form with a number that said stop: nothing is sent to it, and a person learns that somebody wants to come.</summary>
public sealed class StoppedSignUpTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_gets_no_message_and_is_in_the_inbox_once(bool isErased)
    {
        using var here = await Neighbourhood.OpenAsync();
        var code = await StoppedAsync(here, isErased);
        var before = (await here.SentToAsync(Ann)).Count;

        await FillInAsync(here, code, party: 2);
        await FillInAsync(here, code, party: 2);

        Assert.Equal(before, (await here.SentToAsync(Ann)).Count);
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal((true, "Anna", Ann, "JA 2"), (item.SaidStopBefore, item.Name, item.From, item.Text));
        Assert.NotEqual(InboxAnswerOutcome.OnItsWay, await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Welkom!", sawOpen: false, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_start_word_they_can_sign_up_again(bool isErased)
    {
        using var here = await Neighbourhood.OpenAsync();
        var code = await StoppedAsync(here, isErased);

        await here.ReplyAsync(Ann, "START");
        await here.ReplyAsync(Ann, $"JA {code}");

        Assert.Contains("Fijn dat u komt", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_word_of_before_the_stop_undoes_nothing()
    {
        using var here = await Neighbourhood.OpenAsync();
        var code = await StoppedAsync(here, isErased: true);

        await here.ReplyAsync(Ann, "START", at: here.Now.AddMinutes(-5));
        await here.ReplyAsync(Ann, $"JA {code}");

        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData("ja met 3", true)]
    [InlineData("nee", false)]
    [InlineData("misschien", false)]
    [InlineData(null, false)]
    public async Task A_stop_after_a_yes_is_told_that_nobody_expects_them_any_more(string? answer, bool isSaid)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        if (answer is not null)
            await here.ReplyAsync(Ann, answer);

        await here.ReplyAsync(Ann, "stop");

        Assert.Equal(isSaid, (await here.SentToAsync(Ann))[^1].Contains("We rekenen niet meer op u.", StringComparison.Ordinal));
        Assert.StartsWith("U krijgt geen berichten meer", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_up_with_the_number_of_somebody_of_another_name_is_read_by_a_person_and_changes_nothing_of_theirs()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ahmed Kaya;0611111111;");
        await here.ReplyAsync(Ann, "ja 3");
        var code = await here.Get<Codes>().DrawAsync(new CodeRow(Neighbourhood.Group, CodeKind.Flyer, null, meeting.Id), default);

        Assert.IsType<PassedOnOutcome.OthersNumber>(await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Fatima Demir", Ann), Reply.Yes, 1, default));
        Assert.IsType<PassedOnOutcome.OthersNumber>(await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Fatima Demir", Ann), Reply.Yes, 1, default));
        await here.DrainAsync();

        Assert.Equal((Reply.Yes, 3), ((await here.InvitationAsync(meeting, Ann))!.Reply, (await here.InvitationAsync(meeting, Ann))!.Party));
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal(("Fatima Demir", "Ahmed Kaya", null), (item.Name, item.NumberOf, item.Person));
    }

    [Fact]
    public async Task A_sign_up_with_somebody_elses_number_cannot_be_closed_as_a_stop_of_its_owner()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ahmed Kaya;0611111111;");
        var code = await here.Get<Codes>().DrawAsync(new CodeRow(Neighbourhood.Group, CodeKind.Flyer, null, meeting.Id), default);
        await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Fatima Demir", Ann), Reply.Yes, 1, default);
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));

        Assert.Equal(InboxCloseOutcome.Stranger, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Stop, null, default));

        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Null(await here.Get<Suppressions>().FindAsync(Neighbourhood.Group, Neighbourhood.HashOf(Ann), default));
        Assert.Equal(InboxCloseOutcome.Closed, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, null, null, default));
    }

    /// <summary>Ann said stop; here is a flyer.</summary>
    private static async Task<Code> StoppedAsync(Neighbourhood here, bool isErased)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        if (isErased)
            await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "they asked", default);
        return await here.Get<Codes>().DrawAsync(new CodeRow(Neighbourhood.Group, CodeKind.Flyer, null, meeting.Id), default);
    }

    private static async Task FillInAsync(Neighbourhood here, Code code, int party)
    {
        Assert.IsType<PassedOnOutcome.Stopped>(await here.Get<AnswerPassedOn>().HandleAsync(code, Neighbourhood.Candidate("Anna", Ann), Reply.Yes, party, default));
        await here.DrainAsync();
    }
}
