using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>The doors of a group's meetings, one partition a group.</summary>
public sealed class DoorStore(ITables tables)
{
    public async Task<DoorList?> FindListAsync(GroupId group, DoorListId list, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Doors, group.Value, DoorKeys.List(list), ct) is { } row ? RowJson.Read<DoorList>(row.Json) : null;

    public async Task<IReadOnlyList<DoorList>> ListsAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var lists = new List<DoorList>();
        await foreach (var row in tables.QueryAsync(TableNames.Doors, group.Value, DoorKeys.Lists, null, ct))
        {
            if (RowJson.Read<DoorList>(row.Json) is var list && list.Meeting == meeting)
                lists.Add(list);
        }

        return lists;
    }

    public Task AddListAsync(GroupId group, DoorList list, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Doors, group.Value, [Operation.Insert(DoorKeys.List(list.Id), RowJson.Write(list))], ct);

    public async Task<Stored<Door>?> FindAsync(GroupId group, MeetingId meeting, string door, CancellationToken ct) =>
        RowRules.CanBeKey(door) && await tables.GetAsync(TableNames.Doors, group.Value, DoorKeys.Door(meeting, door), ct) is { } row ? RowJson.Read<Door>(row) : null;

    /// <summary>All doors of a meeting, in the order in which they are walked along.</summary>
    public async Task<IReadOnlyList<Stored<Door>>> OfAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var doors = await tables.ListAsync<Door>(TableNames.Doors, group.Value, KeyRange.StartingWith(DoorKeys.Doors(meeting)), ct);
        return [.. doors.OrderBy(door => door.Value.Address, Walk.Order)];
    }

    /// <summary>Those of them that were not there yet: whoever adds the same street at the same moment adds it once.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> AddAsync(GroupId group, IEnumerable<Door> doors, CancellationToken ct)
    {
        var added = 0;
        foreach (var batch in doors.Chunk(RowRules.MaxOperations))
        {
            var left = batch.ToList();
            while (left.Count > 0)
            {
                try
                {
                    await tables.SubmitAsync(TableNames.Doors, group.Value, [.. left.Select(door => Operation.Insert(DoorKeys.Door(door.Meeting, door.Id), RowJson.Write(door)))], ct);
                    added += left.Count;
                    break;
                }
                catch (ConflictException known)
                {
                    left.RemoveAt(known.Index);
                }
            }
        }

        return added;
    }

    public Task SaveAsync(GroupId group, Stored<Door> before, Door after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Doors, group.Value, [Operation.Replace(DoorKeys.Door(after.Meeting, after.Id), RowJson.Write(after), before.ETag)], ct);

    /// <summary>What came of the doors of a meeting whose notes were forgotten.</summary>
    public async Task<DoorResults?> FindResultsAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Doors, group.Value, DoorKeys.Results(meeting), ct) is { } row ? RowJson.Read<DoorResults>(row.Json) : null;

    public Task SaveResultsAsync(GroupId group, MeetingId meeting, DoorResults results, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Doors, group.Value, [Operation.Upsert(DoorKeys.Results(meeting), RowJson.Write(results))], ct);

    /// <summary>Removes at most this many doors of a meeting; with the last of them, the lists that they came from.</summary>
    /// <returns>How many doors there were.</returns>
    public async Task<int> RemoveAsync(GroupId group, MeetingId meeting, int most, CancellationToken ct)
    {
        if (most == 0)
            return 0;
        var keys = new List<string>();
        await foreach (var row in tables.QueryAsync(TableNames.Doors, group.Value, KeyRange.StartingWith(DoorKeys.Doors(meeting)), most, ct))
            keys.Add(row.Key);
        var lists = keys.Count < most ? await ListsAsync(group, meeting, ct) : [];
        await tables.DeleteAsync(TableNames.Doors, group.Value, keys.Concat(lists.Select(list => DoorKeys.List(list.Id))), ct);
        return keys.Count;
    }
}
