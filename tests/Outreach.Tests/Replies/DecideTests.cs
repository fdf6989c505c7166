using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class DecideTests
{
    private static readonly DateTimeOffset Now = Moments.Monday;
    private static readonly Intent.Answer Yes = new(Reply.Yes, 2, "nl");
    private static readonly Invitation Asked = An.Invitation with { SentAt = Now.AddDays(-1) };

    [Fact]
    public void A_yes_changes_the_invitation_and_is_confirmed_where_it_came_from()
    {
        var decision = Decide.Of(Yes, Said(Asked), Now);

        Assert.Equal((Reply.Yes, 2, Now), decision.Invitations[An.Meeting.Id] is var after ? (after.Reply, after.Party, after.RepliedAt) : default);
        Assert.Equal((MessageKind.ConfirmYes, "+31611111111", true), (decision.Answer!.Kind, decision.Answer.Address, decision.Answer.IsAnswer));
        Assert.False(decision.ReachesElsewhere);
    }

    [Fact]
    public void A_yes_beyond_the_places_waits_and_hears_so()
    {
        var taken = new Seats { Holders = [new Seat(Outreach.Ids.PersonId.New(4, Now), 1, Now)] };
        var decision = Decide.Of(Yes, Said(Asked, meeting: An.Meeting with { Capacity = 1 }) with { Seats = new(taken, "7") }, Now);

        Assert.True(decision.Seats!.IsWaiting(An.Person.Id));
        Assert.True(decision.Invitations[An.Meeting.Id].Waiting);
        Assert.Equal(MessageKind.ConfirmWaiting, decision.Answer!.Kind);
    }

    [Fact]
    public void An_answer_that_was_written_before_the_one_we_have_changes_nothing_and_is_not_confirmed()
    {
        var decision = Decide.Of(Yes, Said(Asked with { Reply = Reply.No, RepliedAt = Now.AddMinutes(1) }), Now);

        Assert.Equal(Reply.No, decision.Invitations[An.Meeting.Id].Reply);
        Assert.Null(decision.Answer);
    }

    [Fact]
    public void Whoever_has_stopped_or_was_never_asked_or_writes_about_no_meeting_is_read_by_a_person()
    {
        Assert.NotNull(Decide.Of(Yes, Said(Asked, An.Person with { StoppedAt = Now }), Now).ForInbox);
        Assert.NotNull(Decide.Of(Yes, Said(null), Now).ForInbox);
        Assert.NotNull(Decide.Of(Yes, Said(Asked, meeting: An.Meeting with { EndsAt = Now }), Now).ForInbox);
        Assert.NotNull(Decide.Of(new Intent.Start(), Said(Asked), Now).ForInbox);
    }

    [Fact]
    public void A_person_hears_that_somebody_will_read_it_but_not_for_the_same_words_again()
    {
        var decision = Decide.Of(new Intent.Unsure(), Said(Asked), Now);

        Assert.Equal((MessageKind.APersonWillRead, Reply.Question), (decision.Answer!.Kind, decision.Invitations[An.Meeting.Id].Reply));
        Assert.Equal((null, Reply.Question), (decision.IfSaidBefore!.Answer, decision.IfSaidBefore.Invitations[An.Meeting.Id].Reply));
        Assert.Equal(An.Person, decision.IfSaidBefore.Person);
    }

    [Fact]
    public void Help_is_given_twice_a_day_and_never_after_a_stop()
    {
        var often = An.Person with { Answered = [new(Now, MessageKind.Help), new(Now.AddHours(-1), MessageKind.Help)] };

        Assert.Equal(MessageKind.Help, Decide.Of(new Intent.Help(), Said(Asked), Now).Answer!.Kind);
        Assert.Null(Decide.Of(new Intent.Help(), Said(Asked, often), Now).Answer);
        Assert.Null(Decide.Of(new Intent.Help(), Said(Asked, An.Person with { StoppedAt = Now }), Now).Answer);
    }

    [Theory]
    [InlineData(Reply.None, MessageKind.ConfirmYes)]
    [InlineData(Reply.Question, MessageKind.ConfirmYes)]
    [InlineData(Reply.Yes, null)]
    [InlineData(Reply.No, MessageKind.APersonWillRead)]
    public void Ok_is_a_yes_only_where_nothing_was_answered(Reply before, MessageKind? answer) =>
        Assert.Equal(answer, Decide.Of(new Intent.Answer(Reply.Yes, null, null) { IsMereOk = true }, Said(Asked with { Reply = before, Party = 1 }), Now).Answer?.Kind);

    [Fact]
    public void Both_with_two_invitations_open_is_for_a_person()
    {
        var said = Said(Asked);
        var two = said with { Open = [said.Invitation!, new(Asked with { Meeting = Outreach.Ids.MeetingId.New(Now) }, "2")] };

        Assert.NotNull(Decide.Of(Yes with { SaysBoth = true }, two, Now).ForInbox);
        Assert.Null(Decide.Of(Yes with { SaysBoth = true }, said with { Open = [said.Invitation!] }, Now).ForInbox);
    }

    [Fact]
    public void A_stop_blocks_where_it_came_from_and_only_the_start_word_lifts_it()
    {
        var stop = Decide.Of(new Intent.Stop(IsAnswered: false), Said(Asked), Now);
        var start = Decide.Of(new Intent.Start(), Said(Asked) with { Block = new(Now, OptOutSource.Reply) }, Now);

        Assert.Equal((StopChange.Stops, OptOutSource.Reply, MessageKind.Stopped), (stop.Stop, stop.Block!.How, stop.Answer!.Kind));
        Assert.Equal((StopChange.Lifts, MessageKind.Started), (start.Stop, start.Answer!.Kind));
        Assert.Null(Decide.Of(new Intent.Stop(IsAnswered: true), Said(Asked), Now).Answer);
    }

    [Fact]
    public void A_stop_that_says_more_is_silent_at_once_and_read_by_a_person()
    {
        var stop = Decide.Of(new Intent.Stop(IsAnswered: false) { SaysMore = true }, Said(Asked), Now);

        Assert.Equal((StopChange.Stops, OptOutSource.Reply, MessageKind.Stopped), (stop.Stop, stop.Block!.How, stop.Answer!.Kind));
        Assert.Equal(("…", true), (stop.ForInbox!.Text, stop.ForInbox.SaysStop));
        Assert.Equal((StopChange.Stops, null), (stop.IfSaidBefore!.Stop, stop.IfSaidBefore.ForInbox));
        Assert.Null(Decide.Of(new Intent.Stop(IsAnswered: false), Said(Asked), Now).ForInbox);
    }

    [Fact]
    public void A_wrong_number_is_blocked_and_said_once_and_leaves_a_stop_as_it_is()
    {
        var first = Decide.Of(new Intent.WrongNumber(), Said(Asked), Now);
        var again = Decide.Of(new Intent.WrongNumber(), Said(Asked, first.Person) with { Block = first.Block }, Now);

        Assert.Equal((OptOutSource.WrongNumber, MessageKind.WrongNumber), (first.Person.Mobile!.BadCode, first.Answer!.Kind));
        Assert.Equal((null, null), (again.Block, again.Answer));
        Assert.Null(Decide.Of(new Intent.WrongNumber(), Said(Asked) with { Block = new(Now, OptOutSource.Reply) }, Now).Answer);
    }

    [Fact]
    public void The_third_answer_in_another_language_is_offered_it_with_the_confirmation()
    {
        var decision = Decide.Of(Yes with { WrittenIn = "tr" }, Said(Asked, An.Person with { LanguageHint = new("tr", 2) }), Now);

        Assert.Equal(("tr", Now), (decision.Answer!.OfferLanguage, decision.Person.LanguageHint!.OfferedAt));
    }

    [Fact]
    public void What_stood_on_a_form_is_theirs_once_they_answer_from_it()
    {
        var form = An.Person with { Mobile = An.Contact("+31611111111", Basis.Form) };

        Assert.Equal(Basis.Consent, Decide.Of(Yes, Said(Asked, form), Now).Person.Mobile!.Ground.Basis);
        Assert.Equal(Basis.Form, Decide.Of(new Intent.Answer(Reply.No, null, "nl"), Said(Asked, form), Now).Person.Mobile!.Ground.Basis);
    }

    private static Conversation Said(Invitation? invitation, Person? person = null, Meeting? meeting = null) => new(
        new InboundEvent(InboundKind.Sms, "in1", "+31611111111", null, "…", Now),
        new Writer(
            new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl" }, new Stored<Person>(person ?? An.Person, "1"), [meeting ?? An.Meeting], meeting ?? An.Meeting),
        invitation is null ? null : new Stored<Invitation>(invitation, "2"),
        [],
        null);
}
