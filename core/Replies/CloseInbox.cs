using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Replies.Answers;

namespace Outreach.Replies;

/// <summary>What became of closing.</summary>
public enum InboxCloseOutcome
{
    Closed,

    /// <summary>Closed as a yes: the meeting is full, and they are on the waiting list.</summary>
    ClosedWaiting,
    NotFound,

    /// <summary>Nobody whom we know wrote this, so no answer can be noted: the question stays open.</summary>
    Stranger,

    /// <summary>They said stop, and only they can undo that: nothing was noted, and the question stays open.</summary>
    Stopped,

    /// <summary>They are not invited to a meeting that is still to come: nothing was noted, and the question stays open.</summary>
    NotInvited,

    /// <summary>A colleague noted another answer first: that one stands.</summary>
    Settled,

    /// <summary>They gave another answer after they wrote this: that one stands, and the question stays open.</summary>
    Overtaken,
}

/// <summary>An organiser takes something off the inbox, and may say what it meant.</summary>
public sealed class CloseInbox(Inbox inbox, AnswerInbox answer, PeopleStore people, RecordReply replies, OptOut optOut, TimeProvider clock)
{
    /// <param name="settledAs">yes, no, maybe or stop: done as if the resident had said so. Null: nothing to do.</param>
    /// <param name="party">How many come, with a yes; null: nobody said.</param>
    public async Task<InboxCloseOutcome> HandleAsync(GroupId group, string id, ReplyKind? settledAs, int? party, CancellationToken ct)
    {
        if (await inbox.FindAsync(group, id, ct) is not { Value: var item })
            return InboxCloseOutcome.NotFound;
        var word = settledAs is { } kind ? EnumWord.Of(kind) : null;
        if (item is { State: InboxState.Closed, As: { } noted } && word is not null && word != noted && settledAs is not ReplyKind.Stop)
            return InboxCloseOutcome.Settled;
        if (settledAs is not null && await WhyNotAsync(group, item, settledAs.Value, ct) is { } no)
            return no;
        var outcome = InboxCloseOutcome.Closed;
        if (settledAs is ReplyKind.Stop)
            await StopAsync(group, item, ct);
        else if (ReplyOf(settledAs) is { } reply)
            outcome = await NoteAsync(group, item, reply, party, ct);
        if (outcome is InboxCloseOutcome.Closed or InboxCloseOutcome.ClosedWaiting)
            await inbox.SettleAsync(group, item, InboxState.Closed, word, clock.GetUtcNow(), ct);
        return outcome;
    }

    private Task StopAsync(GroupId group, InboxItem item, CancellationToken ct) =>
        item.Person is { } person ? optOut.HandleAsync(group, person, OptOutSource.Organiser, null, null, ct) : answer.BlockAsync(group, item, ct);

    private async Task<InboxCloseOutcome> NoteAsync(GroupId group, InboxItem item, Reply reply, int? party, CancellationToken ct)
    {
        if (item is not { Person: { } resident, Meeting: { } meeting })
            return InboxCloseOutcome.NotInvited;
        if (await people.FindAsync(group, meeting, resident, ct) is { Value: { Reply: Reply.Yes or Reply.No or Reply.Maybe } given } && given.Reply != reply && given.RepliedAt > item.At)
            return InboxCloseOutcome.Overtaken;
        var confirmation = await answer.WhyNotAsync(group, item, ct) is null ? AnswerInbox.MessageTo(item, resident, EnumWord.Of(reply)) : null;
        return await replies.HandleAsync(new ReplyCommand(group, resident, meeting, reply, party, confirmation), ct) switch
        {
            ReplyOutcome.Saved => InboxCloseOutcome.Closed,
            ReplyOutcome.Waiting => InboxCloseOutcome.ClosedWaiting,
            _ => InboxCloseOutcome.NotInvited,
        };
    }

    private async Task<InboxCloseOutcome?> WhyNotAsync(GroupId group, InboxItem item, ReplyKind settledAs, CancellationToken ct)
    {
        // Where somebody else filled in the number on a form, a stop would silence its owner, who said nothing.
        if (item is { Person: null, From: not null, NumberOf: null } && settledAs is ReplyKind.Stop)
            return null;
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
