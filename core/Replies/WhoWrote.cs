using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies.Answers;
using Outreach.Storage;

namespace Outreach.Replies;

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
            return holder with { LastHeard = HeardIn(answered, holder.Meeting), IsPassedOn = await IsPassedOnAsync(inbound, holder, ct) };
        if (answered is not null && await people.FollowAsync(group, key.Person, ct) is { } author)
        {
            var writer = await AboutAsync(await groups.GetRecentAsync(group, ct), author, answered.Meeting, mayQuote, ct);
            return writer with { LastHeard = HeardIn(answered, writer.Meeting), IsPassedOn = await IsPassedOnAsync(inbound, writer, ct) };
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

    /// <summary>The meeting to come that we had last written to them about when they wrote.</summary>
    private async Task<Writer> AboutTheLastAsync(Group group, Stored<Person> person, InboundEvent inbound, bool mayQuote, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group.Id, ct);
        var coming = all.Where(meeting => !meeting.IsOver(clock.GetUtcNow())).ToList();
        var writer = new Writer(group, person, all, null);
        var latest = inbound.At + ClocksDiffer;
        if (!mayQuote && coming is [var only] && await OnlyAskedToAsync(group, person.Value, only, latest, ct) is { } invitation)
            return writer with { Meeting = only, Invitation = invitation };
        var sent = mayQuote || coming.Count > 0 ? await SentAsync(group, person.Value, ct) : [];
        // A list may have stood ready for days before its messages left.
        var arrived = sent.Where(message => MayHaveArrived(message, latest)).OrderBy(message => message.TriedAt ?? message.At).ToList();
        var meeting = await MeetingOfAsync(group, person.Value, coming, arrived, inbound.Channel, ct);
        var last = arrived.LastOrDefault(message => message.Kind is not MessageKind.APersonWillRead);
        var heard = HeardIn(last, meeting);
        if (heard is LastHeard.OfMeeting && last != arrived.LastOrDefault())
            heard = LastHeard.AnAnswer;
        return WithSent(writer with { Meeting = meeting, LastHeard = heard }, mayQuote ? sent : []);
    }

    /// <summary>Their invitation, when they were asked to this one meeting and nothing else since: mostly so, and then nobody has to read the whole conversation.</summary>
    private async Task<Stored<Invitation>?> OnlyAskedToAsync(Group group, Person person, Meeting meeting, DateTimeOffset latest, CancellationToken ct) =>
        await people.FindAsync(group.Id, meeting.Id, person.Id, ct) is { Value.Reply: Reply.None } invitation
        && invitation.Value.SentAt <= latest && !(person.ToldElseAt > invitation.Value.SentAt) && !person.Unasked.Any(at => at > invitation.Value.SentAt) && !person.Answered.Any(answer => answer.At > invitation.Value.SentAt)
            ? invitation
            : null;

    /// <summary>What they got by the channel that they write by comes first. A meeting that is off only when no other is open: then they hear so.</summary>
    private async Task<Meeting?> MeetingOfAsync(Group group, Person person, List<Meeting> coming, IReadOnlyList<Message> arrived, Channel channel, CancellationToken ct)
    {
        var sameWay = arrived.Where(message => message.Channel == channel && message.State is not MessageState.PermanentFailure);
        return LastOf(sameWay, coming, isOff: false)
            ?? LastOf(arrived, coming, isOff: false)
            ?? await AnsweredAsync(group, person, coming, ct)
            ?? LastOf(arrived, coming, isOff: true);
    }

    private static Meeting? LastOf(IEnumerable<Message> messages, List<Meeting> coming, bool isOff) =>
        messages.Select(message => coming.Find(meeting => meeting.Id == message.Meeting)).LastOrDefault(meeting => meeting is not null && meeting.CancelledAt is not null == isOff);

    private static LastHeard HeardIn(Message? last, Meeting? meeting) => last?.Kind switch
    {
        { } kind when MessageKinds.IsAboutElse(kind) => LastHeard.SomethingElse,
        MessageKind.InboxAnswer => last!.OwnText?.IndexOfAny(QuestionMarks) >= 0 ? LastHeard.SomethingElse : LastHeard.AnAnswer,
        MessageKind.MeetingCancelled when last!.Meeting != meeting?.Id => LastHeard.SomethingElse,
        MessageKind.Help or MessageKind.LanguageChosen or MessageKind.Started or MessageKind.APersonWillRead => LastHeard.AnAnswer,
        _ => LastHeard.OfMeeting,
    };

    /// <summary>From an address of another whom we know, or with the subject of a mail that was forwarded. People have more than one address of their own.</summary>
    private async Task<bool> IsPassedOnAsync(InboundEvent inbound, Writer writer, CancellationToken ct)
    {
        var (group, person) = (writer.Group.Id, writer.Person.Value);
        if (string.Equals(person.Email?.Value, inbound.From, StringComparison.OrdinalIgnoreCase))
            return false;
        return await people.FindAsync(group, hasher.Of(group, inbound), ct) is { } contact
            ? (await people.FollowAsync(group, contact.Value.Person, ct))?.Value.Id != person.Id
            : ForwardedMail.Is(inbound.Subject);
    }

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
