using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Outreach.Tests.Support;

/// <summary>A real HTTP server on a free port of this machine.</summary>
internal sealed class FakeServer(WebApplication app) : IAsyncDisposable
{
    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FakeServer> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Breaks the connection without an answer.</summary>
    public static IResult Abort(HttpContext context)
    {
        context.Abort();
        return Results.Empty;
    }

    public static IResult Say(HttpContext context, ProviderFault.Answer answer)
    {
        if (answer.Header is { } header)
            context.Response.Headers[header] = answer.HeaderValue;
        return Results.Text(answer.Body, answer.ContentType, statusCode: answer.Status);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
