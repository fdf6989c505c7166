using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>The addresses of a file become doors to ring at. Interrupted and uploaded again, no door is there twice.</summary>
public sealed class AddDoorFile(AddDoors add, OptOutContacts optOut, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    public async Task<AddedDoors> HandleAsync(GroupId group, MeetingId meeting, string title, DoorFile file, CancellationToken ct)
    {
        // A no first: whatever becomes of the rest, nobody rings there.
        await optOut.HandleAsync(group, file.List.OptedOut, ct);
        await suppressions.AddAsync(group, file.Stopped.SelectMany(address => hasher.OfStoppedHouse(group, address)), new Suppression(clock.GetUtcNow(), OptOutSource.List), ct);
        var added = await add.HandleAsync(group, meeting, title, [.. file.Addresses.Select(address => new NewDoor(address, []))], ct);
        return added with { Stopped = added.Stopped + file.Stopped.Count };
    }
}
