using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Doors;

/// <param name="People">Those who live there and are to be asked.</param>
public sealed record NewDoor(Address Address, IReadOnlyList<PersonId> People);

/// <param name="Added">New doors.</param>
/// <param name="Known">Were on the meeting's walks already.</param>
/// <param name="Stopped">Asked not to be rung again: they are on no walk.</param>
public sealed record AddedDoors(DoorListId Id, int Added, int Known, int Stopped);

/// <summary>Addresses become doors to ring at for a meeting, divided over the pairs of volunteers.</summary>
public sealed class AddDoors(DoorStore doors, PaperLists paper, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="title">As the organiser knows these addresses: the street, the name of a file.</param>
    public async Task<AddedDoors> HandleAsync(GroupId group, MeetingId meeting, string title, IReadOnlyList<NewDoor> wanted, CancellationToken ct)
    {
        var blocked = await suppressions.AllAsync(group, ct);
        var open = wanted.Where(door => !hasher.IsStopped(group, door.Address, blocked)).ToList();
        var known = await doors.OfAsync(group, meeting, ct);
        var list = new DoorList(DoorListId.New(clock.GetUtcNow()), meeting, title, clock.GetUtcNow());
        var fresh = New(list, open, [.. known.Select(door => door.Value.Address)], address => IdOf(group, address));
        await doors.AddListAsync(group, list, ct);
        var added = await doors.AddAsync(group, fresh, ct);
        return new AddedDoors(list.Id, added, open.Count - added, wanted.Count - open.Count);
    }

    /// <summary>The households that no message and no letter reaches.</summary>
    public async Task<AddedDoors> OfPeopleAsync(GroupId group, MeetingId meeting, string title, CancellationToken ct)
    {
        var homes = (await paper.HandleAsync(group, meeting, ct)).Doors.GroupBy(entry => ContactHasher.Household(entry.Person.Address!));
        return await HandleAsync(group, meeting, title, [.. homes.Select(home => new NewDoor(home.First().Person.Address!, [.. home.Select(entry => entry.Person.Id)]))], ct);
    }

    /// <summary>The doors that are not on a walk yet. A postcode tells towns apart; an address without one matches that street in any town.</summary>
    private static IReadOnlyList<Door> New(DoorList list, IEnumerable<NewDoor> wanted, IReadOnlyCollection<Address> known, Func<Address, string> id)
    {
        var withPostcode = known.Where(address => address.Postcode.Length > 0).Select(ContactHasher.Household).ToHashSet();
        var streets = known.Select(StreetOf).ToHashSet();
        var withoutPostcode = known.Where(address => address.Postcode.Length == 0).Select(StreetOf).ToHashSet();
        var fresh = new List<Door>();
        foreach (var (address, people) in wanted)
        {
            var isKnown = address.Postcode.Length > 0
                ? withPostcode.Contains(ContactHasher.Household(address)) || withoutPostcode.Contains(StreetOf(address))
                : streets.Contains(StreetOf(address));
            if (isKnown)
                continue;
            streets.Add(StreetOf(address));
            (address.Postcode.Length > 0 ? withPostcode : withoutPostcode).Add(address.Postcode.Length > 0 ? ContactHasher.Household(address) : StreetOf(address));
            fresh.Add(new Door { Id = id(address), Meeting = list.Meeting, List = list.Id, Address = address, Pair = 1, People = people });
        }

        return fresh;
    }

    private string IdOf(GroupId group, Address address) => hasher.OfHouse(group, address).First().Value;

    private static string StreetOf(Address address) => ContactHasher.Household(address with { Postcode = "" });
}
