using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;

namespace Outreach.Functions.Replies;

internal static class RepliesSetup
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<HandleInbound>().AddSingleton<ReceiveReport>().AddSingleton<ReportOnAddress>().AddSingleton<ReportOnJoined>().AddSingleton<JoinByMessage>().AddSingleton<WhoWrote>().AddSingleton<ReadAnswer>().AddSingleton<ReadStranger>();
        services.AddSingleton<ReplyReader>().AddSingleton<Understand>().AddSingleton<LoadConversation>().AddSingleton<SaveDecision>().AddSingleton<SaveElsewhere>().AddSingleton<ForAPerson>().AddSingleton<TellOfStopped>();
        services.AddSingleton<RecordReply>().AddSingleton<UndoWrongNumber>().AddSingleton<ForgetWrongNumber>();
        services.AddSingleton<InvitationFacts>().AddSingleton<InboundTexts>().AddSingleton<Inbox>().AddSingleton<AnswerInbox>().AddSingleton<InboxItemView>().AddSingleton<CloseInbox>().AddSingleton<OrganiserNotices>().AddSingleton<SendNotice>();
        services.AddSingleton<NoticeWords>(sp => (notice, meeting, language) => Say(OrganiserWords.For(language), notice, meeting, sp.GetRequiredService<Settings>()));
    }

    private static (string Subject, string Text) Say(OrganiserWords words, NoticeJob job, Meeting? meeting, Settings settings)
    {
        var link = settings.Link(job switch
        {
            { Notice: OrganiserNotice.Inbox } => "/inbox",
            { Notice: OrganiserNotice.StaleCard } => "/welcome/card",
            { Limit: AbuseLimit.Spending } => "/group/spending",
            { Limit: not null } => "/status",
            _ => $"/meetings/{meeting!.Id}",
        });
        var about = job.Limit is { } limit ? words[$"limit.{EnumWord.Of(limit)}"] : meeting?.Title ?? "";
        return (words[$"organiserNotice.{EnumWord.Of(job.Notice)}.subject", about], words[$"organiserNotice.{EnumWord.Of(job.Notice)}.text", link, about]);
    }
}
