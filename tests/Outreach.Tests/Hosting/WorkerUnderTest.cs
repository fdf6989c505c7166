using Outreach.Functions.Hosting.Standalone;
using Outreach.Storage;
using Outreach.Tests.Adapters;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The published program as a worker, the real queue listener before it, an emulator of its own and two made-up providers: one for the suite.</summary>
public sealed class WorkerUnderTest(PublishedProgram published) : IAsyncDisposable
{
    public const string Key = "key-of-the-worker";

    private readonly Azurite azurite = new();
    private readonly SemaphoreSlim starting = new(1);
    private SmallFunctionsHost? host;
    private IHost? listener;
    private ServiceProvider? store;
    private FakeTwilio? twilio;
    private FakeSendGrid? sendGrid;

    internal IQueues Queues => store!.GetRequiredService<IQueues>();

    internal async Task<SmallFunctionsHost> HostAsync()
    {
        await starting.WaitAsync();
        try
        {
            return host ??= await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Another worker of the same app.</summary>
    internal async Task<SmallFunctionsHost> AnotherAsync(params (string Setting, string Value)[] more)
    {
        var settings = await SettingsAsync();
        foreach (var (setting, value) in more)
            settings[setting] = value;
        return await SmallFunctionsHost.StartAsync(await published.FolderAsync(), settings);
    }

    /// <summary>A worker of which one setting is missing or wrong.</summary>
    /// <returns>How it ended, and what it said of it.</returns>
    internal async Task<(int Code, string Said)> FailedStartAsync(string setting, string value)
    {
        var settings = await SettingsAsync();
        settings[setting] = value;
        return await SmallFunctionsHost.FailAsync(await published.FolderAsync(), settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (listener is not null)
            await listener.StopAsync();
        listener?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        if (twilio is not null)
            await twilio.DisposeAsync();
        if (sendGrid is not null)
            await sendGrid.DisposeAsync();
        await azurite.DisposeAsync();
        starting.Dispose();
    }

    private async Task<SmallFunctionsHost> StartAsync()
    {
        var folder = await published.FolderAsync();
        store = await azurite.ConnectAsync();
        var started = await SmallFunctionsHost.StartAsync(folder, await SettingsAsync());
        listener = RealQueueListener.Before(started, await azurite.SettingAsync(), QueueSettings.Read(folder));
        await listener.StartAsync();
        return started;
    }

    private async Task<Dictionary<string, string>> SettingsAsync()
    {
        twilio ??= await FakeTwilio.StartAsync(TimeProvider.System);
        sendGrid ??= await FakeSendGrid.StartAsync();
        return new()
        {
            ["AzureWebJobsStorage"] = await azurite.SettingAsync(),
            ["Outreach__BaseUrl"] = "https://uitnodiging.wijkgroep.example",
            ["Outreach__HashKey"] = "key-of-the-tests",
            ["Outreach__ApiKey"] = Key,
            // As behind a front door of one's own: the host, and one more.
            ["Outreach__Proxies"] = "2",
            ["Outreach__WrongCodesInTenMinutes"] = "3",
            ["Twilio__AccountSid"] = FakeTwilio.AccountSid,
            ["Twilio__AuthToken"] = FakeTwilio.AuthToken,
            ["Twilio__From"] = FakeTwilio.Number,
            ["Twilio__BaseUrl"] = $"{twilio.Url}",
            ["SendGrid__ApiKey"] = FakeSendGrid.ApiKey,
            ["SendGrid__From"] = FakeSendGrid.From,
            ["SendGrid__BaseUrl"] = $"{sendGrid.Url}",
        };
    }
}
