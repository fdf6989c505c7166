using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// A newcomer who turns out to be known by one of their contact points, or whom another run began to take in and left half done:
/// fills in what we know of them, claims what is new, and makes sure of the one invitation.
/// </summary>
public sealed class Recognise(ITables tables, PeopleStore people, Codes codes, ContactClaims claims, TimeProvider clock)
{
    /// <exception cref="UnfinishedClaimException">Another run is just about to bear them.</exception>
    internal async Task<Registered> HandleAsync(Group group, MeetingId? meeting, Birth birth, CancellationToken ct)
    {
        if (await HasStoppedAsync(group.Id, birth, ct))
            return new Registered(RegisterKind.Suppressed, null);
        var (owner, abandoned) = await OwnerAsync(group.Id, birth, ct);
        if (owner is null)
            return await BearAsync(group, meeting, abandoned is { } unborn ? birth.As(unborn) : birth, ct);
        if (owner.Value.StoppedAt is not null)
            return new Registered(RegisterKind.Suppressed, owner.Value.Id);

        await ClaimAsync(group.Id, birth, owner.Value.Id, ct);
        await FillInAsync(group, meeting, birth, owner, ct);
        return new Registered(owner.Value.Id == birth.Id ? RegisterKind.Accepted : RegisterKind.Merged, owner.Value.Id);
    }

    private async Task FillInAsync(Group group, MeetingId? meeting, Birth birth, Stored<Person> owner, CancellationToken ct)
    {
        var (after, now) = (birth.Newcomer.FillIn(owner.Value), clock.GetUtcNow());
        var changes = new Changes(Shard.Of(group.Id, owner.Value.Id));
        if (after != owner.Value)
            changes.Change(owner, after);
        if (meeting is { } id)
        {
            if (await people.FindAsync(group.Id, id, owner.Value.Id, ct) is not { } invitation)
            {
                var code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, owner.Value.Id, id), ct);
                changes.Add(birth.InvitationOf(after, id, code, group.Language, now));
            }
            else if (invitation.Value.Follow(owner.Value, after, now) is var followed && followed != invitation.Value)
            {
                changes.Change(invitation, followed);
            }
        }

        await people.SaveAsync(changes, ct);
    }

    /// <summary>
    /// Who said stop from one contact point is not asked at another that we learn of later. A number that was somebody else's (<c>wrong-number</c>) stops nobody.
    /// </summary>
    private async Task<bool> HasStoppedAsync(GroupId group, Birth birth, CancellationToken ct)
    {
        foreach (var hash in birth.Stopped)
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || await people.FindAsync(group, contact.Value.Person, ct) is not { Value.StoppedAt: null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// The person behind the first contact point that has one. When all there is is a claim that was abandoned before its birth, that very person is born now:
    /// whoever claimed it may yet come back, and then finds them there.
    /// </summary>
    private async Task<(Stored<Person>? Owner, PersonId? Abandoned)> OwnerAsync(GroupId group, Birth birth, CancellationToken ct)
    {
        var abandoned = new List<(ContactHash Hash, Stored<ContactRow> Contact)>();
        foreach (var hash in birth.Stopped.Concat(birth.Hashes))
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || contact.Value.Person == birth.Id)
                continue;
            if (await people.FindAsync(group, contact.Value.Person, ct) is { } owner)
                return (owner, null);
            if (!claims.LooksAbandoned(contact.Value))
                throw new UnfinishedClaimException(contact.Value.Person);
            abandoned.Add((hash, contact));
        }

        var own = await people.FindAsync(group, birth.Id, ct);
        if (abandoned.Count == 0)
            return (own, null);
        var heir = own?.Value.Id ?? abandoned[0].Contact.Value.Person;
        foreach (var (hash, contact) in abandoned.Where(claim => claim.Contact.Value.Person != heir))
            await claims.TakeOverAsync(group, hash, contact, heir, ct);
        return (own, own is null ? heir : null);
    }

    private async Task<Registered> BearAsync(Group group, MeetingId? meeting, Birth birth, CancellationToken ct)
    {
        if (meeting is { } id)
            birth.Code ??= await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, birth.Id, id), ct);
        await ClaimAsync(group.Id, birth, birth.Id, ct);
        var shard = new Shard(group.Id, birth.Id.Shard);
        await tables.SubmitAsync(TableNames.People, shard.Partition, [.. birth.Rows(meeting, group.Language).Skip(1)], ct);
        return new Registered(RegisterKind.Accepted, birth.Id);
    }

    /// <summary>What nobody has becomes the owner's, and so does what an earlier run claimed for somebody who is the owner after all.</summary>
    private async Task ClaimAsync(GroupId group, Birth birth, PersonId owner, CancellationToken ct)
    {
        foreach (var hash in birth.Hashes)
        {
            var contact = await people.FindAsync(group, hash, ct);
            if (contact is null)
                await claims.ClaimAsync(group, hash, owner, ct);
            else if (contact.Value.Person == birth.Id && owner != birth.Id)
                await claims.TakeOverAsync(group, hash, contact, owner, ct);
        }
    }
}

/// <summary>Another import has just claimed a contact point for somebody who is not there yet: come back in a moment.</summary>
public sealed class UnfinishedClaimException(PersonId person) : Exception($"Person {person} is just being registered; the job comes back by itself.");
