using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Outreach.Functions.Hosting;

/// <summary>
/// The verb <c>serve</c>: on Azure Functions (FUNCTIONS_CUSTOMHANDLER_PORT is set) the custom handler that its host calls,
/// else the standalone server with its own queue pump and timers.
/// </summary>
internal static class Serve
{
    public const int DefaultPort = 7071;

    /// <summary>Lists of 60 MiB, and what a form puts around them.</summary>
    private const long MaxBodyBytes = 61L * 1024 * 1024;

    /// <summary>The Functions host takes 0 for "do not start it again" and 200 for "start it again, nothing is wrong".</summary>
    private const int StoppedOnFunctions = 200;

    public static readonly IReadOnlyList<VerbOption> Options =
    [
        new("port", "N", $"Listens on 127.0.0.1:N ({DefaultPort}); --urls URL for another address."),
        new("data", "DIR", "Keeps its data in DIR (./data), unless AzureWebJobsStorage names a storage account."),
        new("open", null, "Opens the start page in a browser."),
        new("clock", "TIME", "Starts a virtual clock at TIME; POST /api/dev/clock moves it."),
    ];

    /// <param name="add">Registers the features.</param>
    /// <param name="map">Maps their pages and calls.</param>
    public static Verb Verb(Action<WebApplicationBuilder, Launch> add, Action<WebApplication> map) =>
        new("serve", "Serves pages, calls, queues and timers. What happens when no verb is given.", (arguments, ct) => RunAsync(Build(arguments, add, map), arguments, ct))
        {
            Options = Options,
        };

    public static WebApplication Build(VerbArguments arguments, Action<WebApplicationBuilder, Launch> add, Action<WebApplication> map)
    {
        // Beside the executable, wherever it is started from: there stand the log levels that keep addresses out of the log.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments.Settings], ContentRootPath = AppContext.BaseDirectory });
        var launch = Launch.Read(arguments, builder.Configuration);
        Listen(builder, launch, arguments["port"]);
        builder.Services.AddHosting(launch);
        add(builder, launch);

        var app = builder.Build();
        app.UseHosting(launch);
        map(app);
        return app;
    }

    /// <summary>Runs until it is told to stop. Never ends with 0 after a failure, nor at all on Azure Functions.</summary>
    public static async Task<int> RunAsync(WebApplication app, VerbArguments arguments, CancellationToken ct)
    {
        var launch = app.Services.GetRequiredService<Launch>();
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.StartAsync(ct);
        if (!launch.OnFunctions)
            await AnnounceAsync(app, arguments);
        await app.WaitForShutdownAsync(ct);

        var failed = background.Any(service => service.ExecuteTask is { IsFaulted: true });
        await app.DisposeAsync();
        return failed ? CommandLine.Failed : launch.OnFunctions ? StoppedOnFunctions : 0;
    }

    private static void Listen(WebApplicationBuilder builder, Launch launch, string? port)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            // Whatever addresses the Functions host's environment names are not ours.
            if (launch.FunctionsPort is { } functionsPort)
                kestrel.Listen(IPAddress.Loopback, functionsPort);
        });
        if (!launch.OnFunctions && (port is not null || builder.Configuration[WebHostDefaults.ServerUrlsKey] is null))
            builder.WebHost.UseUrls($"http://127.0.0.1:{(port is null ? DefaultPort : Launch.ReadPort("--port", port))}");
    }

    private static async Task AnnounceAsync(WebApplication app, VerbArguments arguments)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        await arguments.Out.WriteLineAsync($"Outreach serves {address}");
        if (!arguments.Has("open"))
            return;
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception exception)
        {
            await arguments.Error.WriteLineAsync($"No browser could be opened: {exception.Message}");
        }
    }
}
