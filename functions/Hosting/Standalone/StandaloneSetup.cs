namespace Outreach.Functions.Hosting.Standalone;

internal static class StandaloneSetup
{
    /// <summary>What the Functions host does for its worker: queues and timers, and a clock that can be played with.</summary>
    public static void AddStandalone(this IServiceCollection services, Launch launch)
    {
        services.AddSingleton(_ => FunctionList.ReadAsync().GetAwaiter().GetResult());
        services.AddSingleton<FunctionRunner>().AddSingleton<QueueWork>().AddSingleton<Timers>();
        if (launch.VirtualStart is { } start)
        {
            services.AddSingleton(new VirtualClock(start)).AddSingleton<TimeProvider>(clocks => clocks.GetRequiredService<VirtualClock>());
            services.AddSingleton<DevClock>().AddHostedService<DevPump>();
        }
        else
        {
            services.AddSingleton(TimeProvider.System).AddHostedService<QueuePump>().AddHostedService<TimerRunner>();
        }
    }
}
