using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Outreach.Functions.Hosting.Commands;

namespace Outreach.Functions.Hosting.Standalone;

/// <summary>The verb <c>serve</c>: the site, with a queue pump and timers of its own.</summary>
internal static class Serve
{
    public const int DefaultPort = 7071;

    public static readonly IReadOnlyList<VerbOption> Options =
    [
        new("port", "N", $"Listens on 127.0.0.1:N ({DefaultPort}); --urls URL for another address."),
        new("data", "DIR", "Keeps its data in DIR (./data), unless AzureWebJobsStorage names a storage account."),
        new("open", null, "Opens the start page in a browser."),
        new("clock", "TIME", "Starts a virtual clock at TIME; POST /api/dev/clock moves it."),
    ];

    /// <param name="add">Registers the features.</param>
    /// <param name="use">Builds the pipeline of their pages and calls.</param>
    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use) =>
        new("serve", "Serves pages, calls, queues and timers. What happens when no verb is given.", (arguments, ct) => RunAsync(Build(arguments, add, use), arguments, ct))
        {
            Options = Options,
        };

    public static WebApplication Build(VerbArguments arguments, Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use)
    {
        // Beside the executable, wherever it is started from: the log levels are there that keep addresses out of the log.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments.Settings], ContentRootPath = AppContext.BaseDirectory });
        var launch = Launch.Standalone(arguments, builder.Configuration);
        Listen(builder, arguments["port"]);
        builder.Services.AddSingleton(launch);
        builder.Services.AddStandalone(launch);
        builder.AddTelemetry(launch);
        add(builder, launch);

        var app = builder.Build();
        if (launch.IsVirtual)
            app.MapDevClock();
        use(app);
        return app;
    }

    /// <summary>Runs until it is told to stop. Never ends with 0 after a failure.</summary>
    public static async Task<int> RunAsync(WebApplication app, VerbArguments arguments, CancellationToken ct)
    {
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.StartAsync(ct);
        await AnnounceAsync(app, arguments);
        await app.WaitForShutdownAsync(ct);

        var failed = background.Any(service => service.ExecuteTask is { IsFaulted: true });
        await app.DisposeAsync();
        return failed ? CommandLine.Failed : 0;
    }

    private static void Listen(WebApplicationBuilder builder, string? port)
    {
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        if (port is not null || builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
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
