using Outreach.Functions.Hosting;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

internal static class RepliesSetup
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<ReplyReader>().AddSingleton<RecordReply>().AddSingleton<SettleSeats>().AddSingleton<WhoWrote>().AddSingleton<JoinByMessage>().AddSingleton<ReadAnswer>().AddSingleton<ReceiveReport>().AddSingleton<HandleInbound>();
        services.AddSingleton<Inbox>().AddSingleton<SettleInbox>().AddSingleton<OrganiserNotices>();
        services.AddQueueFunction("HandleInbound", (sp, delivery, ct) =>
            sp.GetRequiredService<HandleInbound>().HandleAsync(RowJson.ReadText<InboundBatch>(delivery.Text), ct));
        services.AddTimerFunction("PollInbound", PollInbound.RunAsync);
    }
}
