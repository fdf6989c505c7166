using System.Diagnostics;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Tests.Adapters;
using Outreach.Tests.Support;

namespace Outreach.Tests.Crashes;

/// <summary>
/// A store, two made-up providers, and one or more instances of the program that are killed and started again. Time is one for all of them: it moves on when the
/// work is told to go on, and never back.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string PublicUrl = "https://uitnodiging.wijkgroep.example";
    public const string InboundSecret = "secret-of-the-way-in";

    /// <summary>More at once, and the emulator's clock is too far ahead of the instances' while they catch up: it hides what they put off for as much longer.</summary>
    private static readonly TimeSpan MaxStep = TimeSpan.FromHours(1);

    private readonly TemporaryFolder data = new();
    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));
    private readonly Random random;
    private readonly Azurite? azurite;
    private readonly ProgramProcess?[] instances;
    private string[] settings = [];

    private Installation(int seed, int count, Azurite? azurite)
    {
        random = new Random(seed);
        instances = new ProgramProcess?[count];
        this.azurite = azurite;
    }

    public FakeTwilio Twilio { get; private set; } = null!;

    public FakeSendGrid SendGrid { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>May others open the store while the program has it open?</summary>
    public bool IsShared => azurite is not null;

    public int Kills { get; private set; }

    /// <summary>Errors that the instances logged.</summary>
    public string Complaints { get; private set; } = "";

    /// <param name="instances">How many share the store; more than one only on Azurite.</param>
    /// <param name="azurite">An emulator of its own, whose clock is moved; null for the embedded store.</param>
    public static async Task<Installation> StartAsync(int seed, int instances = 1, Azurite? azurite = null)
    {
        var made = new Installation(seed, instances, azurite) { SendGrid = await FakeSendGrid.StartAsync() };
        made.Twilio = await FakeTwilio.StartAsync(made.clock);
        made.settings =
        [
            $"--Outreach:BaseUrl={PublicUrl}", "--Outreach:HashKey=key-of-the-installation",
            $"--Twilio:AccountSid={FakeTwilio.AccountSid}", $"--Twilio:AuthToken={FakeTwilio.AuthToken}", $"--Twilio:From={FakeTwilio.Number}",
            $"--Twilio:BaseUrl={made.Twilio.Url}", "--Twilio:Pace=0",
            $"--SendGrid:ApiKey={FakeSendGrid.ApiKey}", $"--SendGrid:From={FakeSendGrid.From}", $"--SendGrid:ReplyDomain={FakeSendGrid.ReplyDomain}",
            $"--SendGrid:EventPublicKey={made.SendGrid.PublicKey}", $"--SendGrid:BaseUrl={made.SendGrid.Url}", $"--SendGrid:InboundSecret={InboundSecret}",
        ];
        if (azurite is not null)
            made.settings = [.. made.settings, $"--AzureWebJobsStorage={await azurite.SettingAsync()}"];
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
            instance?.Dispose();
        await Twilio.DisposeAsync();
        await SendGrid.DisposeAsync();
        data.Dispose();
    }

    /// <summary>The stores themselves, as the program opens them. Kill everything first.</summary>
    public async Task<ServiceProvider> OpenStoreAsync() => azurite is not null
        ? await azurite.ConnectAsync()
        : new ServiceCollection().AddEmbeddedStore(data.Path).BuildServiceProvider();

    /// <summary>
    /// Runs an instance this many times: each run works on what is given and is killed at a random moment, sometimes before it is up, at the latest when the work is
    /// done. All instances run while one of them dies.
    /// </summary>
    /// <param name="longest">In milliseconds, from when it listens.</param>
    public async Task KillAsync(int lives, int longest, Func<Task> work)
    {
        while (lives-- > 0)
        {
            var victim = random.Next(instances.Length);
            StartMissing();
            if (random.Next(10) > 0)
                await RunAllAsync();
            var doing = TryAsync(async () =>
            {
                await RunAllAsync();
                await work();
            });
            await Task.WhenAny(doing, Task.Delay(random.Next(longest)));
            Kill(victim);
            await doing;
        }
    }

    /// <summary>Runs an instance this many times; each run ends at the moment that a provider is called, before or after it has kept the message.</summary>
    public async Task KillAtProvidersAsync(int lives, int maxCalls, Func<Task> work)
    {
        while (lives-- > 0)
        {
            var victim = random.Next(instances.Length);
            await RunAllAsync();
            var left = random.Next(1, maxCalls + 1);
            ProviderFault fault = random.Next(2) == 0 ? new ProviderFault.LostAnswer() : new ProviderFault.LostRequest();
            Twilio.Faults = SendGrid.Faults = _ =>
            {
                if (Interlocked.Decrement(ref left) != 0)
                    return null;
                Kill(victim);
                return fault;
            };
            await TryAsync(work);
            Twilio.Faults = SendGrid.Faults = ProviderFault.None;
            Kill(victim);
        }
    }

    /// <summary>Starts what is not running, and waits until all of them answer.</summary>
    public async Task RunAllAsync()
    {
        StartMissing();
        foreach (var instance in instances.OfType<ProgramProcess>().ToList())
        {
            if (!await instance.ListensAsync())
                throw new IOException($"An instance did not start: {instance.Said}");
        }
    }

    public void StopAll()
    {
        for (var i = 0; i < instances.Length; i++)
        {
            if (instances[i] is not null)
                Bury(i);
        }
    }

    /// <summary>Any of the instances.</summary>
    public HttpClient Any() => instances[random.Next(instances.Length)]?.Http ?? throw new IOException("It is gone.");

    /// <summary>Time goes on, for all instances alike; when it returns, those that live have done what was due.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        for (; azurite is not null && by > MaxStep; by -= MaxStep)
            await StepAsync(MaxStep);
        await StepAsync(by);
    }

    private async Task StepAsync(TimeSpan by)
    {
        clock.Advance(by);
        if (azurite is not null)
            await azurite.AdvanceAsync(by);
        await Task.WhenAll(instances.OfType<ProgramProcess>().ToList().Select(MoveAsync));
    }

    private async Task MoveAsync(ProgramProcess instance)
    {
        if (!await instance.ListensAsync())
            throw new IOException("It is gone.");
        await instance.MoveToAsync(Now);
    }

    private void StartMissing()
    {
        for (var i = 0; i < instances.Length; i++)
        {
            if (instances[i] is { IsGone: true })
                Bury(i);
            instances[i] ??= new ProgramProcess(Now, data.Path, settings);
        }
    }

    private void Kill(int which)
    {
        lock (instances)
        {
            if (instances[which] is null)
                return;
            Kills++;
            Bury(which);
        }
    }

    private void Bury(int which)
    {
        instances[which]!.Dispose();
        Complaints += instances[which]!.Said;
        instances[which] = null;
    }

    /// <summary>Whatever breaks off because its process is gone is for the next life.</summary>
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception broken) when (broken is HttpRequestException { StatusCode: null } or IOException or OperationCanceledException or ObjectDisposedException or UnreachableException)
        {
        }
    }
}
