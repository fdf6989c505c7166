using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies.Answers;

namespace Outreach.Replies;

/// <summary>Turns words into what somebody wants, told who writes and what we said to them.</summary>
public sealed class Understand(ReplyReader reader, Settings settings)
{
    /// <param name="words">Without a code that was among them.</param>
    public Intent Of(string? words, InboundEvent inbound, Writer writer)
    {
        var person = writer.Person.Value;
        if (person is { StoppedAt: null, LanguageHint: { } hint } && hint.IsAccepted(words))
            return new Intent.ReadIn(Language.Find(hint.Language)!);
        if (inbound.OptOutType is "STOP")
            return new Intent.Stop(IsAnswered: true);
        var own = inbound.IsSubjectAlone ? OwnWords.TakenOutOfSubject(words ?? "", writer.Subjects) : OwnWords.TakenOut(words ?? "", writer.Sent);
        if (own is { AreFound: true, Rest: "" })
            return new Intent.Unsure { SaysNothing = true };
        if (person.StoppedAt is null && LanguageWish.Of(own.Rest) is { } wished && wished.Code != person.Language)
            return new Intent.ReadIn(wished);
        var reading = reader.Read(own.Rest, person.Language, writer.Meeting?.ContactName, person.Name);
        return reading.Kind is ReplyKind.Yes or ReplyKind.No && writer.Meeting is { } meeting
            && (NamedDays.AreOthers(reading, own.Rest, settings.Day(inbound.At), DaysOf(meeting)) || reading.Hour is { } hour && NamedHour.IsOther(hour, meeting, settings))
            ? new Intent.Unsure()
            : Of(reading, inbound.OptOutType is not null);
    }

    /// <summary>What a message of somebody whom we do not know means.</summary>
    public Intent OfAStranger(string? words) => Of(reader.Read(OwnWords.TakenOut(words ?? "").Rest, null), isAnswered: false);

    /// <summary>Somebody who does not know yet that the meeting moved may name the old day.</summary>
    private DateOnly[] DaysOf(Meeting meeting) =>
        [settings.Day(meeting.StartsAt), settings.Day(meeting.EndsAt), .. meeting.MovedFrom is { } before ? [settings.Day(before)] : Array.Empty<DateOnly>()];

    /// <param name="isAnswered">The provider read it too.</param>
    private static Intent Of(Reading reading, bool isAnswered) => reading.Kind switch
    {
        ReplyKind.Stop => new Intent.Stop(isAnswered) { SaysMore = reading.SaysMore },
        ReplyKind.WrongNumber => new Intent.WrongNumber(),
        ReplyKind.Start => new Intent.Start(),
        ReplyKind.Help => new Intent.Help(),
        ReplyKind.Yes => Answer(reading, Reply.Yes),
        ReplyKind.No => Answer(reading, Reply.No),
        ReplyKind.Maybe => Answer(reading, Reply.Maybe),
        _ when reading.IsAcknowledgement => new Intent.Thanks(MayAsk: reading.Kind is ReplyKind.Question),
        _ => new Intent.Unsure(),
    };

    private static Intent.Answer Answer(Reading reading, Reply reply) => new(reply, reading.NamesParty ? reading.Party : null, reading.WrittenIn)
    {
        IsMereOk = reading.IsAcknowledgement,
        SaysBoth = reading.SaysBoth,
        IsMereReason = reading.IsMereReason,
        LeavesOut = reading.LeavesOut,
        IsBare = reading.IsBare,
    };
}
