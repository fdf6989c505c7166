using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What an intent comes to, in the conversation that it is part of. Pure.</summary>
public static class Decide
{
    public static Decision Of(Intent intent, Conversation said, DateTimeOffset now)
    {
        if (intent is Intent.Answer { SaysBoth: true } && said.Open.Count > 1)
            intent = new Intent.Unsure();
        var decision = intent is Intent.Thanks or Intent.Answer { IsMereOk: true } or Intent.Answer { Reply: Reply.Yes or Reply.Maybe }
            ? Confirmed(said, now)
            : new Decision(HeardFrom(said));
        return intent switch
        {
            Intent.Stop stop => Stopped(decision, stop, said, now),
            Intent.Start when said.Person.StoppedAt is not null || said.Block is not null => Started(decision, said, now),
            Intent.WrongNumber => WrongNumber(decision, said, now),
            Intent.ReadIn chosen => Chosen(decision, chosen, said, now),
            Intent.Help => decision.Answering(said.Answer(MessageKind.Help, now), now),
            Intent.Thanks thanks => Thanked(decision, thanks, said, now),
            Intent.Answer { IsMereOk: true } ok when said.Invitation?.Value.Reply is not (null or Reply.None or Reply.Question) =>
                said.Invitation.Value.Reply is Reply.Yes ? decision : ToAPerson(decision, said, now),
            Intent.Answer { IsBare: true } when said.Writer.IsAskedElse => ToAPerson(decision, said, now),
            // Their place may be given away at once: "I am ill" may be an absence note, or of yesterday.
            Intent.Answer { IsMereReason: true } when said.Invitation?.Value.Reply is Reply.Yes => ToAPerson(decision, said, now),
            Intent.Answer answer => Answer(decision, answer, said, now),
            Intent.Unsure { SaysNothing: true } => ReadByAPerson(decision, said, now),
            _ => ToAPerson(decision, said, now),
        };
    }

    /// <summary>Confirms an unconfirmed contact as theirs: they have answered from it.</summary>
    private static Decision Confirmed(Conversation said, DateTimeOffset now)
    {
        if (said.Person.StoppedAt is not null)
            return new Decision(said.Person);
        var (before, after) = (said.Person, said.Person.WroteFrom(said.Inbound.From).Confirm(said.Inbound.From, now));
        return before == after
            ? new Decision(before)
            : said.Open.Select(invitation => invitation.Value.Follow(before, after, now)).Aggregate(new Decision(after), (decision, invitation) => decision.With(invitation));
    }

    private static Person HeardFrom(Conversation said) => said.Person.StoppedAt is null ? said.Person.WroteFrom(said.Inbound.From) : said.Person;

    /// <summary>Where the number was reported as wrong, only a person can find out who asks for messages there.</summary>
    private static Decision Started(Decision decision, Conversation said, DateTimeOffset now)
    {
        var started = decision with { Stop = StopChange.Lifts, Answer = said.Answer(MessageKind.Started, now) };
        return said.IsFromWrongContact ? started with { ForAPerson = ItemOf(said), IfSaidBefore = started } : started;
    }

    /// <summary>Silent at once, whatever is around it; what they said besides is read by a person, and they are kept until then.</summary>
    private static Decision Stopped(Decision decision, Intent.Stop stop, Conversation said, DateTimeOffset now)
    {
        var stopped = decision with
        {
            Stop = StopChange.Stops,
            // With the code of a letter they may write from a phone that is not theirs: that is not written to either.
            Block = new Suppression(said.Inbound.At, OptOutSource.Reply),
            Answer = stop.IsAnswered ? null : said.Answer(MessageKind.Stopped, now) with { NotExpected = said.Open.Any(invitation => invitation.Value.Reply is Reply.Yes) },
        };
        return stop.SaysMore ? stopped with { ForAPerson = ItemOf(said) with { SaysStop = true }, IfSaidBefore = stopped } : stopped;
    }

    private static InboxItem ItemOf(Conversation said) => ForAPerson.Of(said.Inbound, said.Writer.Group, said.Person, said.Writer.Meeting?.Id);

    private static Decision WrongNumber(Decision decision, Conversation said, DateTimeOffset now)
    {
        var (person, from) = (said.Person, said.Inbound.From);
        var (mobile, email) = (Wrong(person.Mobile, from), Wrong(person.Email, from));
        // Said twice, or after a stop: there is no second confirmation.
        var isKnown = person.StoppedAt is not null || said.Block is { How: not OptOutSource.WrongNumber } || mobile == person.Mobile && email == person.Email;
        var marked = decision with
        {
            Person = person with { Mobile = mobile, Email = email },
            Block = said.Block switch
            {
                null => new Suppression(said.Inbound.At, OptOutSource.WrongNumber),
                // A stop of before stays a stop, not to be undone with the number. But no start word from before this lifts it.
                var block => block.At < said.Inbound.At ? block with { At = said.Inbound.At } : null,
            },
            Answer = isKnown ? null : said.Answer(MessageKind.WrongNumber, now),
        };
        // Only a person can find out whose yes that was, or to whom a letter or mail came that somebody answers from elsewhere.
        return said.Invitation?.Value.Reply is Reply.Yes or Reply.Maybe || !IsTheirs(person.Mobile, from) && !IsTheirs(person.Email, from) && !said.IsFromWrongContact ? marked with { ForAPerson = ItemOf(said), IfSaidBefore = marked } : marked;
    }

    private static Contact? Wrong(Contact? contact, string from) => IsTheirs(contact, from) ? contact! with { BadCode = WrongContact.Code } : contact;

    private static bool IsTheirs(Contact? contact, string from) => string.Equals(contact?.Value, from, StringComparison.OrdinalIgnoreCase);

    private static Decision Chosen(Decision decision, Intent.ReadIn chosen, Conversation said, DateTimeOffset now)
    {
        var code = chosen.Language.Code;
        return said.Open.Select(invitation => invitation.Value with { Language = code })
            .Aggregate(decision with { Person = decision.Person with { Language = code } }, (changed, invitation) => changed.With(invitation))
            .Answering(said.Answer(MessageKind.LanguageChosen, now) with { Language = code }, now);
    }

    /// <summary>From somebody who answered already, thanks are kept in the conversation and ask for nothing. After a no, a person reads what may be a question.</summary>
    private static Decision Thanked(Decision decision, Intent.Thanks thanks, Conversation said, DateTimeOffset now) => said.Writer.Meeting is null ? ToAPerson(decision, said, now) : said.Invitation?.Value.Reply switch
    {
        null or Reply.None => ToAPerson(decision, said, now),
        Reply.Yes => decision,
        _ => thanks.MayAsk ? ToAPerson(decision, said, now) : decision,
    };

    private static Decision Answer(Decision decision, Intent.Answer answer, Conversation said, DateTimeOffset now)
    {
        if (said.Writer.Meeting is not { } meeting || said.Person.StoppedAt is not null || said.Invitation?.Value is not { } stored)
            return ToAPerson(decision, said, now);
        // "Wrong number", and then a yes: it may be theirs or a stranger's.
        if (said.IsFromWrongContact)
            return ToAPerson(decision, said, now);
        var before = decision.Invitations.GetValueOrDefault(meeting.Id) ?? stored;
        switch (Answered.Refusal(meeting, before, now))
        {
            // They know, and would not have come.
            case ReplyOutcome.Cancelled when answer.Reply is Reply.No && before.News is { State: HeardState.Told } heard && heard.Of == News.Of(meeting):
                return decision;
            case ReplyOutcome.Cancelled:
                var told = decision.Answering(said.Answer(MessageKind.MeetingCancelled, now), now);
                return told.With(before.Hearing(told.Answer));
            case not null:
                return ToAPerson(decision, said, now);
        }

        var answered = Answered.By(new GivenReply(answer.Reply, answer.Party, said.Inbound.At), before, meeting, said.Seats?.Value, now);
        var (person, offered) = Hear(decision.Person, answer.Heard, said, answered.MayConfirm, now);
        var confirmation = answered.MayConfirm ? said.Answer(answered.Confirmation, now) with { OfferLanguage = offered, KeepsPlaces = answered.KeepsPlaces } : null;
        return (decision with { Person = person, Seats = answered.Seats, Answer = confirmation })
            .With((answered.MayConfirm ? answered.ConfirmedAt(now) : answered.Invitation).Hearing(confirmation));
    }

    /// <summary>Counts in which language somebody answers.</summary>
    /// <returns>Also the language to offer now, once in a lifetime.</returns>
    private static (Person Person, string? Offered) Hear(Person person, string? heard, Conversation said, bool canOffer, DateTimeOffset now)
    {
        var hint = LanguageHint.After(person.LanguageHint, heard, said.Writer.Language, canOffer, now);
        return hint == person.LanguageHint ? (person, null) : (person with { LanguageHint = hint }, hint?.OfferedAt is null ? null : hint.Language);
    }

    private static Decision ToAPerson(Decision decision, Conversation said, DateTimeOffset now)
    {
        if (said.Invitation?.Value is { } stored && (decision.Invitations.GetValueOrDefault(stored.Meeting) ?? stored) is { Reply: Reply.None } silent)
            decision = decision.With(silent with { Reply = Reply.Question, RepliedAt = said.Inbound.At });
        return ReadByAPerson(decision, said, now);
    }

    /// <summary>Whoever has not answered is asked again, and called, all the same.</summary>
    private static Decision ReadByAPerson(Decision decision, Conversation said, DateTimeOffset now) =>
        decision.Answering(said.Answer(MessageKind.APersonWillRead, now), now) with
        {
            ForAPerson = ItemOf(said),
            IfSaidBefore = decision,
        };

    /// <summary>Answers, unless they stopped or were answered often enough today.</summary>
    private static Decision Answering(this Decision decision, Message answer, DateTimeOffset now) =>
        decision.Person.StoppedAt is null && AnswerLimit.Next(decision.Person, answer.Kind!.Value, now) is { } person
            ? decision with { Person = person, Answer = answer }
            : decision;
}
