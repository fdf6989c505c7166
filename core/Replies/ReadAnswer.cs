using Outreach.Invitations;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// A resident wrote: finds who it is and what it is about, reads it, does it, and answers the way they wrote. What is unclear goes to a person.
/// The received message is stored in the same submit as what it changes, under the provider's id: the same message twice changes nothing.
/// </summary>
public sealed class ReadAnswer(
    PeopleStore people, GroupStore groups, MeetingStore meetings, Codes codes, Inbox inbox, RecordReply replies, SettleSeats seats, OptOut optOut,
    Suppressions suppressions, ChooseLanguage chooseLanguage, OrganiserNotices notices, ContactHasher hasher, ReplyReader reader, TimeProvider clock)
{
    public async Task HandleAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (inbound.Automatic)
            return;
        var senders = await WhoAsync(inbound, ct);
        foreach (var sender in senders)
            await HandleAsync(sender, inbound, ct);
        if (senders.Count == 0)
            await FromAStrangerAsync(inbound, ct);
    }

    private async Task HandleAsync(Sender sender, InboundEvent inbound, CancellationToken ct)
    {
        var (group, person, meeting) = sender;
        var received = Received(sender, inbound);
        if (await people.HasReceivedAsync(group.Id, received, ct))
        {
            // Handled before, perhaps by a run that was cut off right after.
            await seats.HandleAllAsync(group.Id, person.Id, ct);
            return;
        }

        if (person is { StoppedAt: null, LanguageHint: { } hint } && hint.IsAccepted(inbound.Text))
        {
            await ChooseAsync(sender, inbound, Language.Find(hint.Language)!, received, ct);
            return;
        }

        var reading = ReadingOf(inbound, person.Language);
        switch (reading.Kind)
        {
            case ReplyKind.Stop:
                // Where the provider knows the word itself, it has answered already: a second confirmation would be refused.
                await optOut.HandleAsync(group.Id, person.Id, "reply", received, inbound.OptOutType is null ? Answer(sender, inbound, MessageKind.Stopped) : null, ct);
                break;
            case ReplyKind.WrongNumber:
                await WrongNumberAsync(sender, inbound, received, ct);
                break;
            case ReplyKind.Start when person.StoppedAt is not null || await suppressions.BlocksAsync(group.Id, HashOf(group.Id, inbound), ct):
                await optOut.LiftAsync(group.Id, person.Id, HashOf(group.Id, inbound), received, Answer(sender, inbound, MessageKind.Started), ct);
                break;
            case ReplyKind.Help:
                await LogAsync(sender, received, Answer(sender, inbound, MessageKind.Help), ct);
                break;
            case ReplyKind.Yes or ReplyKind.No or ReplyKind.Maybe when meeting is not null && person.StoppedAt is null:
                await ReplyAsync(sender, inbound, reading, received, ct);
                break;
            default:
                await ToAPersonAsync(sender, inbound, reading, received, ct);
                break;
        }
    }

    private Reading ReadingOf(InboundEvent inbound, string? language) => inbound.OptOutType switch
    {
        "STOP" => new Reading(ReplyKind.Stop),
        _ => reader.Read(inbound.Text ?? "", language),
    };

    private async Task ReplyAsync(Sender sender, InboundEvent inbound, Reading reading, Message received, CancellationToken ct)
    {
        var reply = reading.Kind switch { ReplyKind.Yes => Reply.Yes, ReplyKind.No => Reply.No, _ => Reply.Maybe };
        // Nearly everybody answers in the language we wrote: that tells nothing new, and costs no look at the person again.
        var hint = sender.Person.LanguageHint;
        var heard = LanguageHint.After(hint, reading.Heard, received.Language, canOffer: true, clock.GetUtcNow()) == hint ? null : reading.Heard;
        var outcome = await replies.HandleAsync(
            new ReplyCommand(sender.Group.Id, sender.Person.Id, sender.Meeting!.Value, reply, reading.Party, received, o => Answer(sender, inbound, ConfirmationOf(o)), heard), ct);
        if (outcome is not (ReplyOutcome.Saved or ReplyOutcome.Waiting))
            await ToAPersonAsync(sender, inbound, reading, received, ct);
    }

    private async Task ChooseAsync(Sender sender, InboundEvent inbound, Language language, Message received, CancellationToken ct)
    {
        await chooseLanguage.HandleAsync(sender.Group.Id, sender.Person.Id, language, ct);
        await LogAsync(sender, received, Answer(sender, inbound, MessageKind.LanguageChosen) with { Language = language.Code }, ct);
    }

    private static MessageKind ConfirmationOf(ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.Waiting => MessageKind.ConfirmWaiting,
        ReplyOutcome.Saved { Invitation.Reply: Reply.Yes } => MessageKind.ConfirmYes,
        ReplyOutcome.Saved { Invitation.Reply: Reply.No } => MessageKind.ConfirmNo,
        _ => MessageKind.ConfirmMaybe,
    };

    private async Task WrongNumberAsync(Sender sender, InboundEvent inbound, Message received, CancellationToken ct)
    {
        var group = sender.Group.Id;
        await suppressions.AddAsync(group, [HashOf(group, inbound)], new Suppression(clock.GetUtcNow(), "wrong-number"), ct);
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, sender.Person.Id, ct) is not { } person)
                return;
            var changes = new Changes(Shard.Of(group, person.Value.Id));
            changes.Change(person, inbound.Kind is InboundKind.Sms
                ? person.Value with { Mobile = person.Value.Mobile is { } mobile ? mobile with { BadCode = "wrong-number" } : null }
                : person.Value with { Email = person.Value.Email is { } email ? email with { BadCode = "wrong-number" } : null });
            Log(changes, group, received, Answer(sender, inbound, MessageKind.WrongNumber));
            await people.SaveAsync(changes, ct);
        });
    }

    private async Task ToAPersonAsync(Sender sender, InboundEvent inbound, Reading reading, Message received, CancellationToken ct)
    {
        var (group, person, meeting) = sender;
        await inbox.AddAsync(group.Id, ItemOf(inbound, person, meeting), ct);
        await Retry.OnConflictAsync(async () =>
        {
            var changes = new Changes(Shard.Of(group.Id, person.Id));
            if (meeting is { } id && await people.FindAsync(group.Id, id, person.Id, ct) is { Value.Reply: Reply.None } invitation)
                changes.Change(invitation, invitation.Value with { Reply = Reply.Question, RepliedAt = inbound.At });
            if (!await people.HasReceivedAsync(group.Id, received, ct))
                Log(changes, group.Id, received, person.StoppedAt is null ? Answer(sender, inbound, MessageKind.APersonWillRead) : null);
            await people.SaveAsync(changes, ct);
        });
        await notices.TellAsync(group, OrganiserNotice.Inbox, null, ct);
    }

    private async Task FromAStrangerAsync(InboundEvent inbound, CancellationToken ct)
    {
        var reading = reader.Read(inbound.Text ?? "", null);
        foreach (var group in await groups.ListAsync(ct))
        {
            if (reading.Kind is ReplyKind.Stop)
                await suppressions.AddAsync(group.Id, [HashOf(group.Id, inbound)], new Suppression(clock.GetUtcNow(), "reply"), ct);
        }

        // A number that nobody knows belongs to no group; with one group there is no doubt who should read it.
        if (reading.Kind is not ReplyKind.Stop && await groups.ListAsync(ct) is [var only])
            await inbox.AddAsync(only.Id, ItemOf(inbound, null, null), ct);
    }

    private Task LogAsync(Sender sender, Message received, Message answer, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(sender.Group.Id, sender.Person.Id));
        Log(changes, sender.Group.Id, received, answer);
        return people.SaveAsync(changes, ct);
    }

    private void Log(Changes changes, GroupId group, Message received, Message? answer)
    {
        changes.Receive(received);
        if (answer is null)
            return;
        changes.Send(answer, clock.GetUtcNow());
    }

    private static InboxItem ItemOf(InboundEvent inbound, Person? person, MeetingId? meeting) => new(
        InboxItem.HashOf(inbound.Id), person?.Id, person?.Name, ChannelOf(inbound), inbound.From, person?.Language ?? "", inbound.Text ?? "", inbound.At, meeting);

    private static Channel ChannelOf(InboundEvent inbound) => inbound.Kind is InboundKind.Sms ? Channel.Sms : Channel.Email;

    private ContactHash HashOf(GroupId group, InboundEvent inbound) => inbound.Kind is InboundKind.Sms
        ? hasher.Of(group, new PhoneNumber(inbound.From))
        : hasher.Of(group, new EmailAddress(inbound.From));

    private static Message Received(Sender sender, InboundEvent inbound) => new()
    {
        Person = sender.Person.Id,
        At = inbound.At,
        Step = "in-" + InboxItem.HashOf(inbound.Id),
        Meeting = sender.Meeting,
        Channel = ChannelOf(inbound),
        Language = sender.Person.Language ?? sender.Group.Language,
        Address = inbound.From,
        Subject = inbound.Subject,
        Text = inbound.Text,
        State = MessageState.Received,
        ProviderId = inbound.Id,
    };

    private Message Answer(Sender sender, InboundEvent inbound, MessageKind kind) => new()
    {
        Person = sender.Person.Id,
        At = clock.GetUtcNow(),
        Step = $"re-{InboxItem.HashOf(inbound.Id)}",
        Kind = kind,
        Meeting = sender.Meeting,
        Channel = ChannelOf(inbound),
        Language = sender.Person.Language ?? sender.Group.Language,
        Address = inbound.From,
        State = MessageState.Queued,
        IsAnswer = true,
    };

    /// <summary>By the reply address or thread of an e-mail, else by the number or address it came from; one for each group that knows it.</summary>
    private async Task<IReadOnlyList<Sender>> WhoAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (await ByThreadAsync(inbound, ct) is { } exact)
            return [exact];
        var found = new List<Sender>();
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await people.FindAsync(group.Id, HashOf(group.Id, inbound), ct) is { } contact
                && await people.FindAsync(group.Id, contact.Value.Person, ct) is { } person)
                found.Add(new Sender(group, person.Value, await MeetingOfAsync(group.Id, person.Value.Id, ct)));
        }

        return found;
    }

    private async Task<Sender?> ByThreadAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (inbound.Kind is not InboundKind.Email)
            return null;
        if (Code.TryParse(inbound.To?.Split('@')[0], out var code) && await codes.FindAsync(code, ct) is { Value: { Kind: CodeKind.Invitation or CodeKind.Welcome, Person: { } holder } row }
            && await people.FindAsync(row.Group, holder, ct) is { } person)
            return new Sender(await groups.GetAsync(row.Group, ct), person.Value, row.Meeting);
        if (MessageKey.TryParseReference(inbound.InReplyTo?.Trim('<', '>').Split('@')[0], out var group, out var key)
            && await people.FindAsync(group, key, ct) is { } message && await people.FindAsync(group, key.Person, ct) is { } author)
            return new Sender(await groups.GetAsync(group, ct), author.Value, message.Value.Meeting);
        return null;
    }

    /// <summary>The open meeting that we last wrote to this person about.</summary>
    private async Task<MeetingId?> MeetingOfAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        var open = (await meetings.ListAsync(group, ct)).Where(m => m.IsOpen(clock.GetUtcNow())).Select(m => m.Id).ToHashSet();
        MeetingId? last = null;
        await foreach (var message in people.ConversationAsync(group, person, ct))
        {
            if (message.Value is { Kind: not null, Meeting: { } meeting, State: not MessageState.Dropped } && open.Contains(meeting))
                last = meeting;
        }

        return last;
    }

    private sealed record Sender(Group Group, Person Person, MeetingId? Meeting);
}
