using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>The contact points of a whole file, 64 bits for each: which of them stand in it more than once, and which opted out in it.</summary>
internal sealed class FileContacts(GroupId group, ContactHasher hasher)
{
    private readonly HashSet<ulong> _once = [];
    private readonly HashSet<ulong> _more = [];
    private readonly HashSet<string> _optedOut = [];

    /// <summary>Not blank.</summary>
    public int Rows { get; private set; }

    public IReadOnlySet<string> OptedOut => _optedOut;

    public IReadOnlyList<ContactHash> Of(Candidate candidate) => Newcomer.HashesOf(candidate, group, hasher);

    public Newcomer Without(Newcomer newcomer, IReadOnlyList<ContactHash> contacts) => newcomer.Without(contacts, group, hasher);

    public void Add(ListRow row)
    {
        if (row.IsAboutFile)
            return;
        Rows++;
        _optedOut.UnionWith(row.Others.Where(other => other.IsOptedOut).SelectMany(Of).Select(contact => contact.Value));
        if (row.Candidate is not { } candidate)
            return;
        foreach (var contact in Of(candidate))
        {
            if (candidate.IsOptedOut)
                _optedOut.Add(contact.Value);
            else if (!_once.Add(contact.Bits))
                _more.Add(contact.Bits);
        }
    }

    public bool Holds(ContactHash contact) => _once.Contains(contact.Bits);

    public bool HoldsTwice(ContactHash contact) => _more.Contains(contact.Bits);
}
