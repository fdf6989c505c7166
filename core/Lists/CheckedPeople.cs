using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>The people of one list by their contact points, under a key that is never kept. A row that shows two of them to be one joins them, unless their names say otherwise.</summary>
internal sealed class CheckedPeople
{
    private static readonly ContactHasher Hasher = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    // 64 bits of each contact point, so that a million take some tens of megabytes.
    private readonly Dictionary<ulong, int> _owners = [];
    private readonly List<int> _joinedTo = [];
    private readonly List<string?> _names = [];

    public int Accepted { get; private set; }

    public int Merged { get; private set; }

    /// <returns>The other names on the contact points of a row, when no one person goes by them and by the row's.</returns>
    public IReadOnlyList<string> Add(Candidate candidate)
    {
        var contacts = Newcomer.HashesOf(candidate, GroupId.Default, Hasher);
        var owners = contacts.Where(contact => _owners.ContainsKey(contact.Bits)).Select(contact => Root(_owners[contact.Bits])).Distinct().ToList();
        if (owners.Count == 0)
        {
            Accepted++;
            _joinedTo.Add(_joinedTo.Count);
            _names.Add(candidate.Name);
            Own(contacts, _joinedTo.Count - 1);
            return [];
        }

        Merged++;
        if (SharedContact.NamesApart([.. owners.Select(owner => _names[owner])], candidate.Name) is { Count: > 0 } others)
            return others;
        foreach (var other in owners.Skip(1))
            Join(other, owners[0]);
        Own(contacts, owners[0]);
        _names[owners[0]] = owners.Select(owner => _names[owner]).Append(candidate.Name).Aggregate(Newcomer.Longer);
        return [];
    }

    private void Own(IEnumerable<ContactHash> contacts, int owner)
    {
        foreach (var contact in contacts)
            _owners[contact.Bits] = owner;
    }

    private void Join(int person, int to)
    {
        _joinedTo[person] = to;
        Accepted--;
        Merged++;
    }

    private int Root(int person)
    {
        while (_joinedTo[person] != person)
            person = _joinedTo[person];
        return person;
    }
}
