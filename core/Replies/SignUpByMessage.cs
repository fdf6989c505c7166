using Outreach.Contacts;
using Outreach.Records;
using Outreach.Replies.Answers;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// A neighbour who is not known yet says yes in a message, with a code that was handed over to them or was on a flyer: the same as on the page.
/// </summary>
public sealed class SignUpByMessage(AnswerPassedOn answer, GroupStore groups, PeopleStore people, ReplyReader reader, ContactHasher hasher)
{
    /// <returns>False when it is not such a message; it is then read as any other.</returns>
    public async Task<bool> HandleAsync(InboundEvent inbound, CodeInText code, CancellationToken ct)
    {
        if (code.Row.Kind is not (CodeKind.PassOn or CodeKind.Flyer))
            return false;
        var group = await groups.GetAsync(code.Row.Group, ct);
        if (await IsHandledAsync(group, inbound, ct))
            return true;
        var reading = reader.Read(code.Rest, null);
        if (reading.Kind is not ReplyKind.Yes
            || await answer.SentAsync(code.Code, CandidateOf(inbound, reading), reading.NamesParty ? reading.Party : null, inbound.At, ct) is not PassedOnOutcome.SignedUp joined)
            return false;
        await Retry.OnConflictAsync(() => KeepAsync(group, joined.Invitation, inbound, ct));
        return true;
    }

    private async Task<bool> IsHandledAsync(Group group, InboundEvent inbound, CancellationToken ct) =>
        await people.FindAsync(group.Id, hasher.Of(group.Id, inbound), ct) is { } contact
        && await people.FindAsync(group.Id, contact.Value.Person, ct) is { } person
        && await people.HasReceivedAsync(group.Id, Conversation.ReceivedFrom(group, person.Value, null, inbound), ct);

    private async Task KeepAsync(Group group, Invitation invitation, InboundEvent inbound, CancellationToken ct)
    {
        if (await people.FindAsync(group.Id, invitation.Person, ct) is not { } person)
            return;
        var received = Conversation.ReceivedFrom(group, person.Value, invitation.Meeting, inbound);
        if (await people.HasReceivedAsync(group.Id, received, ct))
            return;
        var changes = new Changes(Shard.Of(group.Id, person.Value.Id));
        changes.Receive(received);
        await people.SaveAsync(changes, ct);
    }

    private static Candidate CandidateOf(InboundEvent inbound, Reading reading) => inbound.Kind is InboundKind.Sms
        ? new Candidate { Mobile = new PhoneNumber(inbound.From), Language = reading.WrittenIn }
        : new Candidate { Email = new EmailAddress(inbound.From), Language = reading.WrittenIn };
}
