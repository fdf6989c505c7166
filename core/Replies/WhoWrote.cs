using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies.Answers;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>A resident who wrote to a group, what it is about, and what they had heard from us.</summary>
/// <param name="Meetings">All of the group.</param>
/// <param name="Meeting">The one that it is about, when it is about one.</param>
public sealed record Writer(Group Group, Stored<Person> Person, IReadOnlyList<Meeting> Meetings, Meeting? Meeting)
{
    /// <summary>To the meeting, when it was read to find out which one that is.</summary>
    public Stored<Invitation>? Invitation { get; init; }

    /// <summary>They wrote the code of their letter, from whatever phone was at hand.</summary>
    public bool IsByCode { get; init; }

    /// <summary>The words of our messages to them; empty where none of those can be in what they wrote.</summary>
    public IReadOnlyCollection<string> Sent { get; init; } = [];

    /// <summary>The subjects of our messages to them, beside <see cref="Sent"/>.</summary>
    public IReadOnlyCollection<string> Subjects { get; init; } = [];

    /// <summary>The last that they heard from us asked something besides the invitation, or told that another meeting is off: a bare "no" may be about that.</summary>
    public bool IsAskedElse { get; init; }

    public string Language => Person.Value.Language ?? Group.Language;

    public IEnumerable<Meeting> Open(DateTimeOffset now) => Meetings.Where(meeting => meeting.IsOpen(now));
}

/// <summary>Finds who wrote: by the thread of an e-mail, by a code of theirs in the text, else by the number or address it came from.</summary>
public sealed class WhoWrote(PeopleStore people, GroupStore groups, MeetingStore meetings, Codes codes, ContactHasher hasher, TimeProvider clock)
{
    /// <summary>One machine stamps what comes in, another what leaves: what left only after somebody wrote, by more than this, is not what they answer.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private static readonly char[] QuestionMarks = ['?', '؟', '፧'];

    /// <summary>The first code of ours in the text.</summary>
    public Task<CodeInText?> CodeInAsync(InboundEvent inbound, CancellationToken ct) => CodeInText.FindAsync(inbound.Words, codes, ct);

    /// <returns>One for each group that knows the number or address; none for a stranger.</returns>
    public async Task<IReadOnlyList<Writer>> FindAsync(InboundEvent inbound, CodeInText? code, CancellationToken ct)
    {
        var mayQuote = inbound.IsSubjectAlone || OwnWords.MayStandIn(code?.Rest ?? inbound.Text ?? "");
        if (await ByThreadAsync(inbound, mayQuote, ct) is { } exact)
            return [exact];
        if (code is { Row: { Kind: CodeKind.Invitation or CodeKind.Welcome } row } && await HolderAsync(row, mayQuote, ct) is { } holder)
            return [holder with { IsByCode = true }];
        var recent = await groups.ListRecentAsync(ct);
        var known = await InAsync(recent, inbound, mayQuote, ct);
        return known.Count > 0 ? known : await InAsync((await groups.ListAsync(ct)).ExceptBy(recent.Select(group => group.Id), group => group.Id), inbound, mayQuote, ct);
    }

    /// <summary>Somebody else has changed what was read of them. Null: they are gone.</summary>
    public async Task<Writer?> AgainAsync(Writer writer, CancellationToken ct) =>
        await people.FindAsync(writer.Group.Id, writer.Person.Value.Id, ct) is { } person ? writer with { Person = person, Invitation = null } : null;

    private async Task<IReadOnlyList<Writer>> InAsync(IEnumerable<Group> all, InboundEvent inbound, bool mayQuote, CancellationToken ct)
    {
        var found = new List<Writer>();
        foreach (var group in all)
        {
            if (await people.FindAsync(group.Id, hasher.Of(group.Id, inbound), ct) is { } contact
                && await people.FollowAsync(group.Id, contact.Value.Person, ct) is { } person)
                found.Add(await AboutTheLastAsync(group, person, inbound, mayQuote, ct));
        }

        return found;
    }

    private async Task<Writer?> ByThreadAsync(InboundEvent inbound, bool mayQuote, CancellationToken ct)
    {
        if (inbound.Kind is not InboundKind.Email)
            return null;
        var answered = MessageKey.TryParseReference(inbound.InReplyTo?.Trim('<', '>').Split('@')[0], out var group, out var key) ? (await people.FindAsync(group, key, ct))?.Value : null;
        if (Code.TryParse(inbound.To?.Split('@')[0], out var code) && await codes.FindAsync(code, ct) is { Value: { Kind: CodeKind.Invitation or CodeKind.Welcome } row }
            && await HolderAsync(row, mayQuote, ct) is { } holder)
            return holder with { IsAskedElse = AsksElse(answered, holder.Meeting) };
        if (answered is not null && await people.FollowAsync(group, key.Person, ct) is { } author)
        {
            var writer = await AboutAsync(await groups.GetRecentAsync(group, ct), author, answered.Meeting, mayQuote, ct);
            return writer with { IsAskedElse = AsksElse(answered, writer.Meeting) };
        }

        return null;
    }

    private async Task<Writer?> HolderAsync(CodeRow row, bool mayQuote, CancellationToken ct) =>
        row.Person is { } id && await people.FollowAsync(row.Group, id, ct) is { } person
            ? await AboutAsync(await groups.GetRecentAsync(row.Group, ct), person, row.Meeting, mayQuote, ct)
            : null;

    private async Task<Writer> AboutAsync(Group group, Stored<Person> person, MeetingId? meeting, bool mayQuote, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group.Id, ct);
        return WithSent(new Writer(group, person, all, all.FirstOrDefault(one => one.Id == meeting)), mayQuote ? await SentAsync(group, person.Value, ct) : []);
    }

    /// <summary>The meeting to come that we had last written to them about when they wrote. One that is off only when no other is open: then they hear so.</summary>
    private async Task<Writer> AboutTheLastAsync(Group group, Stored<Person> person, InboundEvent inbound, bool mayQuote, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group.Id, ct);
        var coming = all.Where(meeting => !meeting.IsOver(clock.GetUtcNow())).ToList();
        var writer = new Writer(group, person, all, null);
        var latest = inbound.At + ClocksDiffer;
        // Mostly there is one, and they were asked to it, and nothing else since: then nobody has to read the whole conversation.
        if (!mayQuote && coming is [var only] && await people.FindAsync(group.Id, only.Id, person.Value.Id, ct) is { Value.Reply: Reply.None } invitation
            && invitation.Value.SentAt <= latest && !person.Value.Unasked.Any(at => at > invitation.Value.SentAt))
            return writer with { Meeting = only, Invitation = invitation };
        var sent = mayQuote || coming.Count > 0 ? await SentAsync(group, person.Value, ct) : [];
        // A list may have stood ready for days before its messages left.
        var arrived = sent.Where(message => MayHaveArrived(message, latest)).OrderBy(message => message.TriedAt ?? message.At).ToList();
        var meeting = LastOf(arrived.Where(message => message.Channel == inbound.Channel && message.State is not MessageState.PermanentFailure), coming, isOff: false)
            ?? LastOf(arrived, coming, isOff: false) ?? await AnsweredAsync(group, person.Value, coming, ct) ?? LastOf(arrived, coming, isOff: true);
        var last = arrived.LastOrDefault(message => message.Kind is not MessageKind.APersonWillRead);
        return WithSent(writer with { Meeting = meeting, IsAskedElse = AsksElse(last, meeting) }, mayQuote ? sent : []);
    }

    private static Meeting? LastOf(IEnumerable<Message> messages, List<Meeting> coming, bool isOff) =>
        messages.Select(message => coming.Find(meeting => meeting.Id == message.Meeting)).LastOrDefault(meeting => meeting is not null && meeting.CancelledAt is not null == isOff);

    private static bool AsksElse(Message? last, Meeting? meeting) => last?.Kind switch
    {
        MessageKind.WelcomeTheNext or MessageKind.CardCheck => true,
        MessageKind.InboxAnswer => last.OwnText?.IndexOfAny(QuestionMarks) >= 0,
        MessageKind.MeetingCancelled => last.Meeting != meeting?.Id,
        _ => false,
    };

    // One that waits for another try may have come through the first time, and one that was tried again before the last.
    private static bool MayHaveArrived(Message message, DateTimeOffset latest) =>
        (message is { State: MessageState.Queued, Tries: > 0 } or { State: not (MessageState.Queued or MessageState.Dropped) })
        && (message.Tries > 1 ? message.At : message.TriedAt ?? message.At) <= latest;

    /// <summary>The one that they answered on a form, when nothing of ours about it has reached them: they had our one message before, or it could not leave.</summary>
    private async Task<Meeting?> AnsweredAsync(Group group, Person person, IEnumerable<Meeting> coming, CancellationToken ct)
    {
        var answered = new List<Meeting>();
        foreach (var meeting in coming.Where(meeting => meeting.CancelledAt is null))
        {
            if (await people.FindAsync(group.Id, meeting.Id, person.Id, ct) is { Value.Reply: not Reply.None })
                answered.Add(meeting);
        }

        return answered is [var only] ? only : null;
    }

    private async Task<List<Message>> SentAsync(Group group, Person person, CancellationToken ct)
    {
        var sent = new List<Message>();
        await foreach (var message in people.ConversationAsync(group.Id, person, ct))
            if (message.Value.Kind is not null)
                sent.Add(message.Value);
        return sent;
    }

    private static Writer WithSent(Writer writer, List<Message> sent) =>
        writer with { Sent = [.. sent.Select(message => message.Text).OfType<string>()], Subjects = [.. sent.Select(message => message.Subject).OfType<string>().Distinct()] };
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
        foreach (var (code, at, length) in Written(words).Take(MaxLooks))
        {
            if (await codes.FindAsync(code, ct) is { Value: var row })
                return new CodeInText(code, row, string.Join(' ', [.. words[..at], .. words[(at + length)..]]));
        }

        return null;
    }

    /// <summary>In one word; else in two, as people copy long ones: "3kx9m 7qp2d".</summary>
    private static IEnumerable<(Code Code, int At, int Length)> Written(string[] words)
    {
        for (var length = 1; length <= 2; length++)
        {
            for (var at = 0; at + length <= words.Length; at++)
            {
                var joined = string.Concat(words[at..(at + length)]).Trim('.', ',', ':', '(', ')', '"');
                if (Code.TryParse(joined, out var code))
                    yield return (code, at, length);
            }
        }
    }
}
