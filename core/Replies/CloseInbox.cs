using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Replies.Answers;

namespace Outreach.Replies;

/// <summary>What became of closing.</summary>
public enum InboxCloseOutcome
{
    Closed,
    NotFound,

    /// <summary>Nobody whom we know wrote this, so no answer can be noted: the question stays open.</summary>
    Stranger,

    /// <summary>They said stop, and only they can undo that: nothing was noted, and the question stays open.</summary>
    Stopped,

    /// <summary>They are not invited to a meeting that is still to come: nothing was noted, and the question stays open.</summary>
    NotInvited,
}

/// <summary>An organiser takes something off the inbox, and may say what it meant.</summary>
public sealed class CloseInbox(Inbox inbox, PeopleStore people, RecordReply replies, OptOut optOut, TimeProvider clock)
{
    /// <param name="settledAs">yes, no, maybe or stop: done as if the resident had said so. Null: nothing to do.</param>
    public async Task<InboxCloseOutcome> HandleAsync(GroupId group, string id, ReplyKind? settledAs, CancellationToken ct)
    {
        if (await inbox.FindAsync(group, id, ct) is not { Value: var item })
            return InboxCloseOutcome.NotFound;
        if (settledAs is not null && await WhyNotAsync(group, item, settledAs.Value, ct) is { } no)
            return no;
        if (item.Person is { } person && settledAs is ReplyKind.Stop)
            await optOut.HandleAsync(group, person, OptOutSource.Organiser, null, null, ct);
        else if (ReplyOf(settledAs) is { } reply && !await IsNotedAsync(group, item, reply, ct))
            return InboxCloseOutcome.NotInvited;
        await inbox.SettleAsync(group, item, InboxState.Closed, settledAs?.ToString().ToLowerInvariant(), clock.GetUtcNow(), ct);
        return InboxCloseOutcome.Closed;
    }

    private async Task<bool> IsNotedAsync(GroupId group, InboxItem item, Reply reply, CancellationToken ct) =>
        item is { Person: { } resident, Meeting: { } meeting }
        && await replies.HandleAsync(new ReplyCommand(group, resident, meeting, reply), ct) is ReplyOutcome.Saved or ReplyOutcome.Waiting;

    private async Task<InboxCloseOutcome?> WhyNotAsync(GroupId group, InboxItem item, ReplyKind settledAs, CancellationToken ct)
    {
        if (item.Person is not { } id || await people.FindAsync(group, id, ct) is not { Value: var person })
            return InboxCloseOutcome.Stranger;
        return person.StoppedAt is not null && settledAs is not ReplyKind.Stop ? InboxCloseOutcome.Stopped : null;
    }

    private static Reply? ReplyOf(ReplyKind? kind) => kind switch
    {
        ReplyKind.Yes => Reply.Yes,
        ReplyKind.No => Reply.No,
        ReplyKind.Maybe => Reply.Maybe,
        _ => null,
    };
}
