using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting.Standalone;

namespace Benchmarks;

/// <summary>
/// Storage transactions of a day on which nothing happens, in an installation of one group with a meeting ahead: each timer once, times its runs in a day. How often an
/// idle queue is asked depends on the host, and is not counted.
/// </summary>
internal static class QuietDay
{
    private static readonly DateTimeOffset Midnight = new(2027, 3, 3, 0, 0, 0, TimeSpan.Zero);

    public static async Task<string> RunAsync()
    {
        using var folder = new ScratchFolder();
        var counted = new Transactions();
        await using var product = await Campaign.OpenAsync(folder, counted);
        Console.WriteLine("A quiet day: transactions a run, runs a day");
        var sum = 0L;
        foreach (var function in (await FunctionList.ReadAsync()).Functions)
        {
            if (function.Trigger is not Trigger.Timer timer)
                continue;
            // The first run does what fell due before the day.
            await function.Invoke(product.Services, new TimerInfo(), default);
            var before = counted.Snapshot();
            await function.Invoke(product.Services, new TimerInfo(), default);
            var (spent, runs) = (Transactions.Sums(counted.Since(before)).Sum(), RunsOn(new TimerSchedule(timer.Schedule)));
            sum += spent * runs;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {function.Name,-22} {spent,4} x {runs,3}"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"a quiet group costs {sum:n0} transactions a day");
    }

    private static int RunsOn(TimerSchedule schedule)
    {
        var runs = 0;
        for (var at = schedule.After(Midnight.AddTicks(-1)); at < Midnight.AddDays(1); at = schedule.After(at))
            runs++;
        return runs;
    }
}
