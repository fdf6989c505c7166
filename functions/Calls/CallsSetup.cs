using Outreach.Calls;

namespace Outreach.Functions.Calls;

internal static class CallsSetup
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<ReadCalls>();
        services.AddSingleton<RecordCall>();
        services.AddSingleton<TakeOffNumber>();
        services.AddSingleton<AskForCall>();
    }
}
