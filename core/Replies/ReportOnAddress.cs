using Outreach.Contacts;
using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>An asynchronous bounce of SendGrid may lack our reference: then it is about what we mailed to the address, in each group that did.</summary>
public sealed class ReportOnAddress(PeopleStore people, GroupStore groups, OptOut optOut, ContactHasher hasher)
{
    /// <returns>The messages that it is about.</returns>
    public async Task<IReadOnlyList<(GroupId Group, MessageKey Key)>> HandleAsync(InboundEvent inbound, CancellationToken ct)
    {
        var about = new List<(GroupId, MessageKey)>();
        var email = new EmailAddress(inbound.From);
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await people.FindAsync(group.Id, hasher.Of(group.Id, email), ct) is not { } contact)
                continue;
            if (inbound.Report is DeliveryReport.OptedOut)
                await optOut.HandleAsync(group.Id, contact.Value.Person, OptOutSource.Provider, null, null, ct);
            else if (await MailsAsync(group.Id, contact.Value.Person, email, ct) is { Count: > 0 } mails)
                about.AddRange(mails.Select(mail => (group.Id, mail)));
            else
                await Retry.OnConflictAsync(() => MarkBadAsync(group.Id, contact.Value.Person, inbound.Code ?? "address-bad", ct));
        }

        return about;
    }

    /// <summary>The last that the mail server of this address took, and all that have not got so far.</summary>
    private async Task<IReadOnlyList<MessageKey>> MailsAsync(GroupId group, PersonId person, EmailAddress email, CancellationToken ct)
    {
        var mails = new List<Message>();
        await foreach (var message in people.ConversationAsync(group, person, ct))
        {
            if (message.Value is { Channel: Channel.Email, State: MessageState.Sending or MessageState.Sent or MessageState.Delivered } && message.Value.Address == email.Value)
                mails.Add(message.Value);
        }

        var taken = mails.FindLast(mail => mail.State is MessageState.Delivered);
        return [.. mails.Where(mail => mail.State is not MessageState.Delivered || mail == taken).Select(mail => mail.Key)];
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
