using Outreach.Contacts;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Replies;

/// <summary>What went to somebody else's number never reached the person, and what cannot reach them is for a person to bring.</summary>
public sealed class AstrayTests
{
    private const string Cas = "+31611111111";
    private const string Mail = "cas@post.example";
    private static readonly MeetingChange Moved = new() { Place = "De Fuik" };

    [Theory]
    [InlineData("ja ik kom", 0)]
    [InlineData("ja ik kom", 20)]
    [InlineData("nee", 20)]
    public async Task An_answer_from_a_number_that_was_called_wrong_is_for_a_person(string text, int minutes)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Cas;0611111111;");
        await here.ReplyAsync(Cas, "verkeerd nummer");
        var before = (await here.SentToAsync(Cas)).Count;
        await here.AdvanceAsync(TimeSpan.FromMinutes(minutes));

        await here.ReplyAsync(Cas, text);

        Assert.Equal(Reply.Question, (await here.InvitationAsync(meeting, Cas))!.Reply);
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        Assert.Equal((text, InboxAnswerOutcome.NoWay), (item.Text, await here.Get<AnswerInbox>().WhyNotAsync(Neighbourhood.Group, item, default)));
        Assert.Equal(before, (await here.SentToAsync(Cas)).Count);
    }

    [Theory]
    [InlineData(1, Reply.No)]
    [InlineData(0, Reply.None)]
    public async Task An_answer_to_an_invitation_that_waits_for_another_try_counts_for_it_may_have_arrived(int tries, Reply reply)
    {
        using var here = await Neighbourhood.OpenAsync();
        var (meeting, people) = (await here.PlanAsync(inDays: 30), here.Get<PeopleStore>());
        await here.ImportAsync(meeting, "Cas;0611111111;");
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(Cas))!.Id, default))!.Value;
        var waiting = new Changes(Shard.Of(Neighbourhood.Group, invitation.Person));
        waiting.Add(AskingMessage.For((await here.WhoIsAsync(Cas))!, invitation, meeting) with { Tries = tries, Address = Cas });
        await people.SaveAsync(waiting, default);

        await here.ReplyAsync(Cas, "nee");

        Assert.Equal(reply, (await here.InvitationAsync(meeting, Cas))!.Reply);
    }

    [Theory]
    [InlineData(5, Reply.None)]
    [InlineData(0, Reply.Yes)]
    public async Task What_was_written_before_the_invitation_left_is_no_answer_to_it_however_late_it_is_read(int minutesBefore, Reply reply)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Cas;0611111111;");

        await here.ReplyAsync(Cas, "ja", at: here.Now.AddMinutes(-minutesBefore));

        Assert.Equal(reply, (await here.InvitationAsync(meeting, Cas))!.Reply);
    }

    [Fact]
    public async Task A_yes_that_is_read_after_the_next_invitation_left_counts_for_the_one_that_they_had()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(inDays: 30), await here.PlanAsync(inDays: 40));
        await here.InviteAsync(first, "Cas;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromDays(2));
        var wroteAt = here.Now;
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await here.InviteAsync(second, "Cas;0611111111;");

        await here.ReplyAsync(Cas, "ja", at: wroteAt);

        Assert.Equal((Reply.Yes, Reply.None), ((await here.InvitationAsync(first, Cas))!.Reply, (await here.InvitationAsync(second, Cas))!.Reply));
    }

    [Fact]
    public async Task A_yes_from_a_number_that_is_then_called_wrong_is_for_a_person_and_whoever_said_it_is_named_until_told()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Cas;0611111111;");
        await here.ReplyAsync(Cas, "ja");
        await here.ReplyAsync(Cas, "verkeerd nummer");
        Assert.Equal("verkeerd nummer", Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Text);

        await AssertNamedUntilToldAsync(here, meeting);
    }

    [Fact]
    public async Task Whoever_said_yes_and_whose_number_is_blocked_is_named_until_told()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Cas;0611111111;");
        await here.ReplyAsync(Cas, "ja");
        await here.Get<Suppressions>().AddAsync(Neighbourhood.Group, [Neighbourhood.HashOf(Cas)], new Suppression(here.Now, OptOutSource.Provider), default);

        await AssertNamedUntilToldAsync(here, meeting);
    }

    [Fact]
    public async Task An_invitation_that_a_stranger_got_goes_by_e_mail_and_is_not_a_week_old_there()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, $"Cas;0611111111;{Mail}");
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        await here.ReplyAsync(Cas, "wie is dit?");
        await here.ReplyAsync(Cas, "verkeerd nummer");

        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(await here.SentToAsync(Mail));
        var asked = (await here.InvitationAsync(meeting, Mail))!;
        Assert.Equal((Channel.Email, Delivery.Delivered, Reply.None), (asked.Channel, asked.Delivery, asked.Reply));
        Assert.True(asked.SentAt > here.Now.AddHours(-2));

        await here.AdvanceAsync(TimeSpan.FromDays(2.5));
        Assert.Single(await here.SentToAsync(Mail));
        await here.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, (await here.SentToAsync(Mail)).Count);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Invited);
    }

    [Theory]
    [InlineData("Dorpsstraat", "", Channel.Door, Delivery.HandedOn)]
    [InlineData("", "0501234567", Channel.Call, Delivery.HandedOn)]
    [InlineData("", "", Channel.Sms, Delivery.PermanentFailure)]
    public async Task Without_an_e_mail_it_goes_on_paper_and_at_the_end_of_the_ladder_it_has_failed(string street, string landline, Channel channel, Delivery delivery)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.ImportTextAsync(meeting, $"naam;mobiel;telefoon;straat;huisnummer;postcode\nCas;0611111111;{landline};{street};{(street == "" ? "" : "1")};{(street == "" ? "" : "1234 AB")}\n");
        await here.Get<Outreach.Sending.SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        Assert.Single(await here.SentToAsync(Cas));

        await here.ReplyAsync(Cas, "verkeerd nummer");
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        var asked = (await here.InvitationAsync(meeting, Cas))!;
        Assert.Equal((channel, delivery), (asked.Channel, asked.Delivery));
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Delivered);
    }

    [Fact]
    public async Task What_is_undone_at_once_takes_no_other_way()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, $"Cas;0611111111;{Mail}");
        await here.ReplyAsync(Cas, "verkeerd nummer");

        await here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Cas))!.Id, null, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Empty(await here.SentToAsync(Mail));
        Assert.Equal((Channel.Sms, Delivery.Delivered), await here.InvitationAsync(meeting, Cas) is { } asked ? (asked.Channel, asked.Delivery) : default);
    }

    private static async Task AssertNamedUntilToldAsync(Neighbourhood here, Meeting meeting)
    {
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        var (moved, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, Moved, default);
        foreach (var minutes in new[] { 6, 60, 2 * 24 * 60 })
        {
            await here.AdvanceAsync(TimeSpan.FromMinutes(minutes));
            Assert.Equal("Cas", Assert.Single((await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, moved!, default)).ToCall).Person.Name);
        }
    }
}
