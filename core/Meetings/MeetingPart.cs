using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>What somebody does at a meeting.</summary>
[JsonConverter(typeof(Words<PartKind>))]
public enum PartKind
{
    /// <summary>Welcomes people.</summary>
    Host,

    /// <summary>Leads a discussion.</summary>
    Leader,

    /// <summary>Tells from experience.</summary>
    Speaker,
}

/// <summary>Somebody has a part in a meeting. Who it is, the people's table says; when they are erased it goes with them.</summary>
/// <param name="Fee">Agreed, in euros; null: none was.</param>
public sealed record MeetingPart(string Id, MeetingId Meeting, PartKind Kind, PersonId Person, decimal? Fee, DateTimeOffset At) : IStored<MeetingPart>
{
    static JsonTypeInfo<MeetingPart> IStored<MeetingPart>.Json => MeetingsJson.Default.MeetingPart;

    public const decimal MaxFee = 10_000;

    /// <summary>The day of the meeting that they were told of.</summary>
    public DateOnly? ToldOf { get; init; }

    public DateTimeOffset? ThankedAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }
}

/// <summary>The parts of a meeting lie beside it.</summary>
public sealed class MeetingParts(ITables tables)
{
    public async Task<IReadOnlyList<Stored<MeetingPart>>> ListAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var parts = new List<Stored<MeetingPart>>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, group.Value, KeyOf(meeting, ""), RowKeys.After(KeyOf(meeting, "")), null, ct))
            parts.Add(RowJson.Read<MeetingPart>(row));
        return [.. parts.OrderBy(part => part.Value.Kind).ThenBy(part => part.Value.At)];
    }

    public async Task<Stored<MeetingPart>?> FindAsync(GroupId group, MeetingId meeting, string? part, CancellationToken ct) =>
        part is not null && RowRules.CanBeKey(part) && await tables.GetAsync(TableNames.Meetings, group.Value, KeyOf(meeting, part), ct) is { } row ? RowJson.Read<MeetingPart>(row) : null;

    public Task AddAsync(GroupId group, MeetingPart part, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(KeyOf(part.Meeting, part.Id), RowJson.Write(part))], ct);

    public Task SaveAsync(GroupId group, Stored<MeetingPart> before, MeetingPart after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Replace(KeyOf(after.Meeting, after.Id), RowJson.Write(after), before.ETag)], ct);

    public Task RemoveAsync(GroupId group, Stored<MeetingPart> part, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(KeyOf(part.Value.Meeting, part.Value.Id), part.ETag)], ct);

    private static string KeyOf(MeetingId meeting, string part) => $"part|{meeting}|{part}";
}
