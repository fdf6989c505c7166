using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

public sealed class FunctionListTests
{
    private static readonly FunctionList Shipped = WholeProgram.Functions;

    [Fact]
    public void The_build_lists_every_function_with_what_triggers_it() => Assert.Equal(
        [
            "ForgetAnswers timer 0 15 3 * * *",
            "HandleInbound queue inbound",
            "ImportList queue lists",
            "InviteWaitingNominees timer 0 */5 * * * *",
            "PlanReminders timer 0 */5 * * * *",
            "PlanWelcome timer 0 0 * * * *",
            "PollInbound timer 0 */10 * * * *",
            "ReportFailedWork timer 0 */10 * * * *",
            "Retain timer 0 15 3 * * *",
            "RetryFailedWork timer 0 */10 * * * *",
            "SendInvitations queue invitations",
            "SendMessage queue messages",
            "Site http {*path}",
            "Sweep timer 0 */10 * * * *",
            "TellStaleCards timer 0 0 * * * *",
        ],
        Shipped.Functions.Select(function => function.Name + function.Trigger switch
        {
            Trigger.Http http => " http " + http.Route,
            Trigger.Queue queue => " queue " + queue.Name,
            Trigger.Timer timer => " timer " + timer.Schedule,
            _ => "",
        }));

    [Fact]
    public void The_pump_follows_the_queue_settings_of_host_json() =>
        Assert.Equal(new QueueSettings(8, 5, TimeSpan.FromSeconds(30)), Shipped.Queues);

    [Fact]
    public void Without_queue_settings_the_defaults_of_the_functions_host_hold() =>
        Assert.Equal(new QueueSettings(16, 5, TimeSpan.Zero), QueueSettings.Parse("""{"version":"2.0"}"""));

    [Fact]
    public void Every_timer_has_a_schedule_that_can_be_read()
    {
        foreach (var timer in Shipped.Functions.Select(function => function.Trigger).OfType<Trigger.Timer>())
            Assert.True(new TimerSchedule(timer.Schedule).After(Standalone.Monday) > Standalone.Monday);
    }
}
