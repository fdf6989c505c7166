using Outreach.Invitations;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>A provider tells what became of a message. Reports come late, twice and out of order: a message never goes back.</summary>
public sealed class ReceiveReport(PeopleStore people, MeetingStore meetings, GroupStore groups, OptOut optOut, ContactHasher hasher, TimeProvider clock)
{
    public async Task HandleAsync(InboundEvent inbound, CancellationToken ct)
    {
        if (MessageKey.TryParseReference(inbound.Reference, out var group, out var key))
            await Retry.OnConflictAsync(() => ApplyAsync(group, key, inbound, ct));
        else if (inbound.Report is DeliveryReport.AddressBad or DeliveryReport.OptedOut)
            await ApplyToAddressAsync(inbound, ct);
    }

    private async Task ApplyAsync(GroupId group, MessageKey key, InboundEvent inbound, CancellationToken ct)
    {
        if (await people.FindAsync(group, key, ct) is not { } message || await people.FindAsync(group, key.Person, ct) is not { } person)
            return;
        if (inbound.Report is DeliveryReport.OptedOut)
        {
            await optOut.HandleAsync(group, key.Person, "provider", null, null, ct);
            return;
        }

        if (message.Value.State is MessageState.Delivered or MessageState.PermanentFailure or MessageState.Dropped)
            return;
        var meeting = message.Value.Meeting is { } id ? (await meetings.FindAsync(group, id, ct))?.Value : null;
        var invitation = meeting is null ? null : await people.FindAsync(group, meeting.Id, key.Person, ct);
        await SaveAsync(group, message, person, invitation, After(new Outgoing(message.Value, message, person, invitation, meeting), inbound), ct);
    }

    private Fate After(Outgoing item, InboundEvent inbound)
    {
        var now = clock.GetUtcNow();
        var providerId = inbound.ProviderId ?? item.Message.ProviderId ?? "";
        return inbound.Report switch
        {
            DeliveryReport.Delivered => Once(item, Fate.Accepted(item, providerId, delivered: true, now)),
            DeliveryReport.AddressBad => Fate.Failed(item, inbound.Code ?? "address-bad", addressBad: true, now),
            DeliveryReport.Refused => Fate.Failed(item, inbound.Code ?? "refused", addressBad: false, now),
            DeliveryReport.TemporaryFailure => WithCode(Underway(item, providerId, now), inbound.Code),
            _ => Underway(item, providerId, now),
        };
    }

    private static Fate WithCode(Fate fate, string? code) => fate with { Message = fate.Message with { Code = code } };

    /// <summary>Whatever the provider has to say of a message, it has it: a claim in doubt is none any more.</summary>
    private static Fate Underway(Outgoing item, string providerId, DateTimeOffset now) => item.Message.State is MessageState.Sending
        ? Fate.Accepted(item, providerId, delivered: false, now)
        : new Fate(item.Message, item.Person.Value, item.Invitation?.Value);

    /// <summary>The person's count of unasked messages was raised when the provider took the message; a report does not raise it again.</summary>
    private static Fate Once(Outgoing item, Fate fate) =>
        item.Message.State is MessageState.Sending ? fate : fate with { Person = item.Person.Value };

    private async Task SaveAsync(
        GroupId group, Stored<Message> message, Stored<Person> person, Stored<Invitation>? invitation, Fate fate, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(group, person.Value.Id));
        if (fate.Message != message.Value)
            changes.Change(message, fate.Message);
        if (fate.Person != person.Value)
            changes.Change(person, fate.Person);
        if (invitation is not null && fate.Invitation is { } after && after != invitation.Value)
            changes.Change(invitation, after);
        if (fate.Next is { } next)
        {
            changes.Add(next);
            changes.Tell(SendMessageJob.For(group, next, clock.GetUtcNow()));
        }

        await people.SaveAsync(changes, ct);
    }

    /// <summary>An asynchronous bounce may lack our reference: then the address itself is all there is.</summary>
    private async Task ApplyToAddressAsync(InboundEvent inbound, CancellationToken ct)
    {
        var email = new EmailAddress(inbound.From);
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await people.FindAsync(group.Id, hasher.Of(group.Id, email), ct) is not { } contact)
                continue;
            if (inbound.Report is DeliveryReport.OptedOut)
                await optOut.HandleAsync(group.Id, contact.Value.Person, "provider", null, null, ct);
            else
                await Retry.OnConflictAsync(() => MarkBadAsync(group.Id, contact.Value.Person, inbound.Code ?? "address-bad", ct));
        }
    }

    private async Task MarkBadAsync(GroupId group, PersonId id, string code, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { Value.Email: { BadCode: null } email } person)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, person.Value with { Email = email with { BadCode = code } });
        await people.SaveAsync(changes, ct);
    }
}
