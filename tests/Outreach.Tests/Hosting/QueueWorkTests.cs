using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;

namespace Outreach.Tests.Hosting;

public sealed class QueueWorkTests
{
    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private readonly VirtualClock clock = new(Standalone.Monday);

    [Fact]
    public async Task A_message_that_was_handled_is_gone()
    {
        var texts = new List<string>();
        var host = new Standalone(clock);
        host.Queue("SendMessage", "messages", (delivery, _) => Done(() => texts.Add(delivery.Body.ToString())));
        await host.SendAsync("messages", """{"n":1}""");

        Assert.True(await host.TryOnceAsync("messages"));

        Assert.Equal(["""{"n":1}"""], texts);
        Assert.Empty(host.Queues.NotEmpty());
    }

    [Fact]
    public async Task A_message_that_failed_comes_again_after_the_visibility_timeout()
    {
        var tries = new List<long>();
        var host = Failing(tries, until: 2);
        await host.SendAsync("messages", "{}");

        Assert.True(await host.TryOnceAsync("messages"));
        Assert.False(await host.TryOnceAsync("messages"));
        clock.MoveTo(clock.GetUtcNow() + HalfMinute);
        Assert.True(await host.TryOnceAsync("messages"));

        Assert.Equal([1, 2], tries);
        Assert.Empty(host.Queues.NotEmpty());
    }

    [Fact]
    public async Task A_message_that_fails_five_times_is_put_aside_as_poison()
    {
        var tries = new List<long>();
        var host = Failing(tries, until: int.MaxValue);
        await host.SendAsync("messages", """{"n":1}""");

        for (var i = 0; i < 7; i++)
        {
            await host.TryOnceAsync("messages");
            clock.MoveTo(clock.GetUtcNow() + HalfMinute);
        }

        Assert.Equal([1, 2, 3, 4, 5], tries);
        Assert.Equal(["messages-poison"], host.Queues.NotEmpty());
        Assert.Equal("""{"n":1}""", Assert.Single(await host.Queues.PeekAsync("messages-poison", 32, default)).Text);
    }

    [Fact]
    public async Task A_message_whose_receiver_was_killed_comes_again()
    {
        var tries = new List<long>();
        var host = Failing(tries, until: 0);
        await host.SendAsync("messages", "{}");
        await host.Queues.ReceiveAsync("messages", 1, host.Settings.Lease, default);

        Assert.False(await host.TryOnceAsync("messages"));
        clock.MoveTo(clock.GetUtcNow() + host.Settings.Lease);
        Assert.True(await host.TryOnceAsync("messages"));

        Assert.Equal([2], tries);
    }

    [Fact]
    public async Task A_message_that_kills_every_receiver_is_put_aside_without_another_try()
    {
        var tries = new List<long>();
        var host = Failing(tries, until: 0);
        await host.SendAsync("messages", "{}");
        for (var kill = 0; kill < 5; kill++)
        {
            await host.Queues.ReceiveAsync("messages", 1, host.Settings.Lease, default);
            clock.MoveTo(clock.GetUtcNow() + host.Settings.Lease);
        }

        Assert.True(await host.TryOnceAsync("messages"));

        Assert.Empty(tries);
        Assert.Equal(["messages-poison"], host.Queues.NotEmpty());
    }

    [Fact]
    public async Task Work_that_a_stopping_server_cut_off_shows_again_at_once()
    {
        using var stopping = new CancellationTokenSource();
        var host = new Standalone(clock);
        host.Queue("SendMessage", "messages", async (_, ct) =>
        {
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
        });
        await host.SendAsync("messages", "{}");

        await host.TryOnceAsync("messages", stopping.Token);

        Assert.Single(await host.Queues.PeekAsync("messages", 32, default));
    }

    [Fact]
    public async Task A_message_stays_hidden_while_its_function_runs()
    {
        var timers = new ManualTimers(Standalone.Monday);
        var host = new Standalone(timers);
        var running = new TaskCompletionSource();
        host.Queue("ImportList", "lists", (_, _) => running.Task);
        await host.SendAsync("lists", "{}");

        var handling = host.TryOnceAsync("lists");
        for (var step = 0; step < 10; step++)
        {
            await timers.WaitingAsync(1);
            timers.Advance(host.Settings.Lease / 3);
        }

        await timers.WaitingAsync(1);
        Assert.Empty(await host.Queues.PeekAsync("lists", 32, default));
        running.SetResult();
        Assert.True(await handling);
        Assert.Empty(host.Queues.NotEmpty());
    }

    [Fact]
    public async Task A_store_that_fails_after_the_work_leaves_the_message_to_come_again()
    {
        var tries = new List<long>();
        var faults = new Support.Faults();
        var host = new Standalone(clock, faults);
        host.Queue("SendMessage", "messages", (delivery, _) => Done(() => tries.Add(delivery.DequeueCount)));
        await host.SendAsync("messages", "{}");

        faults.Hook = (moment, operation, _) =>
        {
            if (operation == "DeleteAsync" && moment == Support.Moment.Before)
                throw new IOException("The store is away.");
        };
        Assert.True(await host.TryOnceAsync("messages"));
        faults.Hook = null;
        clock.MoveTo(clock.GetUtcNow() + host.Settings.Lease);
        Assert.True(await host.TryOnceAsync("messages"));

        Assert.Equal([1, 2], tries);
        Assert.Empty(host.Queues.NotEmpty());
    }

    private Standalone Failing(List<long> tries, int until)
    {
        var host = new Standalone(clock);
        host.Queue("SendMessage", "messages", (delivery, _) =>
        {
            tries.Add(delivery.DequeueCount);
            return delivery.DequeueCount < until ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        });
        return host;
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
