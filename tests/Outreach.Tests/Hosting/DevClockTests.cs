using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;

namespace Outreach.Tests.Hosting;

public sealed class DevClockTests
{
    private readonly List<string> happened = [];
    private readonly VirtualClock clock = new(Standalone.Monday);

    [Fact]
    public void The_clock_stands_still_until_it_is_moved_and_never_goes_back()
    {
        var before = clock.GetTimestamp();

        clock.MoveTo(Standalone.Monday.AddHours(1));

        Assert.Equal(Standalone.Monday.AddHours(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(1), clock.GetElapsedTime(before));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(Standalone.Monday));
    }

    [Fact]
    public async Task Timers_fire_in_the_order_they_fall_due_and_see_that_time()
    {
        var host = new Standalone(clock);
        host.Timer("PlanWelcome", "0 0 * * * *", now => Note("welcome", now));
        host.Timer("Retain", "0 45 9 * * *", now => Note("retain", now));
        host.Timer("PlanReminders", "0 */30 * * * *", now => Note("reminders", now));
        using var dev = host.DevClock();

        var now = await dev.AdvanceAsync(TimeSpan.FromMinutes(70), default);

        Assert.Equal(["reminders 09:30", "retain 09:45", "reminders 10:00", "welcome 10:00"], happened);
        Assert.Equal(Standalone.Monday.AddMinutes(70), now);
    }

    [Fact]
    public async Task What_a_timer_sends_is_handled_before_the_next_one_fires()
    {
        var host = new Standalone(clock);
        host.Timer("PlanReminders", "0 */5 * * * *", async now =>
        {
            await Note("plan", now);
            await host.SendAsync("messages", "{}");
        });
        host.Queue("SendMessage", "messages", (_, _) => Note("send", clock.GetUtcNow()));
        using var dev = host.DevClock();

        await dev.AdvanceAsync(TimeSpan.FromMinutes(10), default);

        Assert.Equal(["plan 09:05", "send 09:05", "plan 09:10", "send 09:10"], happened);
    }

    [Fact]
    public async Task A_delayed_message_is_handled_once_its_time_has_come()
    {
        var host = new Standalone(clock);
        host.Timer("PlanReminders", "0 */5 * * * *", _ => Task.CompletedTask);
        host.Queue("SendMessage", "messages", (_, _) => Note("send", clock.GetUtcNow()));
        await host.SendAsync("messages", "{}", TimeSpan.FromMinutes(62));
        using var dev = host.DevClock();

        await dev.AdvanceAsync(TimeSpan.FromHours(1), default);
        Assert.Empty(happened);
        await dev.AdvanceAsync(TimeSpan.FromHours(1), default);

        Assert.Equal(["send 10:05"], happened);
    }

    [Fact]
    public async Task A_failing_message_gets_all_its_tries_on_the_way_and_then_poison()
    {
        var host = new Standalone(clock);
        host.Timer("Sweep", "0 */10 * * * *", _ => Task.CompletedTask);
        host.Queue("SendMessage", "messages", (delivery, _) => throw new InvalidOperationException($"Try {delivery.DequeueCount}."));
        await host.SendAsync("messages", "{}");
        using var dev = host.DevClock();

        await dev.AdvanceAsync(TimeSpan.FromHours(1), default);

        Assert.Equal(["messages-poison"], host.Queues.NotEmpty());
    }

    [Fact]
    public async Task New_work_is_handled_while_the_clock_stands_and_messages_that_it_sends_too()
    {
        var host = new Standalone(clock);
        host.Queue("ImportList", "lists", (_, _) => host.SendAsync("messages", "{}"));
        host.Queue("SendMessage", "messages", (_, _) => Note("send", clock.GetUtcNow()));
        await host.SendAsync("lists", "{}");
        using var dev = host.DevClock();

        Assert.True(await dev.DrainAsync(default));
        Assert.False(await dev.DrainAsync(default));

        Assert.Equal(["send 09:00"], happened);
    }

    [Fact]
    public async Task Two_who_move_the_clock_at_once_move_it_one_after_the_other()
    {
        var host = new Standalone(clock);
        host.Timer("PlanReminders", "0 */5 * * * *", async now =>
        {
            await Task.Yield();
            await Note("plan", now);
        });
        using var dev = host.DevClock();

        await Task.WhenAll(dev.AdvanceAsync(TimeSpan.FromMinutes(5), default), dev.AdvanceAsync(TimeSpan.FromMinutes(5), default), dev.DrainAsync(default));

        Assert.Equal(["plan 09:05", "plan 09:10"], happened);
        Assert.Equal(Standalone.Monday.AddMinutes(10), dev.Now);
    }

    [Fact]
    public async Task What_runs_has_ended_before_the_clock_is_disposed_also_where_nobody_stopped_the_host()
    {
        var host = new Standalone(clock);
        var (started, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Queue("SendMessage", "messages", (_, _) =>
        {
            started.SetResult();
            return end.Task;
        });
        await host.SendAsync("messages", "{}");
        var services = new ServiceCollection().AddSingleton(_ => host.DevClock()).AddSingleton<ILogger<DevPump>>(NullLogger<DevPump>.Instance).AddHostedService<DevPump>().BuildServiceProvider();
        var pump = (DevPump)services.GetRequiredService<IHostedService>();
        await pump.StartAsync(default);
        await started.Task;

        var disposal = services.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        end.SetResult();
        await disposal;

        Assert.True(pump.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(host.Queues.NotEmpty());
    }

    private Task Note(string what, DateTimeOffset now)
    {
        happened.Add($"{what} {now:HH:mm}");
        return Task.CompletedTask;
    }
}
