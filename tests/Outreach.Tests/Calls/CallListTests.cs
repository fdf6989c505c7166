using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Calls;

/// <summary>Whom to call about a meeting, in which order, and when they come back.</summary>
public sealed class CallListTests
{
    private static readonly DateTimeOffset DayBefore = An.Meeting.StartsAt.AddHours(-30);
    private static readonly DateTimeOffset Earlier = An.Meeting.StartsAt.AddDays(-5);
    private static readonly Invitation Yes = An.Invitation with { Reply = Reply.Yes, Party = 1, SentAt = Moments.Monday, RepliedAt = Moments.Monday };
    private static readonly HashSet<PersonId> Nobody = [];

    [Fact]
    public void Whoever_needs_it_most_stands_first_and_the_list_says_why()
    {
        var changed = An.Meeting with { ChangedAt = DayBefore.AddHours(-1) };
        PaperEntry[] people =
        [
            Entry("Comes", Yes),
            Entry("Doubts", Yes with { Reply = Reply.Maybe }),
            Entry("No mobile", Yes, person => person with { Mobile = null, Landline = An.Contact("+31301234567") }),
            Entry("Only phone", An.Invitation with { Channel = Channel.Call, Delivery = Delivery.HandedOn, SentAt = Moments.Monday }),
            Entry("Missed", Yes),
            Entry("Asked", Yes with { AskedCallAt = Moments.Monday }),
            Entry("Does not know", Yes with { News = new Heard(changed.ChangedAt.Value, HeardState.ByHand) }),
        ];
        // Whoever was told of the change needs no call for it.
        var told = people.Select(one => one.Invitation.News is null ? one with { Invitation = one.Invitation with { News = new Heard(changed.ChangedAt.Value, HeardState.Told) } } : one);

        var calls = CallList.Of(changed, told, new HashSet<PersonId> { people[4].Person.Id }, DayBefore);

        Assert.Equal(["Does not know", "Asked", "Missed", "Only phone", "No mobile", "Doubts", "Comes"], calls.Select(call => call.Person.Name));
        Assert.Equal([CallReason.Change, CallReason.Asked, CallReason.Missed, CallReason.OnlyPhone, CallReason.NoMobile, CallReason.Doubt, CallReason.Comes], calls.Select(call => call.Why[0]));
        Assert.Equal([CallReason.Missed, CallReason.Comes], calls[2].Why);
        Assert.All(calls, call => Assert.Equal(CallTurn.Now, call.Turn));
    }

    [Fact]
    public void Whoever_comes_is_called_the_day_before_and_who_asked_at_once()
    {
        Assert.Equal(CallTurn.DayBefore, Only(Yes, Earlier)!.Turn);
        Assert.Equal(CallTurn.Now, Only(Yes, DayBefore)!.Turn);
        Assert.Equal(CallTurn.Now, Only(Yes with { AskedCallAt = Moments.Monday }, Earlier)!.Turn);
    }

    [Fact]
    public void Whoever_did_not_answer_comes_back_later_that_day()
    {
        var called = Yes with { Called = new Called(DayBefore, CallOutcome.NoAnswer, 1) };

        Assert.Equal((CallTurn.Later, DayBefore + CallList.AgainAfter), (Only(called, DayBefore.AddHours(1))!.Turn, Only(called, DayBefore.AddHours(1))!.AgainAt));
        Assert.Equal(CallTurn.Now, Only(called, DayBefore + CallList.AgainAfter)!.Turn);
    }

    [Fact]
    public void A_talk_of_last_week_is_not_the_call_of_the_day_before()
    {
        var called = Yes with { Called = new Called(Earlier, CallOutcome.Spoke, 0) };

        Assert.Equal(CallTurn.Done, Only(called, Earlier.AddHours(2))!.Turn);
        Assert.Equal(CallTurn.Now, Only(called, DayBefore)!.Turn);
        Assert.Equal(CallTurn.Done, Only(called with { Called = new Called(DayBefore, CallOutcome.Spoke, 0) }, DayBefore.AddHours(3))!.Turn);
    }

    [Fact]
    public void Nobody_is_called_who_said_no_or_stop_or_has_no_number()
    {
        Assert.Null(Only(Yes with { Reply = Reply.No }, DayBefore));
        Assert.Null(Only(Yes with { Reply = Reply.Stop }, DayBefore));
        Assert.Null(Only(Yes with { Waiting = true }, DayBefore));
        Assert.Empty(CallList.Of(An.Meeting, [Entry("Ann", Yes, person => person with { Mobile = null })], Nobody, DayBefore));
    }

    [Fact]
    public void Whoever_answers_neither_the_invitation_nor_the_nudge_is_called_two_days_later()
    {
        var silent = An.Invitation with { Delivery = Delivery.Delivered, SentAt = Moments.Monday, NudgedAt = Moments.Monday.AddDays(3) };

        Assert.Null(Only(silent, Moments.Monday.AddDays(4)));
        Assert.Equal(CallReason.Silent, Only(silent, Moments.Monday.AddDays(5))!.Why[0]);
        Assert.Null(Only(silent with { VisitSince = Moments.Monday.AddDays(5) }, Moments.Monday.AddDays(6)));
    }

    [Fact]
    public void Two_channels_without_an_answer_make_a_visit_where_there_is_a_door()
    {
        var home = An.Person with { Address = new Address("Kerkstraat", "1", null, "1234AB", null) };
        var silent = An.Invitation with { Delivery = Delivery.Delivered, SentAt = Moments.Monday };

        var once = RecordCall.After(silent, home, CallAnswer.NoAnswer, Earlier);
        var sameTap = RecordCall.After(once, home, CallAnswer.NoAnswer, Earlier.AddMinutes(1));
        var twice = RecordCall.After(once, home, CallAnswer.NoAnswer, Earlier.AddHours(4));

        Assert.Null(once.VisitSince);
        Assert.Equal(once, sameTap);
        Assert.Equal(Earlier.AddHours(4), twice.VisitSince);
        Assert.True(twice is { IsByHand: true, ByHand: Channel.Door });
        Assert.Null(RecordCall.After(once, An.Person, CallAnswer.NoAnswer, Earlier.AddHours(4)).VisitSince);
        Assert.Null(RecordCall.After(twice, home, CallAnswer.Yes, Earlier.AddHours(5)).VisitSince);
    }

    private static CallEntry? Only(Invitation invitation, DateTimeOffset now) => CallList.Of(An.Meeting, [Entry("Ann", invitation)], Nobody, now).SingleOrDefault();

    private static PaperEntry Entry(string name, Invitation invitation, Func<Person, Person>? but = null)
    {
        var person = An.Person with { Id = PersonId.New(3, Moments.Monday), Name = name };
        return new PaperEntry(but?.Invoke(person) ?? person, invitation with { Person = person.Id });
    }
}
