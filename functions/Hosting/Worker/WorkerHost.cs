using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Outreach.Functions.Hosting.Worker;

/// <summary>The program as the Functions host starts it: a .NET isolated worker that runs one function at a call, and the whole site as one of them.</summary>
internal static class WorkerHost
{
    private const int Failed = 1;

    /// <summary>The Functions host starts its worker with this, and nobody else does.</summary>
    public static bool IsStartedBy(string[] args) => args.Any(arg => arg.StartsWith("--functions-uri", StringComparison.OrdinalIgnoreCase));

    /// <summary>Runs until the host says that it is enough. A worker that cannot start says why in the host's log.</summary>
    /// <param name="add">Registers the features.</param>
    /// <param name="use">Builds the pipeline of their pages and calls.</param>
    public static async Task<int> RunAsync(string[] args, Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use)
    {
        IHostApplicationLifetime? life = null;
        try
        {
            using var host = Build(args, add, use);
            life = host.Services.GetRequiredService<IHostApplicationLifetime>();
            await host.RunAsync();
            return 0;
        }
        catch (OperationCanceledException) when (life?.ApplicationStopping.IsCancellationRequested is true)
        {
            // The host stopped the worker before it had started.
            return 0;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"Outreach cannot start: {exception.Message}");
            return Failed;
        }
    }

    private static IHost Build(string[] args, Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.Configure<KestrelServerOptions>(Limits.Apply);
        builder.Services.AddSingleton(Launch.Worker).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new SitePipeline(services, use));
        builder.AddTelemetry(Launch.Worker);
        add(builder, Launch.Worker);
        return builder.Build();
    }
}
