using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>
/// One instance of the Functions host with the published executable behind it. It does towards the program what the real one does: starts it and polls it until it
/// answers, takes messages off the queues and posts them, shows failed ones again and puts them aside in the end, fires timers, passes on what comes from outside, and
/// starts the program again when it has died, until that happens too often.
/// </summary>
internal sealed class FunctionsHost : IInstance
{
    private const int MostErrors = 3;
    private const int RestartOnPurpose = 200;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ErrorsLast = TimeSpan.FromMinutes(30);

    private readonly FunctionsApp app;
    private readonly FunctionsTimers timers;
    private readonly IQueues queues;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(3) };
    private readonly SemaphoreSlim starting = new(1);
    private readonly CancellationTokenSource dead = new();
    private readonly List<DateTimeOffset> errors = [];
    private CustomHandler handler;
    private bool ready;
    private string said = "";
    private DateTimeOffset now;

    /// <param name="settings">The app's settings, by the names of environment variables.</param>
    /// <param name="address">Where the app is seen from outside.</param>
    public FunctionsHost(FunctionsApp app, FunctionsTimers timers, IQueues queues, IReadOnlyDictionary<string, string> settings, DateTimeOffset now, Uri address)
    {
        (this.app, this.timers, this.queues, this.settings, this.now) = (app, timers, queues, settings, now);
        handler = new CustomHandler(app, settings);
        Http = new(new FunctionsProxy(app, async () => (await ReadyAsync()).Url))
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(3),
            DefaultRequestHeaders = { Authorization = new("Bearer", RunningProgram.Key) },
        };
    }

    public HttpClient Http { get; }

    public bool IsGone => dead.IsCancellationRequested;

    /// <summary>Of all processes that it started, what went to the log as information, and after it what went there as errors.</summary>
    public string Said => said + handler.Process.Said + handler.Process.Complained;

    public CustomHandler Handler => handler;

    public async Task<bool> ListensAsync()
    {
        try
        {
            await ReadyAsync();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async Task MoveToAsync(DateTimeOffset to)
    {
        now = to;
        await DrainAsync();
        await timers.RunDueAsync(to, function => PostAsync(function, FunctionsEnvelope.OfTimer(function, to)));
        await DrainAsync();
    }

    /// <summary>Works off every queue until nothing is visible.</summary>
    public async Task DrainAsync()
    {
        bool[] any;
        do
            any = await Task.WhenAll(app.Functions.Where(function => function.Queue is not null).Select(DrainAsync));
        while (any.Any(one => one));
    }

    /// <summary>The executable dies and the host lives: what it was doing has failed.</summary>
    public void KillHandler() => handler.Process.Kill();

    /// <summary>The instance is gone, host and all: what it was doing is hidden for a while, and then comes again.</summary>
    public void Dispose()
    {
        dead.Cancel();
        handler.Dispose();
        Http.Dispose();
        http.Dispose();
    }

    private async Task<bool> DrainAsync(HostedFunction function)
    {
        var any = false;
        while (await queues.ReceiveAsync(function.Queue!, app.BatchSize, Hidden, dead.Token) is { Count: > 0 } messages)
        {
            any = true;
            await Task.WhenAll(messages.Select(message => HandleAsync(function, message)));
        }

        return any;
    }

    private async Task HandleAsync(HostedFunction function, QueueMessage message)
    {
        if (message.DequeueCount > app.MaxDequeueCount)
            await PutAsideAsync(function, message);
        else if (await PostAsync(function, FunctionsEnvelope.Of(function, message, now)))
            await queues.DeleteAsync(function.Queue!, message, dead.Token);
        else if (message.DequeueCount == app.MaxDequeueCount)
            await PutAsideAsync(function, message);
        else
            await queues.ExtendAsync(function.Queue!, message, app.VisibilityTimeout, dead.Token);
    }

    private async Task PutAsideAsync(HostedFunction function, QueueMessage message)
    {
        await queues.SendAsync(function.Queue + "-poison", message.Text, TimeSpan.Zero, dead.Token);
        await queues.DeleteAsync(function.Queue!, message, dead.Token);
    }

    /// <returns>Whether the invocation succeeded.</returns>
    private async Task<bool> PostAsync(HostedFunction function, JsonObject envelope)
    {
        var url = new Uri((await ReadyAsync()).Url, function.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(envelope.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1052.200");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1052.200");
        try
        {
            using var answer = await http.SendAsync(request, dead.Token);
            return answer.IsSuccessStatusCode && IsResult(answer.StatusCode, await answer.Content.ReadAsStringAsync(dead.Token));
        }
        catch (HttpRequestException) when (!IsGone)
        {
            return false;
        }
    }

    /// <summary>A real host would wait for ever after 204 or null, and fail over what is no JSON object.</summary>
    private static bool IsResult(HttpStatusCode status, string body)
    {
        Assert.NotEqual(HttpStatusCode.NoContent, status);
        var result = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.True(result.TryGetProperty("Outputs", out _), body);
        return true;
    }

    /// <summary>The executable once it answers; started again when it has died. Invocations wait meanwhile.</summary>
    /// <exception cref="IOException">It died too often, or the host is gone.</exception>
    private async Task<CustomHandler> ReadyAsync()
    {
        await starting.WaitAsync();
        try
        {
            while (!IsGone)
            {
                // Who ends with 0 is not started again: whatever is called fails.
                if (ready && (!handler.Process.IsGone || handler.Process.ExitCode == 0))
                    return handler;
                if (!ready && await handler.IsReadyAsync(http))
                {
                    ready = true;
                    continue;
                }

                Restart();
            }

            throw new IOException($"The host is gone. {Said}");
        }
        finally
        {
            starting.Release();
        }
    }

    private void Restart()
    {
        if (!handler.Process.IsGone || handler.Process.ExitCode != RestartOnPurpose)
        {
            errors.RemoveAll(at => at + ErrorsLast < now);
            errors.Add(now);
        }

        if (errors.Count >= MostErrors)
            dead.Cancel();
        if (IsGone)
            return;
        said = Said;
        handler.Dispose();
        (handler, ready) = (new CustomHandler(app, settings), false);
    }
}
