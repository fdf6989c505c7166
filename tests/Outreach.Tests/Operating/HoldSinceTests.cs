using Outreach.Operating;
using Outreach.Records;
using Outreach.Reminders;
using Outreach.Sending;
using Outreach.Tests.Support;
using Outreach.Welcome;
using Rules = Outreach.Reminders.Reminders;

namespace Outreach.Tests.Operating;

/// <summary>A store that was put back does not know what was sent since the backup.</summary>
public sealed class HoldSinceTests
{
    private static readonly SendingHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    [Fact]
    public async Task A_reminder_that_fell_due_since_the_backup_waits_for_an_organiser()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync("+31611111111", "ja");
        var madeAt = Rules.RemindAt(meeting, Hours).AddHours(-5);
        await here.AdvanceToAsync(madeAt);

        var held = await HoldAsync(here, madeAt, madeAt.AddHours(8));
        await here.AdvanceToAsync(madeAt.AddHours(8));

        Assert.Equal(new HeldSince(Meetings: 1, Welcomes: 0), held);
        Assert.Equal(0, Reminders(here));
        Assert.Null(await here.Get<ChangePlan>().HandleAsync(Neighbourhood.Group, meeting.Id, Step.Remind, new PlanWish.Release(), default));
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, Reminders(here));
    }

    [Fact]
    public async Task What_falls_due_after_the_store_is_back_leaves_as_planned()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync("+31611111111", "ja");
        var madeAt = Rules.RemindAt(meeting, Hours).AddHours(-5);

        Assert.Equal(new HeldSince(0, 0), await HoldAsync(here, madeAt, madeAt.AddHours(2)));
    }

    [Fact]
    public async Task A_message_to_a_new_resident_that_fell_due_since_the_backup_counts_as_said()
    {
        using var here = await Neighbourhood.OpenAsync();
        var package = new WelcomePackage { Person = new("00000000000000a"), Code = new("0000000000"), MovedIn = new DateOnly(2026, 3, 2), At = Moments.Monday, WelcomedAt = Moments.Monday };
        await here.Get<WelcomeStore>().AddAsync(Neighbourhood.Group, package, default);
        var followUp = WelcomeSteps.At(package, WelcomeStep.FollowUp, Hours);

        Assert.Equal(new HeldSince(0, Welcomes: 1), await HoldAsync(here, followUp.AddHours(-1), followUp.AddHours(1)));
        Assert.Equal(new HeldSince(0, 0), await HoldAsync(here, followUp.AddHours(-1), followUp.AddHours(1)));
    }

    private static int Reminders(Neighbourhood here) => here.Rows<Message>("msg|").Count(message => message.Kind is MessageKind.Reminder);

    private static Task<HeldSince> HoldAsync(Neighbourhood here, DateTimeOffset madeAt, DateTimeOffset now) => new HoldSince(
        here.Get<GroupStore>(), here.Get<MeetingStore>(), here.Get<PeopleStore>(), here.Get<WelcomeStore>(), Hours).HandleAsync(madeAt, now, default);
}
