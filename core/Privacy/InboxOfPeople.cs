using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>What in the inbox is whose: what is known to be theirs, and what came from their number or address before we knew them.</summary>
public sealed class InboxOfPeople(Inbox inbox, ContactHasher hasher)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListAsync(GroupId group, Person person, bool open, CancellationToken ct)
    {
        var contacts = ContactsOf(group, person).ToHashSet();
        return [.. (await inbox.ListAsync(group, open, ct)).Where(item => item.Person == person.Id || (SenderOf(group, item) is { } sender && contacts.Contains(sender)))];
    }

    public async Task RemoveAsync(GroupId group, Person person, CancellationToken ct)
    {
        foreach (var open in (bool[])[true, false])
        {
            foreach (var item in await ListAsync(group, person, open, ct))
                await inbox.RemoveAsync(group, item, open, ct);
        }
    }

    /// <summary>Who has written something that nobody has read yet.</summary>
    public async Task<Predicate<Person>> AskingAsync(GroupId group, CancellationToken ct)
    {
        var open = await inbox.ListAsync(group, open: true, ct);
        var known = open.Select(item => item.Person).OfType<PersonId>().ToHashSet();
        var strangers = open.Select(item => SenderOf(group, item)).OfType<ContactHash>().ToHashSet();
        return person => known.Contains(person.Id) || (strangers.Count > 0 && ContactsOf(group, person).Any(strangers.Contains));
    }

    /// <summary>The number or address of somebody whom we did not know then.</summary>
    private ContactHash? SenderOf(GroupId group, InboxItem item) => item is { Person: null, From: { } from } ? hasher.Of(group, item.Channel, from) : null;

    /// <summary>What was taken for theirs and is not may be somebody else's, who wrote.</summary>
    private IEnumerable<ContactHash> ContactsOf(GroupId group, Person person) => hasher.Of(group, person).Except(person.Wrong.Select(wrong => wrong.Hash));
}
