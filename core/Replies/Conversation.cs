using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>What somebody wrote, and all that decides what is done about it.</summary>
/// <param name="Invitation">To the meeting that it is about.</param>
/// <param name="Open">Their invitations to all open meetings; empty where the intent is about one alone.</param>
/// <param name="Block">The suppression of the number or address that it came from.</param>
public sealed record Conversation(
    InboundEvent Inbound, Writer Writer, Stored<Invitation>? Invitation, IReadOnlyList<Stored<Invitation>> Open, Suppression? Block)
{
    /// <summary>It came from a number or address that somebody reported as wrong, and no organiser has taken that back; a start word does not tell whose it is.</summary>
    public bool IsFromWrongContact { get; init; }

    /// <summary>The places of the meeting that it is about, where they are counted.</summary>
    public Stored<Seats>? Seats { get; init; }

    public GroupId Group => Writer.Group.Id;

    public Person Person => Writer.Person.Value;

    public Stored<Invitation>? InvitationTo(MeetingId meeting) => Invitation?.Value.Meeting == meeting ? Invitation : Open.FirstOrDefault(one => one.Value.Meeting == meeting);

    /// <summary>As it is kept in the conversation, under the provider's id.</summary>
    public Message Received { get; } = ReceivedFrom(Writer.Group, Writer.Person.Value, Writer.Meeting?.Id, Inbound);

    public static Message ReceivedFrom(Group group, Person person, MeetingId? meeting, InboundEvent inbound) => new()
    {
        Person = person.Id,
        At = inbound.At,
        Step = MessageStep.Received(inbound.Id),
        Meeting = meeting,
        Channel = inbound.Channel,
        Language = person.Language ?? group.Language,
        Address = inbound.From,
        Subject = inbound.Subject,
        Text = inbound.Text,
        State = MessageState.Received,
        ProviderId = inbound.Id,
    };

    /// <summary>By the way they wrote, to where it came from.</summary>
    public Message Answer(MessageKind kind, DateTimeOffset now) => new()
    {
        Person = Person.Id,
        At = now,
        Step = MessageStep.AnswerTo(Inbound.Id),
        Kind = kind,
        Meeting = Writer.Meeting?.Id,
        Channel = Inbound.Channel,
        Language = Writer.Language,
        Address = Inbound.From,
        State = MessageState.Queued,
        IsAnswer = true,
        NewsOf = News.ToldBy(kind, Writer.Meeting),
    };
}

/// <summary>Reads what an intent is judged by, each row once.</summary>
public sealed class LoadConversation(PeopleStore people, MeetingStore meetings, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    /// <returns>Null when it was polled, and is handled already. Of a webhook hardly any comes twice, and saving it tells.</returns>
    public async Task<Conversation?> HandleAsync(InboundEvent inbound, Writer writer, Intent intent, CancellationToken ct)
    {
        var (group, person) = (writer.Group.Id, writer.Person.Value);
        if (inbound.IsPolled && await people.HasReceivedAsync(group, Conversation.ReceivedFrom(writer.Group, person, null, inbound), ct))
            return null;
        var open = await OpenAsync(writer, IsAboutAll(intent, person, inbound), ct);
        var invitation = writer.Meeting is not { } about ? null
            : writer.Invitation ?? open.FirstOrDefault(one => one.Value.Meeting == about.Id) ?? await people.FindAsync(group, about.Id, person.Id, ct);
        // The person was read before it: they may have said stop in between.
        if (invitation is { Value.Reply: Reply.Stop } && person.StoppedAt is null && await people.FindAsync(group, person.Id, ct) is { } now)
            writer = writer with { Person = now };
        var seats = intent is Intent.Answer && writer.Meeting is { Capacity: not null } counted ? await meetings.FindSeatsAsync(group, counted.Id, ct) : null;
        var sender = hasher.Of(group, inbound);
        var block = await suppressions.FindAsync(group, sender, ct);
        return new Conversation(inbound, writer, invitation, open, block)
        {
            Seats = seats,
            IsFromWrongContact = block is { How: OptOutSource.WrongNumber } || IsWrong(writer.Person.Value, sender, inbound.From),
        };
    }

    private static bool IsWrong(Person person, ContactHash sender, string from)
    {
        var known = person.Mobile?.Value == from ? person.Mobile : string.Equals(person.Email?.Value, from, StringComparison.OrdinalIgnoreCase) ? person.Email : null;
        return known is null ? person.Wrong.Any(wrong => wrong.Hash == sender) : known.BadCode is WrongContact.Code;
    }

    /// <summary>Whether it weighs, or changes, what somebody is invited to besides.</summary>
    private static bool IsAboutAll(Intent intent, Person person, InboundEvent inbound) => intent switch
    {
        Intent.ReadIn or Intent.Stop or Intent.Answer { SaysBoth: true } => true,
        Intent.Thanks or Intent.Answer { Reply: Reply.Yes or Reply.Maybe } => person.Confirm(inbound.From, inbound.At) != person,
        _ => false,
    };

    private async Task<IReadOnlyList<Stored<Invitation>>> OpenAsync(Writer writer, bool all, CancellationToken ct)
    {
        var open = new List<Stored<Invitation>>();
        foreach (var meeting in all ? writer.Open(clock.GetUtcNow()) : [])
        {
            if (await people.FindAsync(writer.Group.Id, meeting.Id, writer.Person.Value.Id, ct) is { } invitation)
                open.Add(invitation);
        }

        return open;
    }
}

internal static class ContactOfEvent
{
    /// <summary>The number or address that it came from.</summary>
    public static ContactHash Of(this ContactHasher hasher, GroupId group, InboundEvent inbound) => inbound.Kind is InboundKind.Sms
        ? hasher.Of(group, new PhoneNumber(inbound.From))
        : hasher.Of(group, new EmailAddress(inbound.From));
}
