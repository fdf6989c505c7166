using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Replies;

/// <summary>A bare yes or no is about the last that we asked; what may be about something else turns no answer round.</summary>
public sealed class BareAnswerTests
{
    private const string Ann = "+31611111111";

    [Theory]
    [InlineData("Nee")]
    [InlineData("nee dank u")]
    [InlineData("Ja")]
    [InlineData("ok")]
    [InlineData("nee dat kan ik niet")]
    public async Task After_a_question_of_an_organiser_a_bare_answer_is_read_by_a_person(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await AskedAsync(here, "Ja hoor. Komt u met een rolstoel?");

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(text, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Text);

        await here.AdvanceAsync(TimeSpan.FromMinutes(5));
        await here.ReplyAsync(Ann, text + "!");
        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Theory]
    [InlineData("Ja hoor. Komt u met een rolstoel?", "Ik kan toch niet komen")]
    [InlineData("Ja hoor, voor de deur.", "Nee")]
    public async Task Whoever_says_that_they_do_not_come_or_was_asked_nothing_is_not_expected(string answer, string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await AskedAsync(here, answer);

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("ok")]
    [InlineData("nee")]
    public async Task After_a_question_of_a_line_of_the_contact_card_a_bare_answer_is_none_to_the_invitation(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.FillCardAsync();
        var line = (await here.Get<CardStore>().ListAsync(Neighbourhood.Group, default)).Single().Value;
        var ann = (await here.WhoIsAsync(Ann))!.Id;
        await here.Get<CardStore>().SaveAsync(
            Neighbourhood.Group, line with { OwnerPerson = ann, CheckedOn = line.CheckedOn.AddYears(-1), Code = await here.Get<CardOwners>().DrawAsync(Neighbourhood.Group, line.Id, ann, default) }, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(here.Rows<Message>("msg|"), message => message is { Kind: MessageKind.CardCheck, TriedAt: not null });

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.Question, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task A_no_to_the_thanks_for_one_meeting_gives_no_place_at_the_next_away()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await ComingToTwoAsync(here);
        await here.AdvanceToAsync(first.EndsAt);
        await here.AttendAsync(first, Ann);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(here.Rows<Message>("msg|"), message => message is { Kind: MessageKind.Thanks, TriedAt: not null });

        await here.ReplyAsync(Ann, "nee");

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(second, Ann))!.Reply);
    }

    [Theory]
    [InlineData(5, Reply.Yes)]
    [InlineData(null, Reply.Maybe)]
    public async Task A_maybe_gives_no_place_away_that_another_would_have(int? capacity, Reply then)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.AdvanceAsync(TimeSpan.FromMinutes(5));

        await here.ReplyAsync(Ann, "misschien, mijn kind is ziek");

        Assert.Equal(then, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(capacity is null ? 0 : 1, (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Count);
    }

    [Theory]
    [InlineData("Jammer, volgende keer beter")]
    [InlineData("Dan niet")]
    public async Task Regret_that_one_meeting_is_off_takes_no_place_at_another(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await ComingToTwoAsync(here);
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, second.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(first, Ann))!.Reply);
    }

    [Fact]
    public async Task A_bare_answer_is_about_the_invitation_that_left_last_however_long_its_list_stood_ready()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(inDays: 20), await here.PlanAsync(inDays: 30));
        await here.ImportAsync(second, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        await here.InviteAsync(second);
        await here.AdvanceAsync(TimeSpan.FromMinutes(5));

        await here.ReplyAsync(Ann, "ja");

        Assert.Equal((Reply.None, Reply.Yes), ((await here.InvitationAsync(first, Ann))!.Reply, (await here.InvitationAsync(second, Ann))!.Reply));
    }

    [Theory]
    [InlineData("Je suis en vacances jusqu'au 15 mars.")]
    [InlineData("Ik ben ziek")]
    public async Task A_mere_reason_gives_no_place_away(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Ja ik kom");

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(text, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Text);
    }

    [Theory]
    [InlineData("Ik kom niet met de fiets")]
    [InlineData("ik kom niet voor de koffie maar voor de gezelligheid")]
    public async Task A_no_beside_words_that_are_not_understood_gives_no_place_away(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Ja ik kom");

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(text, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Text);
    }

    [Theory]
    [InlineData("Helaas, ik ben ziek")]
    [InlineData("Ik ben ziek dus ik kom niet")]
    public async Task A_reason_with_a_regret_or_a_no_takes_the_yes_back(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Ja ik kom");

        await here.ReplyAsync(Ann, text);

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Fact]
    public async Task Whoever_only_sends_our_message_back_with_a_heart_has_not_answered_and_is_asked_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, $"Liked “{Assert.Single(await here.SentToAsync(Ann))}”");

        Assert.Equal(Reply.None, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.NotNull((await here.InvitationAsync(meeting, Ann))!.NudgedAt);
    }

    [Fact]
    public async Task Whoever_wrote_is_told_what_an_organiser_made_of_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 2);
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync("+31622222222", "Ja, met 2");
        await here.ReplyAsync(Ann, "Ik denk dat mijn zus en ik het wel gezellig vinden hoor");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));

        Assert.Equal(InboxCloseOutcome.ClosedWaiting, await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, 2, default));
        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, item.Id, ReplyKind.Yes, 2, default);
        await here.DrainAsync();

        Assert.Equal((true, 2), ((await here.InvitationAsync(meeting, Ann))!.Waiting, (await here.InvitationAsync(meeting, Ann))!.Party));
        Assert.Single(await here.SentToAsync(Ann), text => text.Contains("wachtlijst", StringComparison.Ordinal));
    }

    /// <summary>Said yes, asked something, and an organiser answered.</summary>
    private static async Task<(Meeting First, Meeting Second)> ComingToTwoAsync(Neighbourhood here)
    {
        var (first, second) = (await here.PlanAsync(inDays: 20), await here.PlanAsync(inDays: 30));
        foreach (var meeting in new[] { first, second })
        {
            await here.InviteAsync(meeting, "Ann;0611111111;");
            await here.ReplyAsync(Ann, "Ja ik kom");
            await here.AdvanceAsync(TimeSpan.FromHours(1));
        }

        return (first, second);
    }

    private static async Task<Meeting> AskedAsync(Neighbourhood here, string answer)
    {
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "Ja ik kom");
        await here.ReplyAsync(Ann, "Is er parkeerplek?");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, answer, sawOpen: false, default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        return meeting;
    }
}
