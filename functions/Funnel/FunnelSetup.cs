using Outreach.Funnel;

namespace Outreach.Functions.Funnel;

internal static class FunnelSetup
{
    public static void AddFunnel(this IServiceCollection services)
    {
        services.AddSingleton<ReadSnowball>();
        services.AddSingleton<ReadCircles>();
        services.AddSingleton<ReadTotals>();
        services.AddSingleton<ReadOverview>();
        services.AddSingleton<ReadMeetings>();
        services.AddSingleton<ReadChores>();
        services.AddSingleton<ReadToday>();
        services.AddSingleton<ReadForecast>();
        services.AddSingleton<ReadAftermath>();
        services.AddSingleton<ReadInvitees>();
        services.AddSingleton<ReadStreets>();
        services.AddSingleton<ReadCarriers>();
        services.AddSingleton<ThankCarrier>();
        services.AddSingleton<ReadWhatWorks>();
    }
}
