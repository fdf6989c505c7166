using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.OptOuts;

/// <summary>A list says of these contact points that they opted out: they are suppressed, whether we know the person or not, and known people are stopped.</summary>
public sealed class OptOutContacts(PeopleStore people, Suppressions suppressions, OptOut optOut, ContactHasher hasher, TimeProvider clock)
{
    /// <returns>The contact points that are suppressed from now on.</returns>
    public async Task<IReadOnlyList<ContactHash>> HandleAsync(GroupId group, IEnumerable<Candidate> candidates, CancellationToken ct)
    {
        var contacts = candidates.SelectMany(candidate => HashesOf(group, candidate)).Distinct().ToList();
        await suppressions.AddAsync(group, contacts, new Suppression(clock.GetUtcNow(), OptOutSource.List), ct);
        foreach (var hash in contacts)
        {
            if (await people.FindAsync(group, hash, ct) is { } contact)
                await optOut.HandleAsync(group, contact.Value.Person, OptOutSource.List, null, null, ct);
        }

        return contacts;
    }

    private IEnumerable<ContactHash> HashesOf(GroupId group, Candidate candidate)
    {
        if (candidate.Landline is { } landline)
            yield return hasher.Of(group, landline);
        foreach (var hash in Newcomer.HashesOf(candidate, group, hasher))
            yield return hash;
    }
}
