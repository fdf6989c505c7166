using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>A resident who wrote to a group, and the meeting that it is about.</summary>
public sealed record Writer(Group Group, Person Person, MeetingId? Meeting)
{
    /// <summary>What they wrote, as it is kept in the conversation, under the provider's id.</summary>
    public Message Received(InboundEvent inbound) => new()
    {
        Person = Person.Id,
        At = inbound.At,
        Step = "in-" + InboxItem.HashOf(inbound.Id),
        Meeting = Meeting,
        Channel = inbound.Channel,
        Language = Person.Language ?? Group.Language,
        Address = inbound.From,
        Subject = inbound.Subject,
        Text = inbound.Text,
        State = MessageState.Received,
        ProviderId = inbound.Id,
    };
}

/// <summary>Finds who wrote: by the thread of an e-mail, by a code of theirs that stands in the text, else by the number or address it came from.</summary>
public sealed class WhoWrote(PeopleStore people, GroupStore groups, MeetingStore meetings, Codes codes, ContactHasher hasher, TimeProvider clock)
{
    /// <returns>One for each group that knows the number or address; none for a stranger.</returns>
    public async Task<IReadOnlyList<Writer>> FindAsync(InboundEvent inbound, CodeInText? code, CancellationToken ct)
    {
        if (await ByThreadAsync(inbound, ct) is { } exact)
            return [exact];
        if (code is { Row: { Kind: CodeKind.Invitation or CodeKind.Welcome } row } && await HolderAsync(row, ct) is { } holder)
            return [holder];
        var found = new List<Writer>();
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await people.FindAsync(group.Id, HashOf(group.Id, inbound), ct) is { } contact
                && await people.FollowAsync(group.Id, contact.Value.Person, ct) is { } person)
                found.Add(new Writer(group, person.Value, await MeetingOfAsync(group.Id, person.Value.Id, ct)));
        }

        return found;
    }

    public ContactHash HashOf(GroupId group, InboundEvent inbound) => inbound.Kind is InboundKind.Sms
        ? hasher.Of(group, new PhoneNumber(inbound.From))
        : hasher.Of(group, new EmailAddress(inbound.From));

    private async Task<Writer?> ByThreadAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (inbound.Kind is not InboundKind.Email)
            return null;
        if (Code.TryParse(inbound.To?.Split('@')[0], out var code) && await codes.FindAsync(code, ct) is { Value: { Kind: CodeKind.Invitation or CodeKind.Welcome } row } && await HolderAsync(row, ct) is { } holder)
            return holder;
        if (MessageKey.TryParseReference(inbound.InReplyTo?.Trim('<', '>').Split('@')[0], out var group, out var key)
            && await people.FindAsync(group, key, ct) is { } message && await people.FollowAsync(group, key.Person, ct) is { } author)
            return new Writer(await groups.GetAsync(group, ct), author.Value, message.Value.Meeting);
        return null;
    }

    private async Task<Writer?> HolderAsync(CodeRow row, CancellationToken ct) =>
        row.Person is { } id && await people.FollowAsync(row.Group, id, ct) is { } person
            ? new Writer(await groups.GetAsync(row.Group, ct), person.Value, row.Meeting)
            : null;

    /// <summary>The meeting to come that we last wrote to this person about. One that is off only when no other is open: then they hear so.</summary>
    private async Task<MeetingId?> MeetingOfAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        var coming = (await meetings.ListAsync(group, ct)).Where(m => !m.IsOver(clock.GetUtcNow())).ToDictionary(m => m.Id, m => m.CancelledAt is not null);
        MeetingId? last = null, lastOff = null;
        await foreach (var message in people.ConversationAsync(group, person, ct))
        {
            if (message.Value is not { Kind: not null, Meeting: { } meeting, State: not MessageState.Dropped } || !coming.TryGetValue(meeting, out var isOff))
                continue;
            if (isOff)
                lastOff = meeting;
            else
                last = meeting;
        }

        return last ?? lastOff;
    }
}

/// <summary>A code of ours that somebody wrote in a message, from a letter or a flyer or from a neighbour.</summary>
/// <param name="Rest">The words without it.</param>
public sealed record CodeInText(Code Code, CodeRow Row, string Rest)
{
    /// <summary>Words of ten characters that are worth a look; a real message has one at most.</summary>
    private const int MaxLooks = 3;

    public static async Task<CodeInText?> FindAsync(string? text, Codes codes, CancellationToken ct)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var looks = 0;
        foreach (var word in words)
        {
            if (!Code.TryParse(word.Trim('.', ',', ':', '(', ')', '"'), out var code) || ++looks > MaxLooks)
                continue;
            if (await codes.FindAsync(code, ct) is { Value: var row })
                return new CodeInText(code, row, string.Join(' ', words.Where(other => other != word)));
        }

        return null;
    }
}
