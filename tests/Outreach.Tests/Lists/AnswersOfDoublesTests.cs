using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>Two who turn out to be one may both have answered. What counts is what they said last, and what cannot be undone.</summary>
public sealed class AnswersOfDoublesTests
{
    private const string First = "+31612345691";
    private const string Second = "+31612345692";

    [Theory]
    [InlineData(First, "ja", Second, "nee", Reply.No, 0)]
    [InlineData(Second, "ja", First, "nee", Reply.No, 0)]
    [InlineData(First, "nee", Second, "ja", Reply.Yes, 1)]
    [InlineData(Second, "nee", First, "ja", Reply.Yes, 1)]
    [InlineData(First, "ja 2", Second, "ja 4", Reply.Yes, 4)]
    [InlineData(Second, "ja 2", First, "ja 4", Reply.Yes, 4)]
    [InlineData(First, "ja 4", Second, "ja 2", Reply.Yes, 2)]
    [InlineData(Second, "ja 4", First, "ja 2", Reply.Yes, 2)]
    [InlineData(First, "ja", Second, "misschien", Reply.Maybe, 0)]
    [InlineData(Second, "ja", First, "misschien", Reply.Maybe, 0)]
    public async Task The_latest_answer_counts_and_so_do_the_places(string before, string said, string after, string saidLater, Reply reply, int places)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 6);
        await here.InviteAsync(meeting, "An Proef;0612345691;", "An Proef;0612345692;");
        await here.ReplyAsync(before, said);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await here.ReplyAsync(after, saidLater);

        Assert.Equal(SayDoubleOutcome.Said, await JoinAsync(here));
        await here.AdvanceAsync(TimeSpan.FromMinutes(5));

        var one = Assert.Single(here.Invitations(meeting));
        Assert.Equal((reply, places), (one.Reply, one.Party));
        Assert.Equal(here.Now.AddMinutes(-5), one.RepliedAt);
        Assert.Equal(places, (await here.Get<MeetingStore>().FindSeatsAsync(Neighbourhood.Group, meeting.Id, default))!.Value.Holders.Sum(seat => seat.Party));
        await here.FunnelAsync(meeting);
    }

    [Theory]
    [InlineData(First, Second)]
    [InlineData(Second, First)]
    public async Task A_stop_counts_however_long_ago(string stops, string comes)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "An Proef;0612345691;", "An Proef;0612345692;");
        await here.ReplyAsync(stops, "stop");
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await here.ReplyAsync(comes, "ja");

        Assert.Equal(SayDoubleOutcome.Said, await JoinAsync(here));

        Assert.Equal(Reply.Stop, Assert.Single(here.Invitations(meeting)).Reply);
        Assert.NotNull(Assert.Single(here.Rows<Person>("person|")).StoppedAt);
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(comes), default));
    }

    [Theory]
    [InlineData(Reply.Yes, 0, Reply.No, 0, Reply.No)]
    [InlineData(Reply.Yes, 0, Reply.No, 1, Reply.No)]
    [InlineData(Reply.No, 0, Reply.Yes, 1, Reply.Yes)]
    [InlineData(Reply.Maybe, 0, Reply.No, 0, Reply.No)]
    [InlineData(Reply.Yes, 0, Reply.Question, 1, Reply.Yes)]
    [InlineData(Reply.Stop, 0, Reply.Yes, 1, Reply.Stop)]
    [InlineData(Reply.None, 0, Reply.Maybe, 0, Reply.Maybe)]
    public void Whichever_of_the_two_stays_the_same_answer_counts(Reply one, int at, Reply other, int otherAt, Reply counts)
    {
        Assert.Equal(counts, JoinRules.Combine(Said(one, at), Said(other, otherAt)).Reply);
        Assert.Equal(counts, JoinRules.Combine(Said(other, otherAt), Said(one, at)).Reply);
    }

    [Fact]
    public void Whoever_was_seen_was_there()
    {
        var seen = Said(Reply.No, 0) with { Attendance = Attendance.Attended, Came = 2 };
        var missed = Said(Reply.Yes, 1) with { Attendance = Attendance.NoShow };

        Assert.All([JoinRules.Combine(seen, missed), JoinRules.Combine(missed, seen)], one => Assert.Equal((Attendance.Attended, 2, Reply.Yes), (one.Attendance, one.Came, one.Reply)));
    }

    [Fact]
    public void A_call_that_one_of_them_asked_for_is_still_to_be_made()
    {
        var asked = Said(Reply.Question, 0) with { AskedCallAt = Moments.Monday };
        var answered = Said(Reply.Yes, 1);

        Assert.All([JoinRules.Combine(asked, answered), JoinRules.Combine(answered, asked)], one => Assert.Equal(Moments.Monday, one.AskedCallAt));
    }

    [Fact]
    public void The_last_of_two_answers_to_a_small_question_counts()
    {
        var before = Said(Reply.Yes, 0) with { Answers = new Dictionary<string, string> { ["food"] = "yes", ["child"] = "no" } };
        var after = Said(Reply.Yes, 1) with { Answers = new Dictionary<string, string> { ["food"] = "no" } };

        Assert.All([JoinRules.Combine(before, after), JoinRules.Combine(after, before)], one => Assert.Equal(("no", "no"), (one.Answers["food"], one.Answers["child"])));
    }

    [Fact]
    public void A_stop_of_either_at_a_number_or_an_address_holds_for_both()
    {
        var open = Person("+31612345601");
        var stopped = Person("+31612345602") with { AddressStoppedAt = Moments.Monday };
        stopped = stopped with { Mobile = stopped.Mobile! with { StoppedAt = Moments.Monday }, ApartFrom = [new PersonId("x")] };

        Assert.All([JoinRules.Absorb(open, stopped, [], []), JoinRules.Absorb(stopped, open, [], [])], one =>
        {
            Assert.False(one.Mobile!.IsOpen);
            Assert.Equal((Moments.Monday, new PersonId("x")), (one.AddressStoppedAt, Assert.Single(one.ApartFrom)));
        });
    }

    [Theory]
    [InlineData(First, Second)]
    [InlineData(Second, First)]
    public async Task Two_of_whom_one_has_a_place_and_one_waits_stay_two(string seated, string waits)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, "An Proef;0612345691;", "An Proef;0612345692;");
        await here.ReplyAsync(seated, "ja");
        await here.ReplyAsync(waits, "ja");

        Assert.Equal(SayDoubleOutcome.CannotBeOne, await JoinAsync(here));
    }

    private static async Task<SayDoubleOutcome> JoinAsync(Neighbourhood here) =>
        await here.Get<SayDouble>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(First))!.Id, (await here.WhoIsAsync(Second))!.Id, areTwo: false, default);

    private static Person Person(string mobile) => new()
    {
        Id = PersonId.New(0, Moments.Monday),
        CreatedAt = Moments.Monday,
        Mobile = new Contact(mobile, new Ground(Basis.Consent, null, Moments.Monday)),
    };

    private static Invitation Said(Reply reply, int hours) => new()
    {
        Meeting = new MeetingId("m1"),
        Person = PersonId.New(0, Moments.Monday),
        Code = new Code("ABCDEFGHJK"),
        Language = "nl",
        CreatedAt = Moments.Monday,
        SentAt = Moments.Monday,
        Delivery = Delivery.Delivered,
        Channel = Channel.Sms,
        Reply = reply,
        Party = reply is Reply.Yes ? 1 : 0,
        RepliedAt = reply is Reply.None ? null : Moments.Monday.AddHours(hours),
    };
}
