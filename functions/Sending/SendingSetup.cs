using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Sending;

namespace Outreach.Functions.Sending;

internal static class SendingSetup
{
    public static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<SendInvitations>().AddSingleton<ReadBatch>().AddSingleton<HoldBatch>().AddSingleton<SendBatch>().AddSingleton<Mailings>().AddSingleton<SendByCall>();
        services.AddSingleton<Claims>().AddSingleton<PrepareMessage>().AddSingleton<CallProviders>().AddSingleton<Spending>().AddSingleton<RecordResults>().AddSingleton<Deliver>().AddSingleton<SendAtOnce>().AddSingleton<SendMessage>().AddSingleton<AskOne>().AddSingleton<AskElsewhere>().AddSingleton<TellOnce>();
        if (services.Any(service => service.ServiceType == typeof(LocalOutbox)))
            services.AddSingleton<Practice>();
    }
}
