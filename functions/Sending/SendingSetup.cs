using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Sending;

namespace Outreach.Functions.Sending;

internal static class SendingSetup
{
    public static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<SendInvitations>();
        services.AddSingleton<ReadBatch>();
        services.AddSingleton<HoldBatch>();
        services.AddSingleton<SendBatch>();
        services.AddSingleton<Mailings>();
        services.AddSingleton<SendByCall>();
        services.AddSingleton<Claims>();
        services.AddSingleton<PrepareMessage>();
        services.AddSingleton<CallProviders>();
        services.AddSingleton<Spending>();
        services.AddSingleton<RecordResults>();
        services.AddSingleton<Deliver>();
        services.AddSingleton<SendAtOnce>();
        services.AddSingleton<SendMessage>();
        services.AddSingleton<AskOne>();
        services.AddSingleton<AskElsewhere>();
        services.AddSingleton<TellOnce>();
        if (services.Any(service => service.ServiceType == typeof(LocalOutbox)))
            services.AddSingleton<Practice>();
    }
}
