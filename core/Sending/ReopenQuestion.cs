using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Sending;

/// <summary>An organiser's answer that cannot arrive leaves the question open: somebody has to call.</summary>
public sealed class ReopenQuestion(Inbox inbox)
{
    /// <summary>Comes before the result is saved, so that a crash in between loses nothing; done twice it is the same.</summary>
    public async Task HandleAsync(GroupId group, DeliveryResult result, CancellationToken ct)
    {
        if (result is { Next: null, Message: { Kind: MessageKind.InboxAnswer, State: MessageState.PermanentFailure } message }
            && MessageStep.QuestionOf(message.Step) is { } id && await inbox.FindAsync(group, id, ct) is { Value: { State: InboxState.Answered } item })
            await inbox.ReopenAsync(group, item, ct);
    }
}
