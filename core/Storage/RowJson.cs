using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Funnel;
using Outreach.Invitations;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.Nominations;
using Outreach.People;
using Outreach.Replies;
using Outreach.Welcome;

namespace Outreach.Storage;

/// <summary>
/// How everything that is stored or queued is written: JSON in camel case, enums as words, defaults left out.
/// A property of a stored record must read right when it is left out: lists through <c>field ?? []</c>, and no enum or number is <c>required</c>.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(ContactRow))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(Meeting))]
[JsonSerializable(typeof(Seats))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(WaitingNominee))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(CodeRow))]
[JsonSerializable(typeof(Mailing))]
[JsonSerializable(typeof(OwnText))]
[JsonSerializable(typeof(CheckedText))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(WelcomePackage))]
[JsonSerializable(typeof(CardEntry))]
[JsonSerializable(typeof(AuditLine))]
[JsonSerializable(typeof(UploadedList))]
[JsonSerializable(typeof(RowProblem))]
[JsonSerializable(typeof(ImportListJob))]
[JsonSerializable(typeof(InboxItem))]
[JsonSerializable(typeof(InboundBatch))]
[JsonSerializable(typeof(InboundEvent))]
[JsonSerializable(typeof(SendInvitationsJob))]
[JsonSerializable(typeof(SendMessageJob))]
public sealed partial class RowJson : JsonSerializerContext
{
    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Info<T>.Value);

    public static T Read<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, Info<T>.Value) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    public static Stored<T> Read<T>(Row row) => new(Read<T>(row.Json), row.ETag);

    public static string WriteText<T>(T value) => JsonSerializer.Serialize(value, Info<T>.Value);

    public static T ReadText<T>(string json) =>
        JsonSerializer.Deserialize(json, Info<T>.Value) ?? throw new JsonException($"A queued {typeof(T).Name} is null.");

    // Looked up once a type: the look-up costs more than writing a small row.
    private static class Info<T>
    {
        public static readonly JsonTypeInfo<T> Value = (JsonTypeInfo<T>)(Default.GetTypeInfo(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T).Name} is not listed in {nameof(RowJson)}."));
    }
}

/// <summary>A value as it was read, with the version that a change of it must name.</summary>
public sealed record Stored<T>(T Value, string ETag);
