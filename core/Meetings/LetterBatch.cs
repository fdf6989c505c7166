using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Letters or cards that were printed together: they are kept apart from those to come, can be printed once more, and go into the post together.</summary>
public sealed record LetterBatch(string Id, MeetingId Meeting, DateTimeOffset PrintedAt) : IOfMeeting, IStored<LetterBatch>
{
    static JsonTypeInfo<LetterBatch> IStored<LetterBatch>.Json => MeetingsJson.Default.LetterBatch;

    /// <summary>As many as fit in one row of storage, and in the bag of a volunteer.</summary>
    public const int MaxPersons = 1000;

    public IReadOnlyList<PersonId> Persons { get => field ?? []; init; }

    /// <summary>One per household.</summary>
    public int Letters { get; init; }

    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>Came back as undeliverable.</summary>
    public int Returned { get; init; }

    public bool Holds(PersonId person) => Persons.Contains(person);
}

/// <summary>The batches of letters lie beside the meetings of their group.</summary>
public sealed class LetterBatches(ITables tables) : RowsOfMeeting<LetterBatch>(tables, "letters");

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(LetterBatch))]
[JsonSerializable(typeof(FlyerPlace))]
[JsonSerializable(typeof(MeetingPart))]
public sealed partial class MeetingsJson : JsonSerializerContext;
