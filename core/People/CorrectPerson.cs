using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

public enum CorrectionProblem
{
    /// <summary>There is nobody with this id.</summary>
    Unknown,

    /// <summary>A new number or e-mail address needs a ground to write to it.</summary>
    NoGround,
    PhoneTaken,
    EmailTaken,

    /// <summary>Somebody else of this name is known at the address.</summary>
    AddressTaken,
}

/// <param name="Person">As they are known from now on; null when refused.</param>
public sealed record Corrected(Person? Person, CorrectionProblem? Problem = null)
{
    /// <summary>An invitation that could not arrive waits for the next mailing.</summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>A number or address that was given opted out before: it is kept, and not used.</summary>
    public bool HasStopped => Person is { Mobile.StoppedAt: not null } or { Landline.StoppedAt: not null } or { Email.StoppedAt: not null };
}

/// <summary>
/// A person's data are put right (GDPR, article 16). New contact points are claimed first, then the person is saved, and the old contact points are released
/// last; interrupted anywhere, the same correction goes on where it was. What was said and sent stays.
/// </summary>
public sealed class CorrectPerson(PeopleStore people, MeetingStore meetings, ContactClaims claims, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="wanted">All that is to be known of the person; asked again when somebody else saved in between.</param>
    /// <param name="ground">For the contact points that are new.</param>
    public Task<Corrected> HandleAsync(GroupId group, PersonId id, Func<Person, Candidate> wanted, Ground? ground, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, id, ct) is not { } before)
            return new Corrected(null, CorrectionProblem.Unknown);
        var candidate = wanted(before.Value);
        if (ground is null && HasNewContact(before.Value, candidate))
            return new Corrected(null, CorrectionProblem.NoGround);
        if (await ClaimAsync(group, before.Value, candidate, ct) is { } taken)
            return new Corrected(null, taken);

        var after = await WithStopsAsync(group, before.Value, Put(before.Value, candidate, ground), ct);
        var kept = hasher.Of(group, after).ToHashSet();
        after = after with { GivenUp = [.. hasher.Of(group, before.Value).Concat(before.Value.GivenUp).Where(hash => !kept.Contains(hash)).Distinct()] };
        var isAskedAgain = await SaveAsync(group, before, after, ct);
        return new Corrected(await ReleaseAsync(group, after, ct)) { IsAskedAgain = isAskedAgain };
    });

    private static bool HasNewContact(Person person, Candidate wanted) =>
        (wanted.Mobile is { } mobile && mobile.Value != person.Mobile?.Value)
        || (wanted.Landline is { } landline && landline.Value != person.Landline?.Value)
        || (wanted.Email is { } email && email.Value != person.Email?.Value);

    private static Person Put(Person person, Candidate wanted, Ground? ground)
    {
        return person with
        {
            Name = wanted.Name,
            Language = wanted.Language,
            Mobile = Of(person.Mobile, wanted.Mobile?.Value),
            Landline = Of(person.Landline, wanted.Landline?.Value),
            Email = Of(person.Email, wanted.Email?.Value),
            Address = wanted.Address,
        };

        // What is as it was keeps its ground and what we know of it.
        Contact? Of(Contact? known, string? value) => value is null ? null : known?.Value == value ? known : new Contact(value, ground!);
    }

    /// <summary>Makes the contact points by which this person is found theirs. When a new one is somebody else's, what was claimed before it is let go.</summary>
    private async Task<CorrectionProblem?> ClaimAsync(GroupId group, Person person, Candidate wanted, CancellationToken ct)
    {
        var known = hasher.Of(group, person).ToHashSet();
        var claimed = new List<ContactHash>();
        foreach (var hash in Newcomer.HashesOf(wanted, group, hasher))
        {
            var isMine = await claims.TryClaimAsync(group, hash, person.Id, ct);
            if (known.Contains(hash))
                continue;
            if (isMine)
            {
                claimed.Add(hash);
                continue;
            }

            await people.ReleaseAsync(group, claimed, person.Id, ct);
            return wanted.Email is { } email && hasher.Of(group, email) == hash ? CorrectionProblem.EmailTaken
                : wanted.Mobile is null && wanted.Landline is null ? CorrectionProblem.AddressTaken
                : CorrectionProblem.PhoneTaken;
        }

        return null;
    }

    /// <summary>A new contact point that opted out is not used; and the stop of a person goes with them to their new ones.</summary>
    private async Task<Person> WithStopsAsync(GroupId group, Person before, Person after, CancellationToken ct)
    {
        if (after.StoppedAt is { } stopped)
            await suppressions.AddAsync(group, hasher.Of(group, after), new Suppression(stopped, OptOutSource.Organiser), ct);
        return after with
        {
            AddressStoppedAt = after.Address == before.Address ? before.AddressStoppedAt : await IsStoppedAsync(after.Address) ? clock.GetUtcNow() : null,
            // A number that an organiser was given is one to call.
            CallsRefusedAt = after.NumberToCall is { } number && number != before.NumberToCall ? null : before.CallsRefusedAt,
            Mobile = await CheckedAsync(before.Mobile, after.Mobile, value => hasher.Of(group, new PhoneNumber(value))),
            Landline = await CheckedAsync(before.Landline, after.Landline, value => hasher.Of(group, new PhoneNumber(value))),
            Email = await CheckedAsync(before.Email, after.Email, value => hasher.Of(group, new EmailAddress(value))),
        };

        async Task<bool> IsStoppedAsync(Address? address)
        {
            foreach (var house in address is null ? [] : hasher.OfHouse(group, address))
            {
                if (await suppressions.BlocksAsync(group, house, ct))
                    return true;
            }

            return false;
        }

        async Task<Contact?> CheckedAsync(Contact? known, Contact? contact, Func<string, ContactHash> hash) =>
            contact is not null && contact != known && await suppressions.BlocksAsync(group, hash(contact.Value), ct) ? contact with { StoppedAt = clock.GetUtcNow() } : contact;
    }

    /// <summary>The person, and what is still to be sent to them about open meetings.</summary>
    /// <returns>True when somebody is invited again because nothing had reached them at a contact of their own.</returns>
    private async Task<bool> SaveAsync(GroupId group, Stored<Person> before, Person after, CancellationToken ct)
    {
        var (changes, now) = (new Changes(Shard.Of(group, after.Id)), clock.GetUtcNow());
        var isAskedAgain = false;
        changes.Change(before, after);
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(meeting => meeting.IsOpen(now)))
        {
            if (await people.FindAsync(group, meeting.Id, after.Id, ct) is not { } invitation)
                continue;
            var followed = invitation.Value.Follow(before.Value, after, now);
            // One that is leaving is written too: whoever sends it sees the correction.
            if (followed != invitation.Value || followed.Delivery is Delivery.Sending)
                changes.Change(invitation, followed);
            isAskedAgain |= followed.PutBack > invitation.Value.PutBack;
        }

        await people.SaveAsync(changes, ct);
        return isAskedAgain;
    }

    /// <summary>The person remembers what is to be released until it is, so that a correction that was interrupted leaves no number with somebody who has another.</summary>
    private async Task<Person> ReleaseAsync(GroupId group, Person person, CancellationToken ct)
    {
        await people.ReleaseAsync(group, person.GivenUp, person.Id, ct);
        if (person.GivenUp.Count == 0 || await people.FindAsync(group, person.Id, ct) is not { } stored)
            return person;
        var changes = new Changes(Shard.Of(group, person.Id));
        changes.Change(stored, stored.Value with { GivenUp = [] });
        await people.SaveAsync(changes, ct);
        return stored.Value with { GivenUp = [] };
    }
}
