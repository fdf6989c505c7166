using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// A newcomer who turns out to be known by one of their contact points, or whom another run began to take in and left half done:
/// fills in what we know of them, claims what is new, and makes sure of the one invitation.
/// </summary>
public sealed class Recognise(ITables tables, PeopleStore people, Codes codes, ContactClaims claims, ContactHasher hasher, TimeProvider clock)
{
    /// <exception cref="UnfinishedClaimException">Another run is just about to add them.</exception>
    internal async Task<Registered> HandleAsync(Group group, MeetingId? meeting, Registration registration, CancellationToken ct)
    {
        var (owners, abandoned) = await OwnersAsync(group.Id, registration, ct);
        if (registration.Newcomer is { Origin.List: not null, StaysApart: false } && await BridgedAsync(group.Id, owners, ct) is { Count: > 1 } bridged)
            return new Registered(RegisterKind.Merged, owners[0].Person.Value.Id) { Own = registration.Id, Bridged = bridged };
        if (await HasStoppedAsync(group.Id, registration, ct))
            return new Registered(RegisterKind.Suppressed, null) { Own = registration.Id, Joined = [.. owners.SelectMany(owner => owner.Person.Value.Joined)] };
        if (owners.Count == 0)
            return await AddAsync(group, meeting, abandoned is { } other ? registration.As(other) : registration, ct) with { Own = registration.Id };
        return await MergeAsync(group, meeting, registration, [.. owners.Select(owner => owner.Person)], ct);
    }

    private async Task<Registered> MergeAsync(Group group, MeetingId? meeting, Registration registration, IReadOnlyList<Stored<Person>> owners, CancellationToken ct)
    {
        var owner = owners[0];
        var outcome = new Registered(owner.Value.Id == registration.Id ? RegisterKind.Accepted : RegisterKind.Merged, owner.Value.Id) { Own = registration.Id, Joined = owner.Value.Joined };
        if (owner.Value.StoppedAt is not null)
            return outcome with { Kind = RegisterKind.Suppressed };
        if (owner.Value.Id != registration.Id && OtherNames(registration.Newcomer, owners) is { Count: > 0 } names)
        {
            // An organiser has said that they are two.
            if (await people.FindAsync(group.Id, registration.Id, ct) is { } second)
                return new Registered(RegisterKind.Accepted, second.Value.Id) { Own = registration.Id, OtherNames = names };
            await MergeUnsureAsync(group, meeting, registration, owners, ct);
            return outcome with { OtherNames = names };
        }

        await ClaimAsync(group.Id, registration, owner.Value.Id, ct);
        await FillInAsync(group, meeting, registration, owner, registration.Hashes, ct);
        return outcome;
    }

    /// <summary>It may be somebody else: what we know of the owner stays as it is, and a no holds for all whom it may be about.</summary>
    private async Task MergeUnsureAsync(Group group, MeetingId? meeting, Registration registration, IReadOnlyList<Stored<Person>> owners, CancellationToken ct)
    {
        var mustKeep = registration.Newcomer.Candidate.Permissions.SayNo && owners.Count == 1;
        if (mustKeep)
            await ClaimAsync(group.Id, registration, owners[0].Value.Id, ct);
        foreach (var owner in owners)
            await FillInAsync(group, owner == owners[0] ? meeting : null, mustKeep ? registration : registration.With(registration.Newcomer.OnlyPermissions(owner.Value)), owner, mustKeep ? registration.Hashes : [], ct);
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

    /// <summary>All whom the contact points lead to, also through a joining that was interrupted. One is what it should be.</summary>
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

    /// <param name="claimed">Contact points that lead to them from now on, whether they are kept or not.</param>
    private async Task FillInAsync(Group group, MeetingId? meeting, Registration registration, Stored<Person> owner, IReadOnlyList<ContactHash> claimed, CancellationToken ct)
    {
        var (after, now) = (AlsoAt(group.Id, owner.Value, registration.Newcomer.FillIn(owner.Value), claimed), clock.GetUtcNow());
        var changes = new Changes(Shard.Of(group.Id, owner.Value.Id));
        if (after != owner.Value)
            changes.Change(owner, after);
        if (meeting is { } id)
        {
            if (await people.FindAsync(group.Id, id, owner.Value.Id, ct) is not { } invitation)
            {
                var code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, owner.Value.Id, id), ct);
                changes.Add(registration.InvitationOf(after, id, code, group.Language, now));
            }
            else if (invitation.Value.Follow(owner.Value, after, now) is var followed && followed != invitation.Value)
            {
                changes.Change(invitation, followed);
            }
        }

        await people.SaveAsync(changes, ct);
    }

    /// <summary>A stop that they say anywhere holds at a number that we knew to be theirs and did not keep, too.</summary>
    private Person AlsoAt(GroupId group, Person before, Person after, IReadOnlyList<ContactHash> claimed)
    {
        var known = hasher.Of(group, before);
        var more = claimed.Concat(after.Mobile?.Value == before.Mobile?.Value && after.Email?.Value == before.Email?.Value ? [] : known).Except(hasher.Of(group, after)).ToList();
        return more.Count == 0 ? after : after with { AlsoAt = [.. after.AlsoAt.Union(more)] };
    }

    /// <summary>
    /// People who said stop from one contact point are not asked at another that we learn of later. A number that was somebody else's (<c>wrong-number</c>) stops nobody.
    /// </summary>
    private async Task<bool> HasStoppedAsync(GroupId group, Registration registration, CancellationToken ct)
    {
        foreach (var hash in registration.Stopped)
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || await people.FollowAsync(group, contact.Value.Person, ct) is not { Value.StoppedAt: null })
                return true;
        }

        return false;
    }

    /// <summary>
    /// The people behind the contact points. When all there is is a claim that was abandoned before its person was added, that very person is added now:
    /// whoever claimed it may yet come back, and then finds them there.
    /// </summary>
    private async Task<(IReadOnlyList<Owner> Owners, PersonId? Abandoned)> OwnersAsync(GroupId group, Registration registration, CancellationToken ct)
    {
        var owners = new List<Owner>();
        var abandoned = new List<(ContactHash Hash, Stored<ContactRow> Contact)>();
        foreach (var hash in registration.Stopped.Concat(registration.Hashes))
        {
            if (await people.FindAsync(group, hash, ct) is not { } contact || owners.Any(owner => owner.Claimed == contact.Value.Person))
                continue;
            if (await people.FollowAsync(group, contact.Value.Person, ct) is { } owner)
            {
                owners.Add(new(contact.Value.Person, owner));
            }
            else if (contact.Value.Person != registration.Id && owners.Count == 0)
            {
                if (!claims.LooksAbandoned(contact.Value))
                    throw new UnfinishedClaimException(contact.Value.Person);
                abandoned.Add((hash, contact));
            }
        }

        if (owners.Count > 0)
            return ([.. owners.OrderBy(owner => owner.Person.Value.Id == registration.Id)], null);
        var own = await people.FindAsync(group, registration.Id, ct);
        if (own is not null)
            owners.Add(new(registration.Id, own));
        if (abandoned.Count == 0)
            return (owners, null);
        var claimant = own?.Value.Id ?? abandoned[0].Contact.Value.Person;
        foreach (var (hash, contact) in abandoned.Where(claim => claim.Contact.Value.Person != claimant))
            await claims.TakeOverAsync(group, hash, contact, claimant, ct);
        return (owners, own is null ? claimant : null);
    }

    private async Task<Registered> AddAsync(Group group, MeetingId? meeting, Registration registration, CancellationToken ct)
    {
        if (meeting is { } id)
            registration.Code ??= await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, registration.Id, id), ct);
        await ClaimAsync(group.Id, registration, registration.Id, ct);
        var shard = new Shard(group.Id, registration.Id.Shard);
        await tables.SubmitAsync(TableNames.People, shard.Partition, [.. registration.Rows(meeting, group.Language).Skip(1)], ct);
        return new Registered(RegisterKind.Accepted, registration.Id);
    }

    /// <summary>What nobody has becomes the owner's, and so does what an earlier run claimed for somebody who is the owner after all.</summary>
    private async Task ClaimAsync(GroupId group, Registration registration, PersonId owner, CancellationToken ct)
    {
        foreach (var hash in registration.Hashes)
        {
            var contact = await people.FindAsync(group, hash, ct);
            if (contact is null)
                await claims.ClaimAsync(group, hash, owner, ct);
            else if (contact.Value.Person == registration.Id && owner != registration.Id)
                await claims.TakeOverAsync(group, hash, contact, owner, ct);
        }
    }

    /// <param name="Claimed">The person whom the contact point names: the same one, or one who was merged into them.</param>
    private sealed record Owner(PersonId Claimed, Stored<Person> Person);
}

/// <summary>Another import has just claimed a contact point for somebody who is not there yet: come back in a moment.</summary>
public sealed class UnfinishedClaimException(PersonId person) : Exception($"Person {person} is just being registered; the job comes back by itself.");
