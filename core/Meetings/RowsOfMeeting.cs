using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Meetings;

public interface IOfMeeting
{
    string Id { get; }

    MeetingId Meeting { get; }
}

/// <summary>Records of one kind that lie beside the meeting they belong to, in the order of their ids.</summary>
/// <param name="kind">Starts their keys.</param>
public abstract class RowsOfMeeting<T>(ITables tables, string kind)
    where T : IOfMeeting, IStored<T>
{
    public async Task<IReadOnlyList<Stored<T>>> ListAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await tables.ListAsync<T>(TableNames.Meetings, group.Value, KeyRange.StartingWith(KeyOf(meeting, "")), ct);

    public async Task<Stored<T>?> FindAsync(GroupId group, MeetingId meeting, string? id, CancellationToken ct) =>
        id is not null && RowRules.CanBeKey(id) && await tables.GetAsync(TableNames.Meetings, group.Value, KeyOf(meeting, id), ct) is { } row ? RowJson.Read<T>(row) : null;

    public Task AddAsync(GroupId group, T added, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(KeyOf(added.Meeting, added.Id), RowJson.Write(added))], ct);

    public Task SaveAsync(GroupId group, Stored<T> before, T after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Replace(KeyOf(after.Meeting, after.Id), RowJson.Write(after), before.ETag)], ct);

    public Task RemoveAsync(GroupId group, Stored<T> removed, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(KeyOf(removed.Value.Meeting, removed.Value.Id), removed.ETag)], ct);

    private string KeyOf(MeetingId meeting, string id) => $"{kind}|{meeting}|{id}";
}
