using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Letters or cards that were printed together: they are kept apart from those to come, can be printed once more, and go into the post together.</summary>
public sealed record LetterBatch(string Id, MeetingId Meeting, DateTimeOffset PrintedAt) : IStored<LetterBatch>
{
    static JsonTypeInfo<LetterBatch> IStored<LetterBatch>.Json => MeetingsJson.Default.LetterBatch;

    /// <summary>So many fit one row of storage, and a bag of a volunteer.</summary>
    public const int MaxPersons = 1000;

    public IReadOnlyList<PersonId> Persons { get => field ?? []; init; }

    /// <summary>One a household.</summary>
    public int Letters { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>Came back as undeliverable.</summary>
    public int Returned { get; init; }

    public bool Holds(PersonId person) => Persons.Contains(person);
}

/// <summary>The batches of letters lie beside the meetings of their group.</summary>
public sealed class LetterBatches(ITables tables)
{
    public async Task<IReadOnlyList<Stored<LetterBatch>>> ListAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var batches = new List<Stored<LetterBatch>>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, group.Value, KeyOf(meeting, ""), RowKeys.After(KeyOf(meeting, "")), null, ct))
            batches.Add(RowJson.Read<LetterBatch>(row));
        return batches;
    }

    public async Task<Stored<LetterBatch>?> FindAsync(GroupId group, MeetingId meeting, string batch, CancellationToken ct) =>
        RowRules.CanBeKey(batch) && await tables.GetAsync(TableNames.Meetings, group.Value, KeyOf(meeting, batch), ct) is { } row ? RowJson.Read<LetterBatch>(row) : null;

    public Task AddAsync(GroupId group, LetterBatch batch, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(KeyOf(batch.Meeting, batch.Id), RowJson.Write(batch))], ct);

    public Task SaveAsync(GroupId group, Stored<LetterBatch> before, LetterBatch after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Replace(KeyOf(after.Meeting, after.Id), RowJson.Write(after), before.ETag)], ct);

    public Task RemoveAsync(GroupId group, Stored<LetterBatch> batch, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(KeyOf(batch.Value.Meeting, batch.Value.Id), batch.ETag)], ct);

    private static string KeyOf(MeetingId meeting, string batch) => $"letters|{meeting}|{batch}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(LetterBatch))]
[JsonSerializable(typeof(FlyerPlace))]
[JsonSerializable(typeof(MeetingPart))]
public sealed partial class MeetingsJson : JsonSerializerContext;
