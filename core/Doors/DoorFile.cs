using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>The addresses of an uploaded list. Of the people on it nothing else is kept but that they want no contact.</summary>
/// <param name="Addresses">Each house once, without those where somebody wants no contact.</param>
public sealed record DoorFile(IReadOnlyList<Address> Addresses, ShortList List)
{
    public static DoorFile Read(Stream content, string fileName, ListRules rules)
    {
        var list = ShortList.Read(content, fileName, rules, TypedStreets.MaxDoors, candidate => candidate.Address is { HasDoor: true });
        var stopped = AddressesOf(list.OptedOut).Select(ContactHasher.Household).ToHashSet();
        return new DoorFile([.. AddressesOf(list.Candidates).DistinctBy(ContactHasher.Household).Where(address => !stopped.Contains(ContactHasher.Household(address)))], list);
    }

    /// <summary>Where somebody wants no contact.</summary>
    public IReadOnlyList<Address> Stopped => [.. AddressesOf(List.OptedOut).DistinctBy(ContactHasher.Household)];

    private static IEnumerable<Address> AddressesOf(IEnumerable<Candidate> candidates) => candidates.Select(candidate => candidate.Address).OfType<Address>();
}
