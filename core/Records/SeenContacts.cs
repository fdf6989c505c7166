using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>
/// Contact points met in one import, to find duplicates without a failed insert: 64 bits for each, so that a million take some tens of megabytes.
/// The chance that two of two million share them is one in ten million.
/// </summary>
/// <param name="most">Number of contact points remembered; duplicates of later ones are found by the store.</param>
public sealed class SeenContacts(int most = 1_000_000)
{
    private readonly HashSet<ulong> _seen = [];

    /// <summary>False when it was met before.</summary>
    public bool Add(ContactHash hash)
    {
        return _seen.Count < most ? _seen.Add(hash.Bits) : !_seen.Contains(hash.Bits);
    }
}
