using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.OptOuts;

/// <summary>
/// "Not again", said at a door: nobody rings or writes there any more, for no meeting. Nobody can tell which of those who live there said it, so it stops all of
/// them, except who has said yes or maybe to something that is still to come: they keep what they asked for, and get nothing on paper.
/// </summary>
public sealed class StopAddress(PeopleStore people, MeetingStore meetings, Suppressions suppressions, OptOut optOut, ContactHasher hasher, TimeProvider clock)
{
    public async Task HandleAsync(GroupId group, Address address, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await suppressions.AddAsync(group, hasher.OfStoppedHouse(group, address), new Suppression(now, OptOutSource.Door), ct);
        var open = (await meetings.ListAsync(group, ct)).Where(meeting => meeting.IsOpen(now)).Select(meeting => meeting.Id).ToList();
        foreach (var person in await WhoLivesThereAsync(group, address, ct))
        {
            await Retry.OnConflictAsync(() => KeepPaperAwayAsync(group, person, now, ct));
            if (!await ComesAsync(group, person, open, ct))
                await optOut.HandleAsync(group, person, OptOutSource.Door, null, null, ct);
        }
    }

    private async Task<IReadOnlyList<PersonId>> WhoLivesThereAsync(GroupId group, Address address, CancellationToken ct)
    {
        var house = hasher.OfStoppedHouse(group, address).ToHashSet();
        var found = new List<PersonId>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var person in people.PeopleAsync(shard, ct))
            {
                if (person.Value.Address is { } theirs && hasher.OfHouse(group, theirs).Any(house.Contains))
                    found.Add(person.Value.Id);
            }
        }

        return found;
    }

    private async Task KeepPaperAwayAsync(GroupId group, PersonId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { Value.AddressStoppedAt: null } person)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, person.Value with { AddressStoppedAt = now });
        await people.SaveAsync(changes, ct);
    }

    private async Task<bool> ComesAsync(GroupId group, PersonId person, IReadOnlyList<MeetingId> open, CancellationToken ct)
    {
        foreach (var meeting in open)
        {
            if (await people.FindAsync(group, meeting, person, ct) is { Value.Reply: Reply.Yes or Reply.Maybe })
                return true;
        }

        return false;
    }
}
