namespace Outreach.Functions.Hosting;

internal static class HostingSetup
{
    public static void AddHosting(this IServiceCollection services, Launch launch)
    {
        services.AddSingleton(launch);
        services.AddSingleton(FunctionCatalogue.Read(AppContext.BaseDirectory));
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<QueueSignal>();
        if (launch.Clock is { } start)
            services.AddSingleton(new VirtualClock(start)).AddSingleton<TimeProvider>(clocks => clocks.GetRequiredService<VirtualClock>());
        else
            services.AddSingleton(TimeProvider.System);
        if (launch.OnFunctions)
            return;

        services.AddSingleton<QueueWork>();
        services.AddSingleton<Timers>();
        if (launch.Clock is null)
            services.AddHostedService<QueuePump>().AddHostedService<TimerRunner>();
        else
            services.AddSingleton<DevClock>().AddHostedService<DevPump>();
    }

    /// <summary>Before everything else in the pipeline.</summary>
    /// <exception cref="InvalidOperationException">A function.json has no handler, or a handler no function.json.</exception>
    public static void UseHosting(this WebApplication app, Launch launch)
    {
        var mismatches = app.Services.GetRequiredService<FunctionCatalogue>().Mismatches(app.Services.GetServices<FunctionHandler>());
        if (mismatches.Count > 0)
            throw new InvalidOperationException(string.Join(' ', mismatches));

        if (launch.OnFunctions)
        {
            app.UseReadiness();
            app.MapFunctions();
        }
        else if (launch.Clock is not null)
        {
            app.MapDevClock();
        }
    }
}
