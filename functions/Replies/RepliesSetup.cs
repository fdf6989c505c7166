using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Sending;

namespace Outreach.Functions.Replies;

internal static class RepliesSetup
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<HandleInbound>();
        services.AddSingleton<ReceiveReport>();
        services.AddSingleton<ReportOnAddress>();
        services.AddSingleton<ReportOnJoined>();
        services.AddSingleton<SignUpByMessage>();
        services.AddSingleton<WhoWrote>();
        services.AddSingleton<ReadAnswer>();
        services.AddSingleton<RememberSender>();
        services.AddSingleton<ReadStranger>();
        services.AddSingleton<ReplyReader>();
        services.AddSingleton<ResultOfReport>();
        services.AddSingleton<ReopenQuestion>();
        services.AddSingleton<Understand>();
        services.AddSingleton<LoadConversation>();
        services.AddSingleton<SaveDecision>();
        services.AddSingleton<SaveElsewhere>();
        services.AddSingleton<PutInInbox>();
        services.AddSingleton<TellOfSignUp>();
        services.AddSingleton<RecordReply>();
        services.AddSingleton<UndoWrongNumber>();
        services.AddSingleton<ForgetWrongNumber>();
        services.AddSingleton<InvitationFacts>();
        services.AddSingleton<InboundTexts>();
        services.AddSingleton<InboundPolls>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<AnswerInbox>();
        services.AddSingleton<InboxItemView>();
        services.AddSingleton<CloseInbox>();
        services.AddSingleton<OrganiserNotices>();
        services.AddSingleton<NoticeMail>();
        services.AddSingleton<SendNotice>();
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
