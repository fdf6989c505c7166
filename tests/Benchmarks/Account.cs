using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Sending;
using Outreach.Storage;

namespace Benchmarks;

/// <summary>
/// What a storage account costs the client: CPU time of this process for each call, and calls a person. The account is named by
/// <c>AzureWebJobsStorage</c>; an emulator does, for it works in a process of its own. <c>account [people] [calls]</c>
/// </summary>
internal static class Account
{
    private const int RowsPerSubmit = 30;
    private const int WarmUp = 1000;

    public static async Task<string> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
        var calls = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return $"{await CallsAsync(configuration, calls)}; {await CampaignAsync(configuration, people)}";
    }

    private static async Task<string> CallsAsync(IConfiguration configuration, int calls)
    {
        await using var services = new ServiceCollection().AddAzureStore(configuration).BuildServiceProvider();
        var (tables, queues) = (services.GetRequiredService<ITables>(), services.GetRequiredService<IQueues>());
        var table = $"B{Guid.NewGuid():N}";
        var queue = $"b{Guid.NewGuid():n}";
        return string.Join(", ",
            await EachAsync($"submit of {RowsPerSubmit} rows", calls, n => tables.SubmitAsync(table, $"p{n % 16}", Rows($"{n:d8}"), default)),
            await EachAsync("submit of 1 row", calls, n => tables.SubmitAsync(table, "one", [Rows($"{n:d8}")[0]], default)),
            await EachAsync("read of a row", calls, n => tables.GetAsync(table, "one", $"{n:d8}|00", default)),
            await EachAsync($"page of {RowsPerSubmit} rows", calls, async _ => await tables.QueryAsync(table, "p0", "00000000", "00000001", null, default).CountAsync()),
            await EachAsync("message sent, taken and deleted", calls, _ => PassAsync(queues, queue)));
    }

    /// <summary>One at a time, after a warm-up: memory is what was allocated, CPU that of all threads.</summary>
    private static async Task<string> EachAsync(string what, int calls, Func<int, Task> call)
    {
        for (var n = 0; n < WarmUp; n++)
            await call(n);
        var (meter, allocated) = (new Meter(), GC.GetTotalAllocatedBytes(precise: true));
        for (var n = WarmUp; n < WarmUp + calls; n++)
            await call(n);
        var (wall, cpu) = meter.Read();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var result = string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {cpu.TotalMilliseconds / calls:f2} ms CPU ({allocated / 1024.0 / calls:f0} KiB, {wall.TotalMilliseconds / calls:f1} ms)");
        Console.WriteLine(result);
        return result;
    }

    private static async Task PassAsync(IQueues queues, string queue)
    {
        await queues.SendAsync(queue, """{"person":"0a4k2m9q","n":1}""", TimeSpan.Zero, default);
        foreach (var message in await queues.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), default))
            await queues.DeleteAsync(queue, message, default);
    }

    /// <summary>An import and its invitations, with nobody else using the account: all calls are counted where they leave.</summary>
    private static async Task<string> CampaignAsync(IConfiguration configuration, int people)
    {
        using var folder = new ScratchFolder();
        Contacts.WriteClean(folder.File("list.csv"), people, Reach.Email);
        await using var product = await Product.OpenAsync(folder.File("data"), services => services
            .AddAzureStore(configuration)
            .AddSingleton(new Senders(new SilentSms(), new SilentEmail())));
        var transactions = product.Get<StorageTransactions>();
        var import = await StepAsync("import", () => product.ImportAsync(folder.File("list.csv")));
        var send = await StepAsync("send", async () =>
        {
            await product.Get<SendInvitations>().HandleAsync(Product.Group, product.Meeting.Id, null, default);
            await product.RunQueuesAsync();
        });
        return $"{import}, {send}";

        async Task<string> StepAsync(string name, Func<Task> work)
        {
            var (meter, before) = (new Meter(), transactions.Total);
            await work();
            var (wall, cpu) = meter.Read();
            var result = string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {(transactions.Total - before) / (double)people:f2} transactions and {cpu.TotalMilliseconds / people:f2} ms CPU a person ({people / wall.TotalSeconds:f0} people/s)");
            Console.WriteLine(result);
            return result;
        }
    }

    private static Operation[] Rows(string key) =>
        [.. Enumerable.Range(0, RowsPerSubmit).Select(n => Operation.Insert($"{key}|{n:d2}", Row))];

    /// <summary>About as large as an invitation.</summary>
    private static ReadOnlyMemory<byte> Row { get; } = """
        {"meeting":"m4k2m9q8","person":"0a4k2m9q7t","code":"7F3KQ2M9XW","channel":"sms","language":"nl","wave":1,"status":"sent","sentAt":"2027-03-02T09:30:00+00:00","expiresAt":"2027-03-16T17:00:00+00:00","count":9007199254740993,"parts":["a","b"],"party":2}
        """u8.ToArray();
}
