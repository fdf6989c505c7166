using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What an intent comes to, in the conversation that it is part of.</summary>
public static class Decide
{
    public static Decision Of(Intent intent, Conversation conversation, DateTimeOffset now)
    {
        if (intent is Intent.Answer { SaysBoth: true } && conversation.Open.Count > 1)
            intent = new Intent.Unsure();
        var decision = intent is Intent.Thanks or Intent.Answer { IsMereOk: true } or Intent.Answer { Reply: Reply.Yes or Reply.Maybe }
            ? Confirmed(conversation, now)
            : new Decision(HeardFrom(conversation));
        return intent switch
        {
            _ when conversation.Writer.IsPassedOn => FromAnother(intent, conversation),
            Intent.Stop stop => Stopped(decision, stop, conversation, now),
            Intent.Start when conversation.Person.StoppedAt is not null || conversation.Block is not null => Started(decision, conversation, now),
            Intent.WrongNumber => WrongNumber(decision, conversation, now),
            Intent.ReadIn chosen => Chosen(decision, chosen, conversation, now),
            Intent.Help => decision.Answering(conversation.Answer(MessageKind.Help, now), now),
            Intent.Thanks thanks => Thanked(decision, thanks, conversation, now),
            Intent.Answer { IsBare: true } when conversation.Writer.LastHeard is LastHeard.SomethingElse => ToAPerson(decision, conversation, now),
            // "Ok": they have read what we answered.
            Intent.Answer { IsMereOk: true } when conversation.Writer.LastHeard is LastHeard.AnAnswer => decision,
            Intent.Answer { IsMereOk: true } when conversation.Invitation?.Value.Reply is not (null or Reply.None or Reply.Question) =>
                conversation.Invitation.Value.Reply is Reply.Yes ? decision : ToAPerson(decision, conversation, now),
            // Their place may be given away at once: "I am ill" may be an absence note, or of yesterday; "I am not coming by bike" is a no to the bike.
            Intent.Answer { Reply: Reply.No } no when conversation.Invitation?.Value.Reply is Reply.Yes && (no.IsMereReason || no.LeavesOut) => ToAPerson(decision, conversation, now),
            // Their place would go to the next person who waits, and a maybe does not give it up.
            Intent.Answer { Reply: Reply.Maybe } when conversation is { Invitation.Value.Reply: Reply.Yes, Writer.Meeting.Capacity: not null } => ToAPerson(decision, conversation, now),
            Intent.Answer answer => Answer(decision, answer, conversation, now),
            Intent.Unsure { SaysNothing: true } => ReadByAPerson(decision, conversation, now),
            _ => ToAPerson(decision, conversation, now),
        };
    }

    /// <summary>Confirms an unconfirmed contact as theirs: they have answered from it.</summary>
    private static Decision Confirmed(Conversation conversation, DateTimeOffset now)
    {
        if (conversation.Person.StoppedAt is not null)
            return new Decision(conversation.Person);
        var (before, after) = (conversation.Person, conversation.Person.WroteFrom(conversation.Inbound.From).Confirm(conversation.Inbound.From, now));
        return before == after
            ? new Decision(before)
            : conversation.Open.Select(invitation => invitation.Value.Follow(before, after, now)).Aggregate(new Decision(after), (decision, invitation) => decision.With(invitation));
    }

    private static Person HeardFrom(Conversation conversation) => conversation.Person.StoppedAt is null ? conversation.Person.WroteFrom(conversation.Inbound.From) : conversation.Person;

    /// <summary>Where the number was reported as wrong, only a person can find out who asks for messages there.</summary>
    private static Decision Started(Decision decision, Conversation conversation, DateTimeOffset now)
    {
        var started = decision with { Stop = StopChange.Lifts, Answer = conversation.Answer(MessageKind.Started, now) };
        return conversation.IsFromWrongContact ? started with { ForInbox = ItemOf(conversation), IfSaidBefore = started } : started;
    }

    /// <summary>Silent at once, whatever is around it; what they said besides is read by a person, and they are kept until then.</summary>
    private static Decision Stopped(Decision decision, Intent.Stop stop, Conversation conversation, DateTimeOffset now)
    {
        var stopped = decision with
        {
            Stop = StopChange.Stops,
            // With the code of a letter they may write from a phone that is not theirs: that is not written to either.
            Block = new Suppression(conversation.Inbound.At, OptOutSource.Reply),
            Answer = stop.IsAnswered ? null : conversation.Answer(MessageKind.Stopped, now) with { NotExpected = conversation.Open.Any(invitation => invitation.Value.Reply is Reply.Yes) },
        };
        return stop.SaysMore ? stopped with { ForInbox = ItemOf(conversation) with { SaysStop = true }, IfSaidBefore = stopped } : stopped;
    }

    /// <summary>A neighbour to whom the mail was forwarded: a person reads it, and whoever we wrote to has neither answered nor stopped.</summary>
    private static Decision FromAnother(Intent intent, Conversation conversation)
    {
        var isStop = intent is Intent.Stop;
        var decision = new Decision(conversation.Person) { Block = isStop ? new Suppression(conversation.Inbound.At, OptOutSource.Reply) : null };
        return decision with { ForInbox = ItemOf(conversation) with { Person = null, Name = null, SaysStop = isStop }, IfSaidBefore = decision };
    }

    private static InboxItem ItemOf(Conversation conversation) => PutInInbox.Of(conversation.Inbound, conversation.Writer.Group, conversation.Person, conversation.Writer.Meeting?.Id);

    private static Decision WrongNumber(Decision decision, Conversation conversation, DateTimeOffset now)
    {
        var (person, from) = (conversation.Person, conversation.Inbound.From);
        var (mobile, email) = (Wrong(person.Mobile, from), Wrong(person.Email, from));
        // Said twice, or after a stop: there is no second confirmation.
        var isKnown = person.StoppedAt is not null || conversation.Block is { How: not OptOutSource.WrongNumber } || (mobile == person.Mobile && email == person.Email);
        var marked = decision with
        {
            Person = person with { Mobile = mobile, Email = email },
            Block = conversation.Block switch
            {
                null => new Suppression(conversation.Inbound.At, OptOutSource.WrongNumber),
                // An earlier stop stays a stop, and is not undone with the number. But no start word from before this lifts it.
                var block => block.At < conversation.Inbound.At ? block with { At = conversation.Inbound.At } : null,
            },
            Answer = isKnown ? null : conversation.Answer(MessageKind.WrongNumber, now),
        };
        // Only a person can find out whose yes that was, or to whom a letter or mail came that somebody answers from elsewhere.
        var saidYes = conversation.Invitation?.Value.Reply is Reply.Yes or Reply.Maybe;
        var isFromElsewhere = !IsTheirs(person.Mobile, from) && !IsTheirs(person.Email, from) && !conversation.IsFromWrongContact;
        return saidYes || isFromElsewhere ? marked with { ForInbox = ItemOf(conversation), IfSaidBefore = marked } : marked;
    }

    private static Contact? Wrong(Contact? contact, string from) => IsTheirs(contact, from) ? contact! with { BadCode = WrongContact.Code } : contact;

    private static bool IsTheirs(Contact? contact, string from) => string.Equals(contact?.Value, from, StringComparison.OrdinalIgnoreCase);

    private static Decision Chosen(Decision decision, Intent.ReadIn chosen, Conversation conversation, DateTimeOffset now)
    {
        var code = chosen.Language.Code;
        return conversation.Open.Select(invitation => invitation.Value with { Language = code })
            .Aggregate(decision with { Person = decision.Person with { Language = code } }, (changed, invitation) => changed.With(invitation))
            .Answering(conversation.Answer(MessageKind.LanguageChosen, now) with { Language = code }, now);
    }

    /// <summary>From somebody who answered already, thanks are kept in the conversation and ask for nothing. After a no, a person reads what may be a question.</summary>
    private static Decision Thanked(Decision decision, Intent.Thanks thanks, Conversation conversation, DateTimeOffset now) => conversation.Invitation?.Value.Reply switch
    {
        _ when conversation.Writer.Meeting is null => ToAPerson(decision, conversation, now),
        null or Reply.None => ToAPerson(decision, conversation, now),
        Reply.Yes => decision,
        _ => thanks.MayAsk ? ToAPerson(decision, conversation, now) : decision,
    };

    private static Decision Answer(Decision decision, Intent.Answer answer, Conversation conversation, DateTimeOffset now)
    {
        if (conversation.Writer.Meeting is not { } meeting || conversation.Person.StoppedAt is not null || conversation.Invitation?.Value is not { } stored)
            return ToAPerson(decision, conversation, now);
        // "Wrong number", and then a yes: it may be theirs or a stranger's.
        if (conversation.IsFromWrongContact)
            return ToAPerson(decision, conversation, now);
        var before = decision.Invitations.GetValueOrDefault(meeting.Id) ?? stored;
        switch (ReplyEffect.Refusal(meeting, before, now))
        {
            // They know, and would not have come.
            case ReplyOutcome.Cancelled when answer.Reply is Reply.No && meeting.NewsAt is { } change && before.HasHeardOf(change):
                return decision;
            case ReplyOutcome.Cancelled:
                var told = decision.Answering(conversation.Answer(MessageKind.MeetingCancelled, now), now);
                return told.With(before.Hearing(told.Answer));
            case not null:
                return ToAPerson(decision, conversation, now);
        }

        var answered = ReplyEffect.By(new GivenReply(answer.Reply, answer.Party, conversation.Inbound.At), before, meeting, conversation.Seats?.Value, now);
        var (person, offered) = CountLanguage(decision.Person, answer.WrittenIn, conversation, answered.MayConfirm, now);
        var confirmation = answered.MayConfirm ? conversation.Answer(answered.Confirmation, now) with { OfferLanguage = offered, KeepsPlaces = answered.KeepsPlaces } : null;
        return (decision with { Person = person, Seats = answered.Seats, Answer = confirmation })
            .With((answered.MayConfirm ? answered.ConfirmedAt(now) : answered.Invitation).Hearing(confirmation));
    }

    /// <summary>Counts in which language somebody answers.</summary>
    /// <returns>Also the language to offer now, once in a lifetime.</returns>
    private static (Person Person, string? Offered) CountLanguage(Person person, string? writtenIn, Conversation conversation, bool canOffer, DateTimeOffset now)
    {
        var hint = LanguageHint.After(person.LanguageHint, writtenIn, conversation.Writer.Language, canOffer, now);
        return hint == person.LanguageHint ? (person, null) : (person with { LanguageHint = hint }, hint?.OfferedAt is null ? null : hint.Language);
    }

    private static Decision ToAPerson(Decision decision, Conversation conversation, DateTimeOffset now)
    {
        if (conversation.Invitation?.Value is { } stored && (decision.Invitations.GetValueOrDefault(stored.Meeting) ?? stored) is { Reply: Reply.None } silent)
            decision = decision.With(silent with { Reply = Reply.Question, RepliedAt = conversation.Inbound.At });
        return ReadByAPerson(decision, conversation, now);
    }

    /// <summary>Whoever has not answered is asked again, and called, all the same.</summary>
    private static Decision ReadByAPerson(Decision decision, Conversation conversation, DateTimeOffset now) =>
        decision.Answering(conversation.Answer(MessageKind.APersonWillRead, now), now) with
        {
            ForInbox = ItemOf(conversation),
            IfSaidBefore = decision,
        };

    /// <summary>Answers, unless they stopped or were answered often enough today.</summary>
    private static Decision Answering(this Decision decision, Message answer, DateTimeOffset now) =>
        decision.Person.StoppedAt is null && AnswerLimit.Next(decision.Person, answer.Kind!.Value, now) is { } person
            ? decision with { Person = person, Answer = answer }
            : decision;
}
