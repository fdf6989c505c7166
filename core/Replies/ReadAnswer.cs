using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// A resident wrote: finds who it is and what it is about, reads it, does it, and answers the way they wrote. What is unclear goes to a person.
/// The received message is stored in the same submit as what it changes, under the provider's id: the same message twice changes nothing.
/// </summary>
public sealed class ReadAnswer(
    WhoWrote who, Codes codes, JoinByMessage join, PeopleStore people, GroupStore groups, Inbox inbox, RecordReply replies, SettleSeats seats, OptOut optOut,
    Suppressions suppressions, ChooseLanguage chooseLanguage, ConfirmContact confirm, OrganiserNotices notices, ReadWords reader, TimeProvider clock)
{
    public async Task HandleAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (inbound.Automatic)
            return;
        var code = await CodeInText.FindAsync(inbound.Text, codes, ct);
        if (code is not null && await join.HandleAsync(inbound, code, ct))
            return;
        var writers = await who.FindAsync(inbound, code, ct);
        foreach (var writer in writers)
            await HandleAsync(writer, inbound, code?.Rest ?? inbound.Text, ct);
        if (writers.Count == 0)
            await FromAStrangerAsync(inbound, code, ct);
    }

    private async Task HandleAsync(Writer writer, InboundEvent inbound, string? words, CancellationToken ct)
    {
        var (group, person, meeting) = writer;
        var received = writer.Received(inbound);
        if (await people.HasReceivedAsync(group.Id, received, ct))
        {
            // Handled before, perhaps by a run that was cut off right after.
            await seats.HandleAllAsync(group.Id, person.Id, ct);
            return;
        }

        if (person is { StoppedAt: null, LanguageHint: { } hint } && hint.IsAccepted(words))
        {
            await ChooseAsync(writer, inbound, Language.Find(hint.Language)!, received, ct);
            return;
        }

        var reading = await reader.OfAsync(writer, inbound, words, ct);
        if (reading.IsAcknowledgement || reading.Kind is ReplyKind.Yes or ReplyKind.Maybe)
            await confirm.HandleAsync(group.Id, person, inbound.From, ct);
        if (await AcknowledgesAsync(writer, inbound, reading, received, ct))
            return;
        switch (reading.Kind)
        {
            case ReplyKind.Stop:
                await StopAlsoAsync(writer, inbound, ct);
                // Where the provider knows the word itself, it has answered already: a second confirmation would be refused.
                await optOut.HandleAsync(group.Id, person.Id, "reply", received, inbound.OptOutType is null ? Answer(writer, inbound, MessageKind.Stopped) : null, ct);
                break;
            case ReplyKind.WrongNumber:
                await WrongNumberAsync(writer, inbound, received, ct);
                break;
            case ReplyKind.Start when person.StoppedAt is not null || await suppressions.BlocksAsync(group.Id, who.HashOf(group.Id, inbound), ct):
                await optOut.LiftAsync(group.Id, person.Id, who.HashOf(group.Id, inbound), received, Answer(writer, inbound, MessageKind.Started), ct);
                break;
            case ReplyKind.Help:
                await AnswerAsync(writer, received, Answer(writer, inbound, MessageKind.Help), ct);
                break;
            case ReplyKind.Yes or ReplyKind.No or ReplyKind.Maybe when meeting is not null && person.StoppedAt is null:
                await ReplyAsync(writer, inbound, reading, received, ct);
                break;
            default:
                await ToAPersonAsync(writer, inbound, reading, received, ct);
                break;
        }
    }

    /// <summary>From somebody who answered already, "ok" and thanks are kept in the conversation and ask for nothing. After a no, a person reads what "ok" means.</summary>
    private async Task<bool> AcknowledgesAsync(Writer writer, InboundEvent inbound, Reading reading, Message received, CancellationToken ct)
    {
        if (!reading.IsAcknowledgement || writer.Meeting is not { } meeting)
            return false;
        var reply = (await people.FindAsync(writer.Group.Id, meeting, writer.Person.Id, ct))?.Value.Reply ?? Reply.None;
        switch (reply, reading.Kind)
        {
            case (Reply.None, _) or (Reply.Question, ReplyKind.Yes):
                return false;
            case (Reply.Yes, _) or (_, ReplyKind.Unclear):
                await LogAsync(writer, received, null, ct);
                return true;
            default:
                await ToAPersonAsync(writer, inbound, reading, received, ct);
                return true;
        }
    }

    /// <summary>With the code of a letter they may write from a phone that is not theirs: that is not written to either.</summary>
    private Task StopAlsoAsync(Writer writer, InboundEvent inbound, CancellationToken ct) =>
        suppressions.AddAsync(writer.Group.Id, [who.HashOf(writer.Group.Id, inbound)], new Suppression(inbound.At, "reply"), ct);

    private async Task ReplyAsync(Writer writer, InboundEvent inbound, Reading reading, Message received, CancellationToken ct)
    {
        var reply = reading.Kind switch { ReplyKind.Yes => Reply.Yes, ReplyKind.No => Reply.No, _ => Reply.Maybe };
        // Nearly everybody answers in the language we wrote: that tells nothing new, and costs no look at the person again.
        var hint = writer.Person.LanguageHint;
        var heard = LanguageHint.After(hint, reading.Heard, received.Language, canOffer: true, clock.GetUtcNow()) == hint ? null : reading.Heard;
        var outcome = await replies.HandleAsync(
            new ReplyCommand(writer.Group.Id, writer.Person.Id, writer.Meeting!.Value, reply, reading.NamesParty ? reading.Party : null, received, o => Answer(writer, inbound, ConfirmationOf(o)), heard), ct);
        if (outcome is ReplyOutcome.Cancelled)
            await AnswerAsync(writer, received, Answer(writer, inbound, MessageKind.MeetingCancelled), ct);
        else if (outcome is not (ReplyOutcome.Saved or ReplyOutcome.Waiting))
            await ToAPersonAsync(writer, inbound, reading, received, ct);
    }

    private async Task ChooseAsync(Writer writer, InboundEvent inbound, Language language, Message received, CancellationToken ct)
    {
        await chooseLanguage.HandleAsync(writer.Group.Id, writer.Person.Id, language, ct);
        await AnswerAsync(writer, received, Answer(writer, inbound, MessageKind.LanguageChosen) with { Language = language.Code }, ct);
    }

    private static MessageKind ConfirmationOf(ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.Waiting => MessageKind.ConfirmWaiting,
        ReplyOutcome.Saved { Invitation.Reply: Reply.Yes } => MessageKind.ConfirmYes,
        ReplyOutcome.Saved { Invitation.Reply: Reply.No } => MessageKind.ConfirmNo,
        _ => MessageKind.ConfirmMaybe,
    };

    private async Task WrongNumberAsync(Writer writer, InboundEvent inbound, Message received, CancellationToken ct)
    {
        var group = writer.Group.Id;
        // A stop of before stays a stop: it is not to be undone with the number.
        if (await suppressions.FindAsync(group, who.HashOf(group, inbound), ct) is null)
            await suppressions.AddAsync(group, [who.HashOf(group, inbound)], new Suppression(clock.GetUtcNow(), UndoWrongNumber.WrongNumber), ct);
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, writer.Person.Id, ct) is not { } person)
                return;
            var changes = new Changes(Shard.Of(group, person.Value.Id));
            // Said twice, or after a stop: there is no second confirmation.
            var isKnown = person.Value.StoppedAt is not null || (inbound.Kind is InboundKind.Sms ? person.Value.Mobile : person.Value.Email) is { BadCode: UndoWrongNumber.WrongNumber };
            changes.Change(person, inbound.Kind is InboundKind.Sms
                ? person.Value with { Mobile = person.Value.Mobile is { } mobile ? mobile with { BadCode = UndoWrongNumber.WrongNumber } : null }
                : person.Value with { Email = person.Value.Email is { } email ? email with { BadCode = UndoWrongNumber.WrongNumber } : null });
            Log(changes, group, received, isKnown ? null : Answer(writer, inbound, MessageKind.WrongNumber));
            await people.SaveAsync(changes, ct);
        });
    }

    private async Task ToAPersonAsync(Writer writer, InboundEvent inbound, Reading reading, Message received, CancellationToken ct)
    {
        var (group, person, meeting) = writer;
        var isNew = await inbox.AddAsync(group.Id, ItemOf(inbound, group, person, meeting), ct);
        // Before the message counts as received: a run that is cut off right after would not come back for it.
        if (isNew)
            await notices.TellAsync(group, OrganiserNotice.Inbox, null, ct);
        await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(Shard.Of(group.Id, person.Id));
            if (meeting is { } id && await people.FindAsync(group.Id, id, person.Id, ct) is { Value.Reply: Reply.None } invitation)
                changes.Change(invitation, invitation.Value with { Reply = Reply.Question, RepliedAt = inbound.At });
            if (!await people.HasReceivedAsync(group.Id, received, ct))
                await AnswerAsync(changes, received, isNew ? Answer(writer, inbound, MessageKind.APersonWillRead) : null, ct);
            await people.SaveAsync(changes, ct);
        });
    }

    private async Task FromAStrangerAsync(InboundEvent inbound, CodeInText? code, CancellationToken ct)
    {
        var all = await groups.ListAsync(ct);
        if (reader.OfAStranger(code?.Rest ?? inbound.Text).Kind is ReplyKind.Stop)
        {
            foreach (var group in all)
                await suppressions.AddAsync(group.Id, [who.HashOf(group.Id, inbound)], new Suppression(inbound.At, "reply"), ct);
        }
        else if ((all.FirstOrDefault(group => group.Id == code?.Row.Group) ?? all.MinBy(group => group.CreatedAt)) is { } reads)
        {
            // Without a code nobody can tell whose neighbour it is. Whoever set this up reads it: better than nobody.
            if (await inbox.AddAsync(reads.Id, ItemOf(inbound, reads, null, null), ct))
                await notices.TellAsync(reads, OrganiserNotice.Inbox, null, ct);
        }
    }

    private Task AnswerAsync(Writer writer, Message received, Message answer, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.HasReceivedAsync(writer.Group.Id, received, ct))
            return;
        var changes = new Changes(Shard.Of(writer.Group.Id, writer.Person.Id));
        await AnswerAsync(changes, received, answer, ct);
        await people.SaveAsync(changes, ct);
    });

    /// <summary>Notes what was received, and answers it unless they stopped or were answered often enough today.</summary>
    private async Task AnswerAsync(Changes changes, Message received, Message? answer, CancellationToken ct)
    {
        var person = answer is null ? null : await people.FindAsync(changes.Shard.Group, received.Person, ct);
        var after = person is { Value.StoppedAt: null } ? AnswerLimit.Next(person.Value, answer!.Kind!.Value, clock.GetUtcNow()) : null;
        if (after is not null)
            changes.Change(person!, after);
        Log(changes, changes.Shard.Group, received, after is null ? null : answer);
    }

    private Task LogAsync(Writer writer, Message received, Message? answer, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(writer.Group.Id, writer.Person.Id));
        Log(changes, writer.Group.Id, received, answer);
        return people.SaveAsync(changes, ct);
    }

    private void Log(Changes changes, GroupId group, Message received, Message? answer)
    {
        changes.Receive(received);
        if (answer is null)
            return;
        changes.Send(answer, clock.GetUtcNow());
    }

    private static InboxItem ItemOf(InboundEvent inbound, Group group, Person? person, MeetingId? meeting) => new(
        SameText.IdOf(person?.Id, inbound), person?.Id, person?.Name, inbound.Channel, inbound.From, person?.Language ?? group.Language, inbound.Text ?? "", inbound.At, meeting)
    {
        Event = InboxItem.HashOf(inbound.Id),
    };

    private Message Answer(Writer writer, InboundEvent inbound, MessageKind kind) => new()
    {
        Person = writer.Person.Id,
        At = clock.GetUtcNow(),
        Step = $"re-{InboxItem.HashOf(inbound.Id)}",
        Kind = kind,
        Meeting = writer.Meeting,
        Channel = inbound.Channel,
        Language = writer.Person.Language ?? writer.Group.Language,
        Address = inbound.From,
        State = MessageState.Queued,
        IsAnswer = true,
    };
}
