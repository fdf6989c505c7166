using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;

namespace Outreach.Tests.Hosting;

public sealed class TimerTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2027-03-01T09:00:00Z", "2027-03-01T09:05:00Z")]
    [InlineData("0 */5 * * * *", "2027-03-01T09:04:59.999Z", "2027-03-01T09:05:00Z")]
    [InlineData("0 0 * * * *", "2027-03-01T23:30:00Z", "2027-03-02T00:00:00Z")]
    [InlineData("0 15 3 * * *", "2027-03-28T00:00:00+01:00", "2027-03-28T03:15:00Z")]
    [InlineData("0 15 3 * * *", "2027-03-28T03:15:00Z", "2027-03-29T03:15:00Z")]
    public void A_timer_is_due_at_the_next_time_of_its_schedule_in_utc(string schedule, string after, string due) => Assert.Equal(
        DateTimeOffset.Parse(due, null),
        new TimerSchedule(schedule).After(DateTimeOffset.Parse(after, null)));

    [Fact]
    public async Task A_timer_that_was_missed_while_the_server_was_off_runs_once_at_the_next_start()
    {
        var runs = new List<DateTimeOffset>();
        var clock = new VirtualClock(Standalone.Monday);
        var host = new Standalone(clock);
        host.Timer("Retain", "0 15 3 * * *", now => Add(runs, now));
        using (var first = host.DevClock())
            await first.DrainAsync(default);

        clock.MoveTo(Standalone.Monday.AddDays(3));
        using var second = host.DevClock();
        await second.DrainAsync(default);
        await second.DrainAsync(default);

        Assert.Equal([Standalone.Monday.AddDays(3)], runs);
    }

    [Fact]
    public async Task A_made_up_run_is_not_made_up_again()
    {
        var runs = new List<DateTimeOffset>();
        var clock = new VirtualClock(Standalone.Monday);
        var host = new Standalone(clock);
        host.Timer("Retain", "0 15 3 * * *", now => Add(runs, now));
        using (var first = host.DevClock())
            await first.AdvanceAsync(TimeSpan.FromDays(1), default);

        using var second = host.DevClock();
        await second.DrainAsync(default);

        Assert.Equal([new DateTimeOffset(2027, 3, 2, 3, 15, 0, TimeSpan.Zero)], runs);
    }

    [Fact]
    public async Task In_real_time_a_timer_fires_when_its_moment_comes_and_a_failure_does_not_stop_it()
    {
        var clock = new ManualTimers(Standalone.Monday.AddSeconds(1));
        var host = new Standalone(clock);
        var runs = new List<DateTimeOffset>();
        var twice = new TaskCompletionSource();
        host.Timer("PlanReminders", "0 */5 * * * *", now =>
        {
            runs.Add(now);
            if (runs.Count == 2)
                twice.SetResult();
            throw new InvalidOperationException("The store is away.");
        });
        using var runner = host.TimerRunner();
        await runner.StartAsync(default);

        while (!twice.Task.IsCompleted)
        {
            await Task.WhenAny(clock.WaitingAsync(1), twice.Task);
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        await runner.StopAsync(default);
        Assert.All(runs, run => Assert.InRange(run.TimeOfDay.TotalSeconds % 300, 0, 31));
        Assert.Equal(5, Math.Round((runs[1] - runs[0]).TotalMinutes));
    }

    private static Task Add(List<DateTimeOffset> runs, DateTimeOffset now)
    {
        runs.Add(now);
        return Task.CompletedTask;
    }
}
