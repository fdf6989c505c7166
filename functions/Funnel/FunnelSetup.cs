using Outreach.Funnel;

namespace Outreach.Functions.Funnel;

internal static class FunnelSetup
{
    public static void AddFunnel(this IServiceCollection services)
    {
        services.AddSingleton<ReadSnowball>().AddSingleton<ReadCircles>().AddSingleton<ReadTotals>().AddSingleton<ReadOverview>();
        services.AddSingleton<ReadMeetings>().AddSingleton<ReadChores>().AddSingleton<ReadToday>().AddSingleton<ReadForecast>().AddSingleton<ReadAftermath>().AddSingleton<ReadInvitees>().AddSingleton<ReadStreets>().AddSingleton<ReadCarriers>().AddSingleton<ThankCarrier>().AddSingleton<ReadWhatWorks>();
    }
}
