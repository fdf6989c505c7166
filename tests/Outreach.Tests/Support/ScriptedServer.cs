using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Outreach.Tests.Support;

/// <summary>A request as it came over the wire; the target is not decoded.</summary>
public sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At);

/// <summary>A server on loopback that plays a fixed sequence of answers and keeps what it was asked. A request beyond the script is answered 418.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<SeenRequest, HttpContext, Task>> script = new();
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly WebApplication app;

    private ScriptedServer(WebApplication app) => this.app = app;

    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    public string Address => app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var server = new ScriptedServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ScriptedServer Then(int status, string body = "", params (string Name, string Value)[] headers) =>
        Then(_ => (status, body, headers));

    public ScriptedServer Then(Func<SeenRequest, (int Status, string Body, (string Name, string Value)[] Headers)> answer)
    {
        script.Enqueue(async (request, context) =>
        {
            var (status, body, headers) = answer(request);
            context.Response.StatusCode = status;
            if (body.StartsWith('<') && !HttpMethods.IsHead(request.Method))
                context.Response.ContentType = "application/xml";
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            if (status is not (204 or 304))
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
        });
        return this;
    }

    /// <summary>Takes the request whole, then breaks the connection instead of answering.</summary>
    public ScriptedServer ThenDrop(Action<SeenRequest>? apply = null)
    {
        script.Enqueue((request, context) =>
        {
            apply?.Invoke(request);
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new SeenRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(),
            TimeProvider.System.GetUtcNow());
        seen.Enqueue(request);
        if (script.TryDequeue(out var step))
            await step(request, context);
        else
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
    }
}
