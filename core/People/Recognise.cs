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
        var (owners, abandoned) = await OwnersAsync(group.Id, birth, ct);
        if (birth.Newcomer is { Origin.List: not null, StaysApart: false } && await BridgedAsync(group.Id, owners, ct) is { Count: > 1 } bridged)
            return new Registered(RegisterKind.Merged, owners[0].Person.Value.Id) { Own = birth.Id, Bridged = bridged };
        if (await HasStoppedAsync(group.Id, birth, ct))
            return new Registered(RegisterKind.Suppressed, null) { Own = birth.Id, Joined = [.. owners.SelectMany(owner => owner.Person.Value.Joined)] };
        if (owners.Count == 0)
            return await BearAsync(group, meeting, abandoned is { } unborn ? birth.As(unborn) : birth, ct) with { Own = birth.Id };
        return await MergeAsync(group, meeting, birth, [.. owners.Select(owner => owner.Person)], ct);
    }

    private async Task<Registered> MergeAsync(Group group, MeetingId? meeting, Birth birth, IReadOnlyList<Stored<Person>> owners, CancellationToken ct)
    {
        var owner = owners[0];
        var outcome = new Registered(owner.Value.Id == birth.Id ? RegisterKind.Accepted : RegisterKind.Merged, owner.Value.Id) { Own = birth.Id, Joined = owner.Value.Joined };
        if (owner.Value.StoppedAt is not null)
            return outcome with { Kind = RegisterKind.Suppressed };
        if (owner.Value.Id != birth.Id && OtherNames(birth.Newcomer, owners) is { Count: > 0 } names)
        {
            // An organiser has said that they are two.
            if (await people.FindAsync(group.Id, birth.Id, ct) is { } second)
                return new Registered(RegisterKind.Accepted, second.Value.Id) { Own = birth.Id, OtherNames = names };
            await MergeUnsureAsync(group, meeting, birth, owners, ct);
            return outcome with { OtherNames = names };
        }

        await ClaimAsync(group.Id, birth, owner.Value.Id, ct);
        await FillInAsync(group, meeting, birth, owner, ct);
        return outcome;
    }

    /// <summary>It may be somebody else: what we know of the owner stays as it is, and a no holds for all whom it may be about.</summary>
    private async Task MergeUnsureAsync(Group group, MeetingId? meeting, Birth birth, IReadOnlyList<Stored<Person>> owners, CancellationToken ct)
    {
        var mustKeep = birth.Newcomer.Candidate.Permissions.SayNo && owners.Count == 1;
        if (mustKeep)
            await ClaimAsync(group.Id, birth, owners[0].Value.Id, ct);
        foreach (var owner in owners)
            await FillInAsync(group, owner == owners[0] ? meeting : null, mustKeep ? birth : birth.With(birth.Newcomer.OnlyPermissions(owner.Value)), owner, ct);
    }

    /// <summary>Names of the owners that cannot be one person's, together with the row's own. Only a list says them without anybody at hand to ask.</summary>
    private static IReadOnlyList<string> OtherNames(Newcomer newcomer, IReadOnlyList<Stored<Person>> owners)
    {
        if (newcomer.Origin.List is null)
            return [];
        return newcomer.StaysApart && owners.Count > 1
            ? [.. owners.Select(owner => owner.Value.Label).Distinct()]
            : SameName.MayBeOne(owners[0].Value.Name, newcomer.Candidate.Name) ? [] : [owners[0].Value.Label];
    }

    /// <summary>All whom the contact points lead to, also through a joining that was cut off. One is what it should be.</summary>
    private async Task<IReadOnlyList<PersonId>> BridgedAsync(GroupId group, IReadOnlyList<Owner> owners, CancellationToken ct)
    {
        var all = owners.Select(owner => owner.Claimed).Concat(owners.Select(owner => owner.Person.Value.Id)).ToList();
        foreach (var joined in owners.SelectMany(owner => owner.Person.Value.Joined))
        {
            if (await people.FindJoinedAsync(group, joined, ct) is { Value.IsUnderway: true })
                all.Add(joined);
        }

        return [.. all.Distinct()];
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
            if (await people.FindAsync(group, hash, ct) is not { } contact || await people.FollowAsync(group, contact.Value.Person, ct) is not { Value.StoppedAt: null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// The people behind the contact points. When all there is is a claim that was abandoned before its birth, that very person is born now:
    /// whoever claimed it may yet come back, and then finds them there.
    /// </summary>
    private async Task<(IReadOnlyList<Owner> Owners, PersonId? Abandoned)> OwnersAsync(GroupId group, Birth birth, CancellationToken ct)
    {
        var owners = new List<Owner>();
        var abandoned = new List<(ContactHash Hash, Stored<ContactRow> Contact)>();
        foreach (var hash in birth.Stopped.Concat(birth.Hashes))
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || owners.Any(owner => owner.Claimed == contact.Value.Person))
                continue;
            if (await people.FollowAsync(group, contact.Value.Person, ct) is { } owner)
            {
                owners.Add(new(contact.Value.Person, owner));
            }
            else if (contact.Value.Person != birth.Id && owners.Count == 0)
            {
                if (!claims.LooksAbandoned(contact.Value))
                    throw new UnfinishedClaimException(contact.Value.Person);
                abandoned.Add((hash, contact));
            }
        }

        if (owners.Count > 0)
            return ([.. owners.OrderBy(owner => owner.Person.Value.Id == birth.Id)], null);
        var own = await people.FindAsync(group, birth.Id, ct);
        if (own is not null)
            owners.Add(new(birth.Id, own));
        if (abandoned.Count == 0)
            return (owners, null);
        var heir = own?.Value.Id ?? abandoned[0].Contact.Value.Person;
        foreach (var (hash, contact) in abandoned.Where(claim => claim.Contact.Value.Person != heir))
            await claims.TakeOverAsync(group, hash, contact, heir, ct);
        return (owners, own is null ? heir : null);
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

    /// <param name="Claimed">Whom the contact point names: the person, or somebody who turned out to be them.</param>
    private sealed record Owner(PersonId Claimed, Stored<Person> Person);
}

/// <summary>Another import has just claimed a contact point for somebody who is not there yet: come back in a moment.</summary>
public sealed class UnfinishedClaimException(PersonId person) : Exception($"Person {person} is just being registered; the job comes back by itself.");
