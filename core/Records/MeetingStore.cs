using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Meetings of a group with their places and plans, one partition a group.</summary>
public sealed class MeetingStore(ITables tables)
{
    public async Task<Stored<Meeting>?> FindAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await FindAsync<Meeting>(group, MeetingKeys.Meeting(meeting), ct);

    public async Task<Meeting> GetAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        (await FindAsync(group, meeting, ct))?.Value ?? throw new InvalidOperationException($"Group {group} has no meeting {meeting}.");

    /// <summary>All meetings of the group, in order of making.</summary>
    public async Task<IReadOnlyList<Meeting>> ListAsync(GroupId group, CancellationToken ct) =>
        await tables.ListValuesAsync<Meeting>(TableNames.Meetings, group.Value, MeetingKeys.Meetings, ct);

    /// <summary>Those that were held and had ended by then, the last first.</summary>
    public async Task<IEnumerable<Meeting>> HeldBeforeAsync(GroupId group, DateTimeOffset moment, CancellationToken ct) =>
        (await ListAsync(group, ct)).Where(meeting => meeting.CancelledAt is null && meeting.IsOver(moment)).OrderByDescending(meeting => meeting.StartsAt);

    public Task AddAsync(GroupId group, Meeting meeting, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(MeetingKeys.Meeting(meeting.Id), RowJson.Write(meeting))], ct);

    public Task SaveAsync(GroupId group, Stored<Meeting> before, Meeting after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Replace(MeetingKeys.Meeting(after.Id), RowJson.Write(after), before.ETag)], ct);

    /// <summary>With all that lies beside it, of whatever kind: their keys name the meeting after the kind. The meeting itself goes last.</summary>
    public async Task RemoveAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var beside = await tables.QueryAsync(TableNames.Meetings, group.Value, KeyRange.All, null, ct).Select(row => row.Key)
            .Where(key => key != MeetingKeys.Meeting(meeting) && key.Split('|') is [_, var of, ..] && of == meeting.Value).ToListAsync(ct);
        await tables.DeleteAsync(TableNames.Meetings, group.Value, beside, ct);
        await tables.DeleteAsync(TableNames.Meetings, group.Value, [MeetingKeys.Meeting(meeting)], ct);
    }

    public async Task<Stored<Seats>?> FindSeatsAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await FindAsync<Seats>(group, MeetingKeys.Seats(meeting), ct);

    public Task SaveSeatsAsync(GroupId group, MeetingId meeting, Stored<Seats>? before, Seats after, CancellationToken ct) =>
        SaveAsync(group, MeetingKeys.Seats(meeting), before, after, ct);

    public async Task<Stored<Plan>?> FindPlanAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await FindAsync<Plan>(group, MeetingKeys.Plan(meeting), ct);

    public Task SavePlanAsync(GroupId group, MeetingId meeting, Stored<Plan>? before, Plan after, CancellationToken ct) =>
        SaveAsync(group, MeetingKeys.Plan(meeting), before, after, ct);

    public async Task<Stored<Evaluation>?> FindEvaluationAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await FindAsync<Evaluation>(group, MeetingKeys.Evaluation(meeting), ct);

    public Task SaveEvaluationAsync(GroupId group, MeetingId meeting, Stored<Evaluation>? before, Evaluation after, CancellationToken ct) =>
        SaveAsync(group, MeetingKeys.Evaluation(meeting), before, after, ct);

    public async Task<Stored<SmallQuestions>?> FindQuestionsAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        await FindAsync<SmallQuestions>(group, MeetingKeys.Questions(meeting), ct);

    public Task SaveQuestionsAsync(GroupId group, MeetingId meeting, Stored<SmallQuestions>? before, SmallQuestions after, CancellationToken ct) =>
        SaveAsync(group, MeetingKeys.Questions(meeting), before, after, ct);

    private Task SaveAsync<T>(GroupId group, string key, Stored<T>? before, T after, CancellationToken ct)
        where T : IStored<T> =>
        tables.SubmitAsync(
            TableNames.Meetings,
            group.Value,
            [before is null ? Operation.Insert(key, RowJson.Write(after)) : Operation.Replace(key, RowJson.Write(after), before.ETag)],
            ct);

    private async Task<Stored<T>?> FindAsync<T>(GroupId group, string key, CancellationToken ct)
        where T : IStored<T> =>
        await tables.GetAsync(TableNames.Meetings, group.Value, key, ct) is { } row ? RowJson.Read<T>(row) : null;
}
