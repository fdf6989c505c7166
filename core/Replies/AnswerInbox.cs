using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>What became of an organiser's answer.</summary>
public enum InboxAnswerOutcome
{
    OnItsWay,
    NotFound,

    /// <summary>Nobody whom we know wrote this, or nobody whom we know any more: no message of ours may go there, but somebody may call or write themselves.</summary>
    Stranger,

    /// <summary>They said stop, or nothing may go to where they wrote from: nothing was sent, and the question stays open.</summary>
    Stopped,

    /// <summary>A colleague was first, while this answer was typed: that one stands.</summary>
    Settled,

    /// <summary>They asked on a page, or from a number that was reported as wrong, and no message reaches them: somebody has to call.</summary>
    NoWay,
}

/// <summary>An organiser answers what a resident wrote, by the channel they used.</summary>
public sealed class AnswerInbox(Inbox inbox, PeopleStore people, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    public const int MaxLength = 1000;

    /// <param name="sawOpen">Nobody had settled it when they began to type.</param>
    public async Task<InboxAnswerOutcome> HandleAsync(GroupId group, string id, string text, bool sawOpen, CancellationToken ct)
    {
        if (await inbox.FindAsync(group, id, ct) is not { Value: var item })
            return InboxAnswerOutcome.NotFound;
        if (await WhyNotAsync(group, item, ct) is { } no)
            return no;
        var person = item.Person!.Value;
        var answer = MessageTo(item, person, text) with { Kind = MessageKind.InboxAnswer, OwnText = text };
        if (sawOpen && item.State is not InboxState.Open && await people.FindAsync(group, answer.Key, ct) is null)
            return InboxAnswerOutcome.Settled;
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, person, ct) is null || await people.FindAsync(group, answer.Key, ct) is not null)
                return;
            var changes = new Changes(Shard.Of(group, person));
            changes.Send(answer, clock.GetUtcNow());
            await people.SaveAsync(changes, ct);
        });
        await inbox.SettleAsync(group, item, InboxState.Answered, null, clock.GetUtcNow(), ct);
        return InboxAnswerOutcome.OnItsWay;
    }

    /// <summary>To where they wrote from. By the question, as often as it was open, and what is said to it: pressed twice, or again after a crash, it is one.</summary>
    internal static Message MessageTo(InboxItem item, PersonId person, string says) => new()
    {
        Person = person,
        At = item.At,
        Step = MessageStep.AnswerTo(item.Id, item.Reopened == 0 ? says : $"{says} {item.Reopened}"),
        Meeting = item.Meeting,
        Channel = item.Channel,
        Language = item.Language,
        Address = item.From,
        State = MessageState.Queued,
        IsAnswer = true,
    };

    /// <summary>Why no answer can go to whoever wrote this; null when one can.</summary>
    public async Task<InboxAnswerOutcome?> WhyNotAsync(GroupId group, InboxItem item, CancellationToken ct)
    {
        var contact = ContactOf(group, item);
        var block = contact is { } known ? await suppressions.FindAsync(group, known, ct) : null;
        if (item.Person is not { } id || await people.FindAsync(group, id, ct) is not { Value: var person })
            return item.SaysStop || item.SaidStopBefore || block is { How: not OptOutSource.WrongNumber } ? InboxAnswerOutcome.Stopped : InboxAnswerOutcome.Stranger;
        if (person.StoppedAt is not null)
            return InboxAnswerOutcome.Stopped;
        if (contact is null)
            return InboxAnswerOutcome.NoWay;
        // A wrong number is not a stop: there is just no way to answer.
        return block switch
        {
            null => null,
            { How: OptOutSource.WrongNumber } => InboxAnswerOutcome.NoWay,
            _ => InboxAnswerOutcome.Stopped,
        };
    }

    /// <summary>Nothing goes any more to where somebody whom we do not know wrote from.</summary>
    public async Task BlockAsync(GroupId group, InboxItem item, CancellationToken ct)
    {
        if (ContactOf(group, item) is { } contact)
            await suppressions.AddAsync(group, [contact], new Suppression(clock.GetUtcNow(), OptOutSource.Organiser), ct);
    }

    /// <summary>Null for a question on a page: nothing came from anywhere.</summary>
    private ContactHash? ContactOf(GroupId group, InboxItem item) =>
        item is { Channel: Channel.Sms or Channel.Email, From: { } from } ? hasher.Of(group, item.Channel, from) : null;
}
