using Outreach.Records;

namespace Outreach.Replies;

/// <summary>What a resident's words mean, once ours are taken out of them, told whom we know and what they are invited to.</summary>
public sealed class ReadWords(PeopleStore people, MeetingStore meetings, ReplyReader reader, TimeProvider clock)
{
    private static readonly Reading ToAPerson = new(ReplyKind.Unclear);

    public async Task<Reading> OfAsync(Writer writer, InboundEvent inbound, string? words, CancellationToken ct)
    {
        if (inbound.OptOutType is "STOP")
            return new Reading(ReplyKind.Stop);
        var own = OwnWords.TakenOut(words ?? "", OwnWords.MayStandIn(words ?? "") ? await SentAsync(writer, ct) : []);
        var contact = writer.Meeting is { } id ? (await meetings.FindAsync(writer.Group.Id, id, ct))?.Value.ContactName : null;
        var reading = reader.Read(own.Rest, writer.Person.Language, contact, writer.Person.Name);
        return reading.SaysBoth && await IsInvitedTwiceAsync(writer, ct) ? ToAPerson : reading;
    }

    public Reading OfAStranger(string? words) => reader.Read(OwnWords.TakenOut(words ?? "", []).Rest, null);

    private async Task<IReadOnlyCollection<string>> SentAsync(Writer writer, CancellationToken ct)
    {
        var sent = new List<string>();
        await foreach (var message in people.ConversationAsync(writer.Group.Id, writer.Person.Id, ct))
            if (message.Value is { Kind: not null, Text: { } text })
                sent.Add(text);
        return sent;
    }

    /// <summary>"Both": two people, or both of the meetings?</summary>
    private async Task<bool> IsInvitedTwiceAsync(Writer writer, CancellationToken ct)
    {
        var invited = 0;
        foreach (var meeting in (await meetings.ListAsync(writer.Group.Id, ct)).Where(meeting => meeting.IsOpen(clock.GetUtcNow())))
            if (await people.FindAsync(writer.Group.Id, meeting.Id, writer.Person.Id, ct) is not null)
                invited++;
        return invited > 1;
    }
}
