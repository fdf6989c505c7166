using Outreach.Languages;

namespace Outreach.Tests.Hosting;

public sealed class QueuePumpTests
{
    /// <summary>More than a busy machine needs; a test that waits longer has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_answer_does_not_wait_behind_a_mailing()
    {
        var host = new Standalone();
        var mailing = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        host.Queue("SendInvitations", "invitations", (_, _) => mailing.Task);
        host.Queue("SendMessage", "messages", (_, _) =>
        {
            answered.SetResult();
            return Task.CompletedTask;
        });
        for (var batch = 0; batch < 50; batch++)
            await host.SendAsync("invitations", "{}");
        using var pump = host.Pump();
        await pump.StartAsync(default);

        await host.SendAsync("messages", "{}");

        await answered.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        mailing.SetResult();
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_the_batch_size()
    {
        var host = new Standalone();
        var (running, most, left) = (0, 0, 100);
        var done = new TaskCompletionSource();
        host.Queue("ImportList", "lists", async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            if (Interlocked.Decrement(ref left) == 0)
                done.SetResult();
        });
        for (var message = 0; message < 100; message++)
            await host.SendAsync("lists", "{}");

        using var pump = host.Pump();
        await pump.StartAsync(default);
        await done.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await pump.StopAsync(default);

        Assert.InRange(most, 1, host.Settings.BatchSize);
        Assert.Empty(host.Queues.NotEmpty());
    }

    [Fact]
    public async Task Stopping_lets_running_work_end()
    {
        var host = new Standalone();
        var (started, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Queue("ImportList", "lists", async (_, _) =>
        {
            started.SetResult();
            await end.Task;
        });
        await host.SendAsync("lists", "{}");
        using var pump = host.Pump();
        await pump.StartAsync(default);
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        var stopping = pump.StopAsync(default);
        Assert.False(stopping.IsCompleted);
        end.SetResult();
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Empty(host.Queues.NotEmpty());
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_while_does_not_end_the_pump()
    {
        var faults = new Support.Faults();
        var (failed, handled) = (0, new TaskCompletionSource());
        faults.Hook = (_, operation, _) =>
        {
            if (operation == "ReceiveAsync" && Interlocked.Increment(ref failed) <= 3)
                throw new IOException("The store is away.");
        };
        var host = new Standalone(faults: faults);
        host.Queue("SendMessage", "messages", (_, _) =>
        {
            handled.SetResult();
            return Task.CompletedTask;
        });
        await host.SendAsync("messages", "{}");

        using var pump = host.Pump();
        await pump.StartAsync(default);
        await handled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await pump.StopAsync(default);

        Assert.Empty(host.Queues.NotEmpty());
    }
}
