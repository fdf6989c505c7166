using Outreach.Functions.Hosting;

namespace Outreach.Tests.Hosting;

public sealed class FunctionCatalogueTests
{
    private static readonly FunctionCatalogue Shipped = FunctionCatalogue.Read(AppContext.BaseDirectory);

    [Fact]
    public void The_build_puts_every_function_beside_host_json() => Assert.Equal(
        [
            "HandleInbound queue inbound",
            "ImportList queue lists",
            "PlanReminders timer 0 */5 * * * *",
            "PlanWelcome timer 0 0 * * * *",
            "PollInbound timer 0 */10 * * * *",
            "Retain timer 0 15 3 * * *",
            "SendInvitations queue invitations",
            "SendMessage queue messages",
            "Site http {*path}",
            "Sweep timer 0 */10 * * * *",
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
        Assert.Equal(new QueueSettings(16, 5, TimeSpan.Zero), FunctionCatalogue.ReadQueueSettings("""{"version":"2.0"}"""));

    [Fact]
    public void Every_timer_has_a_schedule_that_can_be_read()
    {
        foreach (var timer in Shipped.Functions.Select(function => function.Trigger).OfType<Trigger.Timer>())
            Assert.True(new TimerSchedule(timer.Schedule).After(Standalone.Monday) > Standalone.Monday);
    }

    [Fact]
    public void A_function_without_a_handler_is_named_and_so_is_a_handler_without_a_function()
    {
        var catalogue = new FunctionCatalogue(
            [
                new("Site", "req", new Trigger.Http("{*path}")),
                new("ImportList", "message", new Trigger.Queue("lists")),
                new("Sweep", "timer", new Trigger.Timer("0 */10 * * * *")),
                new("Retain", "timer", new Trigger.Timer("0 15 3 * * *")),
            ],
            new());

        var mismatches = catalogue.Mismatches([Queue("ImportList"), Queue("Sweep"), Timer("Retain"), Timer("Retain"), Timer("Forgotten")]);

        Assert.Equal(
            [
                "Function Sweep has a function.json with a timer trigger, but no timer handler.",
                "Function Forgotten has a handler, but no Forgotten/function.json.",
                "Function Retain has 2 handlers.",
            ],
            mismatches);
    }

    [Theory]
    [InlineData("""{"bindings":[]}""", "has no http, queue or timer trigger")]
    [InlineData("""{"bindings":[{"type":"queueTrigger","name":"message"}]}""", "has no queueName")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"timer"}]}""", "has no schedule")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","schedule":"0 0 * * * *"}]}""", "has a trigger without a name")]
    public void A_function_json_that_says_too_little_is_named(string json, string what) => Assert.Equal(
        $"The function.json of Sweep {what}.",
        Assert.Throws<InvalidDataException>(() => FunctionCatalogue.ReadFunction("Sweep", json)).Message);

    private static FunctionHandler.Queue Queue(string name) => new(name, (_, _, _) => Task.CompletedTask);

    private static FunctionHandler.Timer Timer(string name) => new(name, (_, _, _) => Task.CompletedTask);
}
