using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// How seats are stored: each in one short text, and a long list in several properties (<c>holders</c>, <c>holders1</c>, …), because a value has at most
/// <see cref="RowRules.MaxStringCharacters"/>. Older rows, with an object for each seat, are read too.
/// </summary>
internal sealed class SeatsConverter : JsonConverter<Seats>
{
    /// <summary>A text has some 35 characters.</summary>
    private const int TextsPerProperty = 800;

    private const string SeatedAt = "seatedAt";

    public override Seats Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var properties = document.RootElement.EnumerateObject().ToList();
        return new Seats
        {
            Holders = [.. All("holders").Select(SeatOf)],
            Waiting = [.. All("waiting").Select(SeatOf)],
            Unsettled = [.. All("unsettled").Select(UnsettledOf)],
            SeatedAt = properties.Find(property => property.Name == SeatedAt) is { Value.ValueKind: JsonValueKind.String } at ? at.Value.GetDateTimeOffset() : default,
        };

        IEnumerable<JsonElement> All(string list) => properties.Where(property => property.Name.TrimEnd([.. "0123456789"]) == list).SelectMany(property => property.Value.EnumerateArray());
    }

    public override void Write(Utf8JsonWriter writer, Seats value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(writer, "holders", value.Holders.Select(TextOf));
        Write(writer, "waiting", value.Waiting.Select(TextOf));
        Write(writer, "unsettled", value.Unsettled.Select(unsettled => $"{unsettled.Person} {Moment(unsettled.Since)}"));
        if (value.SeatedAt != default)
            writer.WriteString(SeatedAt, value.SeatedAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string list, IEnumerable<string> texts)
    {
        foreach (var (i, part) in texts.Chunk(TextsPerProperty).Index())
        {
            writer.WriteStartArray(i == 0 ? list : $"{list}{i}");
            foreach (var text in part)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }

    private static string TextOf(Seat seat) => $"{seat.Person} {Moment(seat.Since)} {seat.Party}";

    private static string Moment(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static Seat SeatOf(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Object)
            return new Seat(new PersonId(json.GetProperty("person").GetString()!), json.GetProperty("party").GetInt32(), json.GetProperty("since").GetDateTimeOffset());
        var parts = json.GetString()!.Split(' ');
        return new Seat(new PersonId(parts[0]), int.Parse(parts[2], CultureInfo.InvariantCulture), MomentOf(parts[1]));
    }

    private static Unsettled UnsettledOf(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Object)
            return new Unsettled(new PersonId(json.GetProperty("person").GetString()!), json.GetProperty("since").GetDateTimeOffset());
        var parts = json.GetString()!.Split(' ');
        return new Unsettled(new PersonId(parts[0]), MomentOf(parts[1]));
    }

    private static DateTimeOffset MomentOf(string milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
}
