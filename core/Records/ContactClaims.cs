using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The owner of a contact point. A claim comes before the person it is for; one whose person does not come is abandoned.</summary>
public sealed class ContactClaims(PeopleStore people, TimeProvider clock)
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(1);

    /// <summary>Whether a claim whose person is not there may be taken over: whoever made it has had the time to add them.</summary>
    public bool LooksAbandoned(ContactRow claim) => clock.GetUtcNow() - claim.At >= AbandonedAfter;

    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public Task ClaimAsync(GroupId group, ContactHash hash, PersonId owner, CancellationToken ct) =>
        SaveAsync(group, hash, changes => changes.Claim(hash, new ContactRow(owner, clock.GetUtcNow())), ct);

    /// <exception cref="ConflictException">It has changed hands meanwhile.</exception>
    public Task TakeOverAsync(GroupId group, ContactHash hash, Stored<ContactRow> before, PersonId owner, CancellationToken ct) =>
        SaveAsync(group, hash, changes => changes.TakeOver(hash, before, new ContactRow(owner, clock.GetUtcNow())), ct);

    /// <summary>For somebody who is there. False when it belongs to somebody else, who is there too or may just be on the way.</summary>
    public async Task<bool> TryClaimAsync(GroupId group, ContactHash hash, PersonId owner, CancellationToken ct)
    {
        if (await people.FindAsync(group, hash, ct) is not { } contact)
            await ClaimAsync(group, hash, owner, ct);
        else if (contact.Value.Person == owner)
            return true;
        else if (LooksAbandoned(contact.Value) && await people.FindAsync(group, contact.Value.Person, ct) is null)
            await TakeOverAsync(group, hash, contact, owner, ct);
        else
            return false;
        return true;
    }

    private Task SaveAsync(GroupId group, ContactHash hash, Action<Changes> add, CancellationToken ct)
    {
        var changes = new Changes(new Shard(group, hash.Shard));
        add(changes);
        return people.SaveAsync(changes, ct);
    }
}
