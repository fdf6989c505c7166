using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>What a group knows of the contact points of a file.</summary>
/// <param name="Invited">Those who are on the meeting's list already.</param>
/// <param name="Blocked">All contact points that opted out.</param>
internal sealed record KnownContacts(IReadOnlyDictionary<ulong, Person> People, IReadOnlySet<PersonId> Invited, IReadOnlySet<string> Blocked);

/// <summary>Reads them in one run over each shard, however many the file holds.</summary>
public sealed class ReadKnownContacts(PeopleStore people, Suppressions suppressions)
{
    internal async Task<KnownContacts> HandleAsync(GroupId group, MeetingId meeting, FileContacts file, CancellationToken ct)
    {
        var owners = new Dictionary<ulong, PersonId>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var (hash, row) in people.ContactsAsync(shard, ct))
            {
                if (file.Holds(hash))
                    owners[hash.Bits] = row.Person;
            }
        }

        var persons = new Dictionary<PersonId, Person>();
        var invited = new HashSet<PersonId>();
        foreach (var shard in owners.Values.Distinct().GroupBy(person => person.Shard))
        {
            foreach (var (id, person) in await people.FindManyAsync(new Shard(group, shard.Key), shard, ct))
                persons[id] = person.Value;
            invited.UnionWith((await people.FindManyAsync(new Shard(group, shard.Key), meeting, shard, ct)).Keys);
        }

        // A claim whose person is not there is nobody.
        var known = owners.Where(owner => persons.ContainsKey(owner.Value)).ToDictionary(owner => owner.Key, owner => persons[owner.Value]);
        return new KnownContacts(known, invited, await suppressions.AllAsync(group, ct));
    }
}
