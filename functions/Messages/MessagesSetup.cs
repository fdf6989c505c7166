using Outreach.Operating;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Functions.Messages;

internal static class MessagesSetup
{
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<Alerts>().AddSingleton<Claims>().AddSingleton<Deliver>().AddSingleton<SendMessage>().AddSingleton<Sweep>().AddSingleton<PutAside>();
        services.AddSingleton<OwnTextStore>().AddSingleton<WriteOwnText>().AddSingleton<FindLabels>().AddSingleton<ReadTexts>().AddSingleton<CheckTexts>().AddSingleton<TextDesk>();
    }
}
