using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>
/// The part of the Functions host that its worker sees: it starts the program in a folder, asks it for its functions, calls them, and passes requests on to it.
/// What the real one does is checked on the real platform (<c>infra/check.sh</c>); here stands what we rely on.
/// </summary>
public sealed class SmallFunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly Channel<JsonObject> outgoing = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> waiting = new();
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient toWorker;
    private readonly string folder;
    private readonly WebApplication server;
    private Executable? worker;
    private JsonObject capabilities = [];

    private SmallFunctionsHost(string folder)
    {
        this.folder = folder;
        toWorker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        server = builder.Build();
        server.MapPost("/AzureFunctionsRpcMessages.FunctionRpc/EventStream", TalkAsync);
        server.MapFallback("{*path}", AnswerAsync);
    }

    /// <summary>By name, as the worker describes them.</summary>
    public IReadOnlyDictionary<string, JsonObject> Functions { get; private set; } = new Dictionary<string, JsonObject>();

    /// <summary>What the worker logged through its host: level, category, text and exception.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Calls the app as anybody outside does.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    internal Executable Worker => worker!;

    /// <param name="settings">The app's settings, by the names of environment variables.</param>
    /// <exception cref="IOException">The worker ended before it had told its functions.</exception>
    public static async Task<SmallFunctionsHost> StartAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var host = new SmallFunctionsHost(folder);
        await host.server.StartAsync();
        host.Http.BaseAddress = new Uri(host.server.Urls.Last());
        host.StartWorker(new Uri(host.server.Urls.First()), settings);
        await host.connected.Task.WaitAsync(Patience);
        await host.LoadAsync();
        return host;
    }

    /// <summary>Starts a worker that cannot run.</summary>
    public static async Task<(int Code, string Said)> FailAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        await using var host = new SmallFunctionsHost(folder);
        await host.server.StartAsync();
        host.StartWorker(new Uri(host.server.Urls.First()), settings);
        await host.worker!.ExitAsync().WaitAsync(Patience);
        return (host.worker.ExitCode, host.worker.Complained);
    }

    /// <summary>Says that it is enough, and waits until the worker has ended.</summary>
    public async Task StopAsync()
    {
        outgoing.Writer.TryWrite(new() { ["workerTerminate"] = new JsonObject { ["gracePeriod"] = "5s" } });
        await worker!.ExitAsync().WaitAsync(Patience);
    }

    /// <returns>Null when the function succeeded, else what it failed of.</returns>
    public Task<string?> FireTimerAsync(string function) =>
        InvokeAsync(function, new() { ["json"] = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" });

    /// <returns>Null when the function succeeded, else what it failed of.</returns>
    public Task<string?> DeliverAsync(string function, Azure.Storage.Queues.Models.QueueMessage message)
    {
        var content = new JsonObject { ["MessageId"] = message.MessageId, ["PopReceipt"] = message.PopReceipt, ["MessageText"] = message.Body.ToString(), ["DequeueCount"] = message.DequeueCount };
        return InvokeAsync(function, new()
        {
            ["modelBindingData"] = new JsonObject
            {
                ["version"] = "1.0",
                ["source"] = "AzureStorageQueues",
                ["contentType"] = "application/json",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ToJsonString())),
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        worker?.Dispose();
        outgoing.Writer.TryComplete();
        Http.Dispose();
        toWorker.Dispose();
        await server.DisposeAsync();
    }

    private void StartWorker(Uri rpc, IReadOnlyDictionary<string, string> settings)
    {
        var config = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "worker.config.json")))!["description"]!;
        var (id, request) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        string[] arguments =
        [
            Path.Combine(folder, (string)config["defaultWorkerPath"]!),
            "--host", rpc.Host, "--port", $"{rpc.Port}", "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", rpc.ToString(), "--functions-worker-id", id, "--functions-request-id", request, "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        var start = new ProcessStartInfo(((string)config["defaultExecutablePath"]!).Replace("{WorkerRoot}", folder + "/", StringComparison.Ordinal), arguments) { WorkingDirectory = folder };
        // Of this machine's environment it gets nothing but where .NET is, so that it runs with its settings or not at all.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "DOTNET_ROOT" or "SystemRoot" or "TEMP" or "TMP" or "TMPDIR")).ToList())
            start.Environment.Remove(name);
        (string, string)[] own = [("FUNCTIONS_APPLICATION_DIRECTORY", folder), ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"), ("ASPNETCORE_URLS", "http://+:80"), ("HOME", "/nonexistent")];
        foreach (var (name, value) in own.Concat(settings.Select(setting => (setting.Key, setting.Value))))
            start.Environment[name] = value;
        worker = new Executable(start, gone: () => GiveUp(new IOException("The worker is gone.")));
    }

    private async Task LoadAsync()
    {
        capabilities = (await AskAsync("workerInitRequest", new() { ["hostVersion"] = "4.1037.0", ["functionAppDirectory"] = folder, ["workerDirectory"] = folder }))["workerInitResponse"]!["capabilities"]!.AsObject();
        var metadata = await AskAsync("functionsMetadataRequest", new() { ["functionAppDirectory"] = folder });
        Functions = metadata["functionMetadataResponse"]!["functionMetadataResults"]!.AsArray().ToDictionary(function => (string)function!["name"]!, function => function!.AsObject());
        foreach (var function in Functions.Values)
        {
            var loaded = await AskAsync("functionLoadRequest", new() { ["functionId"] = (string)function["functionId"]!, ["metadata"] = function.DeepClone() });
            Assert.Equal("Success", (string?)loaded["functionLoadResponse"]!["result"]!["status"]);
        }
    }

    private async Task TalkAsync(HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync(http.RequestAborted);
        var speaking = SpeakAsync(http);
        try
        {
            await foreach (var message in WorkerProtocol.ReadAllAsync(http.Request.Body, http.RequestAborted))
                Hear(message);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // It was killed.
        }

        outgoing.Writer.TryComplete();
        await speaking;
    }

    private async Task SpeakAsync(HttpContext http)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync())
            await WorkerProtocol.WriteAsync(http.Response.Body, message, http.RequestAborted);
    }

    private void Hear(JsonObject message)
    {
        if (message.ContainsKey("startStream"))
            connected.TrySetResult();
        else if (message["rpcLog"] is { } log)
            Log.Enqueue($"{log["level"]} {log["category"]}: {log["message"]} {log["exception"]?["message"]}");
        else if (message["invocationResponse"] is JsonObject answer)
            Answered((string)answer["invocationId"]!, answer);
        else if ((string?)message["requestId"] is { Length: > 0 } id)
            Answered(id, message);
    }

    private void Answered(string id, JsonObject answer)
    {
        if (waiting.TryRemove(id, out var asked))
            asked.SetResult(answer);
    }

    private void GiveUp(Exception gone)
    {
        connected.TrySetException(gone);
        foreach (var asked in waiting.Values)
            asked.TrySetException(gone);
    }

    private Task<JsonObject> AskAsync(string kind, JsonObject content) => SendAsync(Guid.NewGuid().ToString(), kind, content);

    private async Task<JsonObject> SendAsync(string id, string kind, JsonObject content)
    {
        var asked = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await outgoing.Writer.WriteAsync(new() { ["requestId"] = id, [kind] = content });
        return await asked.Task.WaitAsync(Patience);
    }

    private async Task<string?> InvokeAsync(string function, JsonObject trigger)
    {
        var binding = JsonNode.Parse((string)Functions[function]["rawBindings"]![0]!)!;
        var answer = await InvokeAsync(Guid.NewGuid().ToString(), function, new JsonArray(new JsonObject { ["name"] = (string)binding["name"]!, ["data"] = trigger }));
        var result = answer["result"]!;
        return (string?)result["status"] == "Success" ? null : (string?)result["exception"]?["message"] ?? result.ToJsonString();
    }

    private Task<JsonObject> InvokeAsync(string id, string function, JsonArray input) => SendAsync(id, "invocationRequest", new()
    {
        ["invocationId"] = id,
        ["functionId"] = (string)Functions[function]["functionId"]!,
        ["traceContext"] = new JsonObject { ["traceParent"] = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01" },
        ["inputData"] = input,
    });

    private async Task AnswerAsync(HttpContext http)
    {
        try
        {
            await PassOnAsync(http);
        }
        catch (Exception failed) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync($"{failed}");
        }
    }

    /// <summary>A request goes to the worker twice: over HTTP, and as an invocation of the same id.</summary>
    private async Task PassOnAsync(HttpContext http)
    {
        var id = Guid.NewGuid().ToString();
        var invocation = InvokeAsync(id, "Site", []);
        using var request = Forwarded(http.Request, id);
        using var answer = await toWorker.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            http.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        await invocation;
    }

    /// <summary>A worker tells its functions before it listens for requests: like the real host, this one knocks again.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, CancellationToken cancellation)
    {
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(connection.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (!worker!.IsGone)
            {
                socket.Dispose();
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }

    private HttpRequestMessage Forwarded(HttpRequest from, string id)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(new Uri((string)capabilities["HttpUri"]!), from.Path.ToUriComponent() + from.QueryString));
        if (from.ContentLength is > 0 || from.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers.Where(header => header.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        request.Headers.Remove("x-ms-invocation-id");
        request.Headers.Add("x-ms-invocation-id", id);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", from.Host.Value);
        return request;
    }
}
