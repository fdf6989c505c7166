using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>The people of one list by their contact points, under a key that is never kept. A row that shows two of them to be one joins them.</summary>
internal sealed class CheckedPeople
{
    private static readonly ContactHasher Hasher = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    // 64 bits of each contact point, so that a million take some tens of megabytes.
    private readonly Dictionary<ulong, int> _owners = [];
    private readonly List<int> _joinedTo = [];

    public int Accepted { get; private set; }

    public int Merged { get; private set; }

    public void Add(Candidate candidate)
    {
        var owner = -1;
        var contacts = Newcomer.HashesOf(candidate, GroupId.Default, Hasher);
        foreach (var contact in contacts)
        {
            if (!_owners.TryGetValue(BitsOf(contact), out var known) || Root(known) is var other && other == owner)
                continue;
            if (owner >= 0)
                Join(other, owner);
            else
                owner = other;
        }

        if (owner >= 0)
        {
            Merged++;
        }
        else
        {
            owner = _joinedTo.Count;
            _joinedTo.Add(owner);
            Accepted++;
        }

        foreach (var contact in contacts)
            _owners[BitsOf(contact)] = owner;
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

    private static ulong BitsOf(ContactHash contact) => Convert.ToUInt64(contact.Value[..16], 16);
}
