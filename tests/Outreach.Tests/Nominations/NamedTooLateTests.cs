using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Nominations;

/// <summary>Somebody is named, and the next meeting begins or is called off before their message may leave.</summary>
public sealed class NamedTooLateTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Fact]
    public void A_nominee_is_not_asked_in_the_morning_to_a_meeting_that_is_about_to_begin()
    {
        var hours = new SendingHours(WholeProgram.Settings.Zone);
        var night = new DateTimeOffset(Moments.Monday.Date.AddHours(22), TimeSpan.Zero);
        var (named, morning, evening) = (At(night.AddHours(-3)), At(hours.NextOpening(night).AddMinutes(90)), At(hours.NextOpening(night).AddHours(3)));

        Assert.Equal(evening, Snowball.Target(named, [named, morning, evening], hours, night));
        Assert.Equal(morning, Snowball.Target(named, [named, morning, evening], hours, hours.NextOpening(night)));
        Assert.Null(Snowball.Target(named, [named, morning], hours, night));

        static Meeting At(DateTimeOffset startsAt) => An.Meeting with { Id = MeetingId.New(startsAt), StartsAt = startsAt };
    }

    [Fact]
    public async Task Whoever_is_named_at_night_is_invited_to_a_later_meeting_when_the_next_begins_in_the_morning()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, morning) = await CameAsync(here);
        await MoveAsync(here, morning, here.Now.AddHours(10.5));
        await here.NominateAsync(first, Ann, Bo);
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(here.Invitations(morning));
        await IsInvitedToTheNextAsync(here);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whose_meeting_is_called_off_or_moves_before_the_message_leaves_is_invited_to_the_next(bool isCalledOff)
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);
        await here.NominateAsync(first, Ann, Bo);
        Assert.Equal(Delivery.Queued, Assert.Single(here.Invitations(second)).Delivery);

        await ChangeAsync(here, second, isCalledOff);
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await here.SentToAsync(Bo));
        await IsInvitedToTheNextAsync(here);
    }

    [Fact]
    public async Task Whose_message_has_left_waits_no_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await CameAsync(here);
        await here.NominateAsync(first, Ann, Bo);
        await here.AdvanceAsync(TimeSpan.FromHours(14));
        await ChangeAsync(here, second, isCalledOff: true);
        var before = (await here.SentToAsync(Bo)).Count;

        await here.PlanAsync(inDays: 14);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
        Assert.Single(here.Rows<Invitation>("inv|"), invitation => invitation.Source is Source.Nomination);
        Assert.Equal(1, before);
    }

    [Theory]
    [InlineData(Moment.Before)]
    [InlineData(Moment.After)]
    public async Task Cut_off_anywhere_on_the_way_to_the_next_meeting_they_are_asked_once(Moment moment)
    {
        for (var cutAt = 1; ; cutAt++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            var (first, second) = await CameAsync(here);
            await here.NominateAsync(first, Ann, Bo);
            await ChangeAsync(here, second, isCalledOff: true);
            await here.AdvanceAsync(TimeSpan.FromDays(1));
            var next = await here.PlanAsync(inDays: 14);

            var submits = 0;
            faults.Hook = (at, operation, _) =>
            {
                if (at == moment && operation is "SubmitAsync" && ++submits == cutAt)
                    throw new IOException("The process is gone.");
            };
            var isCutOff = await Record.ExceptionAsync(() => here.Get<InviteWaitingNominees>().HandleAsync(default)) is IOException;
            faults.Hook = null;
            await here.AdvanceAsync(TimeSpan.FromDays(1));

            Assert.Single(here.Invitations(next));
            Assert.Single(await here.SentToAsync(Bo));
            Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
            if (!isCutOff)
                return;
        }
    }

    /// <summary>They wait, until one is planned; and are asked to it once.</summary>
    private static async Task IsInvitedToTheNextAsync(Neighbourhood here)
    {
        Assert.Null(Assert.Single(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default)).InvitedTo);
        var next = await here.PlanAsync(inDays: 14);
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(Delivery.Delivered, Assert.Single(here.Invitations(next)).Delivery);
        Assert.Single(await here.SentToAsync(Bo));
        Assert.Empty(await here.Get<WaitingNominees>().ListAsync(Neighbourhood.Group, default));
    }

    /// <summary>It is a quarter past ten in the evening, and the next meeting is in some days.</summary>
    private static async Task<(Meeting First, Meeting Second)> CameAsync(Neighbourhood here)
    {
        var (first, second) = (await here.PlanAsync(inDays: 3), await here.PlanAsync(inDays: 8));
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AttendAsync(first, Ann);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1.25));
        return (first, second);
    }

    private static Task ChangeAsync(Neighbourhood here, Meeting meeting, bool isCalledOff) => isCalledOff
        ? here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default)
        : MoveAsync(here, meeting, here.Now.AddHours(9));

    private static async Task MoveAsync(Neighbourhood here, Meeting meeting, DateTimeOffset startsAt) =>
        Assert.Null((await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = startsAt }, default)).Problem);
}
