using Outreach.Funnel;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

public sealed class NextStepTests
{
    private static readonly FunnelCounts Nobody = FunnelCounts.None;
    private static readonly DateTimeOffset LastWeek = An.Meeting.StartsAt.AddDays(-4);

    [Theory]
    [InlineData(7, NextStep.InviteMore)]
    [InlineData(8, NextStep.WaitForAnswers)]
    public void In_its_last_week_a_meeting_with_few_yeses_needs_more_people(int yes, NextStep next) => Assert.Equal(next, Of(An.Meeting, yes, null));

    [Theory]
    [InlineData(5, NextStep.InviteMore)]
    [InlineData(6, NextStep.WaitForAnswers)]
    public void A_small_meeting_needs_no_more_yeses_than_it_has_places(int yes, NextStep next) =>
        Assert.Equal(next, Of(An.Meeting with { Capacity = 6 }, yes, new Places(6, yes, 0)));

    [Fact]
    public void Where_every_place_is_taken_nobody_more_is_invited_though_few_said_yes_each_for_more_than_one() =>
        Assert.Equal(NextStep.WaitForAnswers, Of(An.Meeting with { Capacity = 12 }, 4, new Places(12, 12, 0)));

    [Fact]
    public void Ten_people_of_two_yeses_are_enough() =>
        Assert.Equal(NextStep.WaitForAnswers, NextSteps.Of(An.Meeting, Nobody with { Invited = 40, Yes = 2 }, null, new Todo(0, 0, 0) { Seats = 10 }, LastWeek));

    private static NextStep Of(Meeting meeting, int yes, Places? places) => NextSteps.Of(meeting, Nobody with { Invited = 40, Yes = yes }, places, new Todo(0, 0, 0), LastWeek);
}
