using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>Divides the doors still to be rung at among pairs of volunteers. Doors that were rung at stay with those who did it.</summary>
public sealed class DivideDoors(DoorStore doors)
{
    public const int MaxPairs = 30;

    public async Task HandleAsync(GroupId group, MeetingId meeting, int pairs, CancellationToken ct)
    {
        var open = (await doors.OfAsync(group, meeting, ct)).Where(door => door.Value.NextRound is not null).ToList();
        var parts = Walk.Divide([.. open.Select(door => door.Value.Address)], pairs);
        foreach (var (door, pair) in open.Zip(parts).Where(change => change.First.Value.Pair != change.Second))
            await Retry.OnConflictAsync(() => GiveAsync(group, meeting, door.Value.Id, pair, ct));
    }

    private async Task GiveAsync(GroupId group, MeetingId meeting, string id, int pair, CancellationToken ct)
    {
        if (await doors.FindAsync(group, meeting, id, ct) is { } door && door.Value.Pair != pair)
            await doors.SaveAsync(group, door, door.Value with { Pair = pair }, ct);
    }
}
