using Outreach.Replies;

namespace Outreach.Functions.Replies;

internal static class RepliesSetup
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<ReplyReader>().AddSingleton<ReadWords>().AddSingleton<UndoWrongNumber>().AddSingleton<RecordReply>().AddSingleton<SettleSeats>().AddSingleton<WhoWrote>().AddSingleton<JoinByMessage>().AddSingleton<ReadAnswer>().AddSingleton<ReceiveReport>().AddSingleton<HandleInbound>();
        services.AddSingleton<InboundTexts>().AddSingleton<Inbox>().AddSingleton<SettleInbox>().AddSingleton<OrganiserNotices>();
    }
}
