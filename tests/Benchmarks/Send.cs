using System.Globalization;
using Outreach.Sending;
using Outreach.Storage;

namespace Benchmarks;

/// <summary>Invitations of one meeting to the local outbox, from the press on send until the last is recorded. <c>send [n] [sms|email] [runs]</c></summary>
internal static class Send
{
    public static async Task<string> RunAsync(string[] args)
    {
        var n = args.Length > 0 ? args[0] : "20000";
        var reach = args.Length > 1 ? args[1] : "sms";
        var runs = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
        var all = new List<Run>();
        for (var run = 0; run < runs; run++)
        {
            all.Add(await Run.InProcessAsync("send-run", n, reach));
            Console.WriteLine($"{all[^1].PerSecond,8:n0} messages/s {all[^1].CpuSeconds,6:f2} CPU s {all[^1].CpuMicroseconds / 1000:f2} CPU s/1000 {all[^1].PeakMiB,5:f0} MiB");
        }

        var rates = all.ConvertAll(run => run.PerSecond);
        var cpu = Run.Median(all.Select(run => run.CpuMicroseconds));
        return string.Create(CultureInfo.InvariantCulture, $"{Run.Median(rates):n0} messages/s ({rates.Min():n0} to {rates.Max():n0}), {cpu / 1000:f2} CPU s/1000 (two free cores: {2e6 / cpu:n0}/s at most)");
    }

    public static async Task OnceAsync(int n, Reach reach)
    {
        using var folder = new ScratchFolder();
        Contacts.WriteClean(folder.File("list.csv"), n, reach);
        await using var product = await Product.OpenAsync(folder.File("data"));
        await product.ImportAsync(folder.File("list.csv"));

        var meter = new Meter();
        await product.Get<SendInvitations>().HandleAsync(Product.Group, product.Meeting.Id, null, default);
        await product.RunQueuesAsync();
        var (wall, cpu) = meter.Read();

        var sent = 0;
        await foreach (var row in product.Get<ITables>().QueryAsync(TableNames.Outbox, "out", KeyRange.All, null, default))
            sent++;
        if (sent != n)
            throw new InvalidOperationException($"{sent} of {n} left.");
        new Run(sent, sent, wall.TotalSeconds, cpu.TotalSeconds, Meter.PeakMiB()).Print();
    }
}
