using Outreach.Funnel;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

public sealed class ForecastTests
{
    private static readonly DateTimeOffset Sent = Moments.Monday;
    private static readonly Meeting Evening = An.Meeting with { Capacity = 60 };

    [Fact]
    public void Under_ten_answers_it_is_too_few_to_tell()
    {
        var forecast = Forecast.Of(Facts(Asked(invited: 80, yes: 6, no: 3)), Sent.AddDays(2));

        Assert.Equal((Certainty.TooFew, null), (forecast.Certainty, forecast.Advice));
        Assert.Equal(6, forecast.Seats.Likely);
    }

    [Fact]
    public void What_is_still_to_be_answered_counts_for_what_it_will_bring()
    {
        var soon = Forecast.Of(Facts(Asked(invited: 200, yes: 20, no: 10)), Sent.AddHours(36));
        var late = Forecast.Of(Facts(Asked(invited: 200, yes: 20, no: 10)), Sent.AddDays(9));

        Assert.InRange(soon.Seats.Likely, 36, 42);
        Assert.InRange(late.Seats.Likely, 20, 21);
    }

    [Fact]
    public void Some_who_say_yes_do_not_come_and_earlier_meetings_tell_how_many()
    {
        var facts = Facts(Asked(invited: 100, yes: 40, no: 20));

        var unknown = Forecast.Of(facts, Sent.AddDays(9)).Come;
        var faithful = Forecast.Of(facts with { Before = new Turnout(90, 88, 88) }, Sent.AddDays(9)).Come;

        Assert.InRange(unknown.Likely, 27, 29);
        Assert.InRange(faithful.Likely, 37, 40);
        Assert.True(unknown.High - unknown.Low > faithful.High - faithful.Low);
    }

    [Fact]
    public void More_answers_make_it_surer()
    {
        var few = Forecast.Of(Facts(Asked(invited: 40, yes: 7, no: 5)), Sent.AddDays(4));
        var many = Forecast.Of(Facts(Asked(invited: 900, yes: 160, no: 100)) with { Meeting = An.Meeting with { Capacity = 400 } }, Sent.AddDays(4));

        Assert.True(few.Certainty < many.Certainty);
    }

    [Fact]
    public void No_more_come_than_there_are_places()
    {
        var forecast = Forecast.Of(Facts(Asked(invited: 400, yes: 60, no: 40)), Sent.AddDays(1));

        Assert.Equal(60, forecast.Seats.High);
        Assert.True(forecast.Come.High <= 60);
    }

    [Fact]
    public void Too_few_means_more_invitations_or_names_from_who_came()
    {
        var facts = Facts(Asked(invited: 100, yes: 20, no: 15)) with { Before = new Turnout(40, 30, 150) };

        var advice = Forecast.Of(facts, Sent.AddDays(4)).Advice!;

        Assert.Equal(0, advice.Invite!.Value % 10);
        Assert.InRange(advice.Invite.Value, 200, 400);
        Assert.InRange(advice.AskForNames!.Value, 50, 150);
        Assert.Null(Forecast.Of(facts with { Before = new Turnout(40, 3, 3) }, Sent.AddDays(4)).Advice!.AskForNames);
    }

    [Fact]
    public void Just_before_the_meeting_nobody_new_is_invited() =>
        Assert.Equal((null, null), Forecast.Of(Facts(Asked(invited: 100, yes: 20, no: 15)), Evening.StartsAt.AddDays(-1)).Advice is { } advice ? (advice.Invite, advice.AskForNames) : (0, 0));

    [Fact]
    public void A_meeting_that_will_fill_needs_no_advice() =>
        Assert.Null(Forecast.Of(Facts(Asked(invited: 300, yes: 60, no: 30)) with { Before = new Turnout(100, 100, 100) }, Sent.AddDays(6)).Advice);

    [Fact]
    public void Where_every_place_is_taken_nobody_more_is_invited_though_some_will_not_come() =>
        Assert.Null(Forecast.Of(Facts(Asked(invited: 300, yes: Evening.Capacity!.Value, no: 30)) with { Before = new Turnout(100, 40, 50) }, Sent.AddDays(6)).Advice);

    [Fact]
    public void A_meeting_that_stays_half_empty_even_at_its_best_is_said_early()
    {
        Assert.True(Forecast.Of(Facts(Asked(invited: 60, yes: 8, no: 10)), Sent.AddDays(6)).StaysEmpty);
        Assert.False(Forecast.Of(Facts(Asked(invited: 300, yes: 50, no: 40)), Sent.AddDays(6)).StaysEmpty);
    }

    [Fact]
    public void Silence_a_week_before_is_a_warning_too()
    {
        var quiet = Facts(Asked(invited: 60, yes: 1, no: 1));

        Assert.True(Forecast.Of(quiet, Evening.StartsAt.AddDays(-5)).StaysEmpty);
        Assert.False(Forecast.Of(quiet, Evening.StartsAt.AddDays(-9)).StaysEmpty);
    }

    [Fact]
    public void Parties_count_as_people_and_who_waits_takes_no_place()
    {
        var progress = new Progress();
        progress.Add(An.Invitation with { SentAt = Sent, RepliedAt = Sent.AddHours(2), Reply = Reply.Yes, Party = 4 });
        progress.Add(An.Invitation with { SentAt = Sent, RepliedAt = Sent.AddHours(3), Reply = Reply.Yes, Party = 2, Waiting = true });

        Assert.Equal((4, 2), (progress.Seats, progress.Answered));
    }

    [Fact]
    public void Whoever_walked_in_at_an_earlier_meeting_is_not_counted_as_a_yes_that_came()
    {
        var tally = Tally.Empty;
        for (var n = 0; n < 10; n++)
        {
            tally.Add(null, An.Invitation with { SentAt = Sent, Reply = Reply.Yes, Attendance = n < 5 ? Attendance.Attended : Attendance.NoShow });
            tally.Add(null, An.Invitation with { Source = Source.WalkIn, Attendance = Attendance.Attended });
        }

        Assert.Equal(new Turnout(Yes: 10, Attended: 5, People: 15), new Turnout().With(MeetingFunnel.Of(tally)));
    }

    private static ForecastFacts Facts(Progress progress) => new(Evening, progress, ToLeave: 0, Named: 0, NamedYes: 0, new Turnout());

    private static Progress Asked(int invited, int yes, int no)
    {
        var progress = new Progress();
        for (var i = 0; i < invited; i++)
        {
            var reply = i < yes ? Reply.Yes : i < yes + no ? Reply.No : Reply.None;
            progress.Add(An.Invitation with { SentAt = Sent, RepliedAt = reply is Reply.None ? null : Sent.AddHours(5), Reply = reply, Party = reply is Reply.Yes ? 1 : 0 });
        }

        return progress;
    }
}
