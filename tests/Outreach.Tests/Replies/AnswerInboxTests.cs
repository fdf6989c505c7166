using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class AnswerInboxTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task The_same_answer_given_twice_leaves_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        var before = (await here.SentToAsync(Ann)).Count;

        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));

        Assert.Equal(before + 1, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task An_older_question_that_is_closed_as_yes_does_not_overrule_a_later_no()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        await here.ReplyAsync(Ann, "nee");
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(InboxCloseOutcome.Overtaken, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default));

        Assert.Equal(Reply.No, Assert.Single(here.Rows<Invitation>("inv|")).Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal(InboxCloseOutcome.Closed, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, null, null, default));
    }

    [Fact]
    public async Task A_second_answer_in_other_words_leaves_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        var before = (await here.SentToAsync(Ann)).Count;

        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "En neem gerust iemand mee."));

        Assert.Equal(before + 2, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task The_same_question_again_is_a_new_one_once_the_first_is_settled()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        await here.ReplyAsync(Ann, item.Text);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await AnswerAsync(here, item, "Om zeven uur.");

        await here.ReplyAsync(Ann, item.Text);
        await here.ReplyAsync(Ann, item.Text);

        Assert.Equal(item.Text, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Text);
    }

    [Fact]
    public async Task Another_phone_number_in_the_same_words_is_another_question()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");

        await here.ReplyAsync(Ann, "Wilt u mij terugbellen op 0201112223 over het vervoer?");
        await here.ReplyAsync(Ann, "Wilt u mij terugbellen op 0201112224 over het vervoer?");

        Assert.Equal(2, (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Count);
    }

    [Fact]
    public async Task Whoever_typed_while_a_colleague_answered_hears_that_nothing_more_was_sent()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        await AnswerAsync(here, item, "Om zeven uur.");
        var before = (await here.SentToAsync(Ann)).Count;

        var answer = here.Get<AnswerInbox>();
        Assert.Equal(InboxAnswerOutcome.Settled, await answer.HandleAsync(Neighbourhood.Group, item.Id, "Om acht uur.", sawOpen: true, default));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await answer.HandleAsync(Neighbourhood.Group, item.Id, "Om zeven uur.", sawOpen: true, default));

        await here.DrainAsync();
        Assert.Equal(before, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task Of_two_organisers_who_note_another_answer_the_first_counts_but_a_stop_always_does()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        var close = here.Get<CloseInbox>();

        Assert.Equal(InboxCloseOutcome.Closed, await close.HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default));
        Assert.Equal(InboxCloseOutcome.Closed, await close.HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, null, default));
        Assert.Equal(InboxCloseOutcome.Settled, await close.HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.No, null, default));
        Assert.Equal(Reply.Yes, here.Rows<Invitation>("inv|").Single().Reply);

        Assert.Equal(InboxCloseOutcome.Closed, await close.HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Stop, null, default));
        Assert.NotNull((await here.WhoIsAsync(Ann))!.StoppedAt);
    }

    [Theory]
    [InlineData("", "STOP")]
    [InlineData(null, "Re: STOP")]
    public async Task An_e_mail_that_says_stop_in_its_subject_alone_is_a_stop(string? text, string subject)
    {
        using var here = await InvitedByEmailAsync();

        await MailAsync(here, text, subject);

        Assert.NotNull((await here.WhoIsAsync(Bo))!.StoppedAt);
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task An_e_mail_without_words_under_our_own_subject_is_for_a_person()
    {
        using var here = await InvitedByEmailAsync();
        var subject = $"RE: AW: {here.Rows<Message>("msg|").Single().Subject}";

        await MailAsync(here, "", subject);

        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal((subject, null), (item.Text, item.Subject));
    }

    [Fact]
    public async Task The_inbox_has_the_subject_beside_the_text()
    {
        using var here = await InvitedByEmailAsync();

        await MailAsync(here, "Hoe laat begint het eigenlijk?", "Vraag over de lift");

        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal(("Hoe laat begint het eigenlijk?", "Vraag over de lift"), (item.Text, item.Subject));
    }

    [Fact]
    public async Task A_code_of_ours_may_stand_in_the_subject_with_the_answer()
    {
        using var here = await InvitedByEmailAsync();
        var code = here.Rows<Invitation>("inv|").Single().Code;

        await here.InboundAsync(new InboundEvent(InboundKind.Email, "in1", "elders@post.example", null, "", here.Now, Subject: $"JA {code}"));

        Assert.Equal(Reply.Yes, here.Rows<Invitation>("inv|").Single().Reply);
    }

    [Fact]
    public async Task What_a_stranger_says_beside_stop_is_read()
    {
        using var here = await Neighbourhood.OpenAsync();

        await here.ReplyAsync(Ann, "stop aub");
        await here.ReplyAsync("+31622222222", "Stuur mijn vader geen berichten meer, hij is overleden");

        Assert.Equal(("+31622222222", true), Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)) is var item ? (item.From, item.SaysStop) : default);
    }

    private const string Bo = "bo@post.example";

    private static async Task<Neighbourhood> InvitedByEmailAsync()
    {
        var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), $"Bo;;{Bo}");
        return here;
    }

    [Fact]
    public async Task Whatever_is_said_to_a_question_that_came_back_is_said_anew()
    {
        using var here = await Neighbourhood.OpenAsync();
        var item = await AskAsync(here);
        await AnswerAsync(here, item, "Om zeven uur.");
        var before = (await here.SentToAsync(Ann)).Count;
        var inbox = here.Get<Inbox>();
        await inbox.ReopenAsync(Neighbourhood.Group, (await inbox.FindAsync(Neighbourhood.Group, item.Id, default))!.Value, default);

        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));
        Assert.Equal(InboxAnswerOutcome.OnItsWay, await AnswerAsync(here, item, "Om zeven uur."));

        Assert.Equal(before + 1, (await here.SentToAsync(Ann)).Count);
    }

    [Theory]
    [InlineData("Kunnen wij ook met 4 kinderen komen of is dat te druk voor de zaal?", "Kunnen wij ook met 6 kinderen komen of is dat te druk voor de zaal?", 2)]
    [InlineData("Kunt u om 14:30 bellen over het vervoer naar de avond?", "Kunt u om 16:00 bellen over het vervoer naar de avond?", 2)]
    [InlineData("Wij zijn gesloten. Uw bericht heeft nummer 20931 en wordt gelezen.", "Wij zijn gesloten. Uw bericht heeft nummer 20932 en wordt gelezen.", 1)]
    public async Task Another_number_of_people_or_hour_is_another_question_and_a_reference_is_none(string first, string second, int items)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");

        await here.ReplyAsync(Ann, first);
        await here.ReplyAsync(Ann, second);

        Assert.Equal(items, (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Count);
    }

    private static Task MailAsync(Neighbourhood here, string? text, string subject) =>
        here.InboundAsync(new InboundEvent(InboundKind.Email, "in1", Bo, null, text, here.Now, Subject: subject));

    private static async Task<InboxItem> AskAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "hoe laat begint het eigenlijk?");
        return Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    private static async Task<InboxAnswerOutcome> AnswerAsync(Neighbourhood here, InboxItem item, string text)
    {
        var done = await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, text, sawOpen: false, default);
        await here.DrainAsync();
        return done;
    }
}
