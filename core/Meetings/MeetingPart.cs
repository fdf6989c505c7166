using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>What somebody does at a meeting.</summary>
[JsonConverter(typeof(EnumWordConverter<PartKind>))]
public enum PartKind
{
    /// <summary>Welcomes people.</summary>
    Host,

    /// <summary>Leads a discussion.</summary>
    Leader,

    /// <summary>Tells from experience.</summary>
    Speaker,
}

/// <summary>Somebody has a part in a meeting. The people's table says who it is; when they are erased it goes with them.</summary>
/// <param name="Fee">Agreed, in euros; null: none was.</param>
public sealed record MeetingPart(string Id, MeetingId Meeting, PartKind Kind, PersonId Person, decimal? Fee, DateTimeOffset At) : IOfMeeting, IStored<MeetingPart>
{
    static JsonTypeInfo<MeetingPart> IStored<MeetingPart>.Json => MeetingsJson.Default.MeetingPart;

    public const decimal MaxFee = 10_000;

    /// <summary>The day of the meeting that they were told of.</summary>
    public DateOnly? ToldOf { get; init; }

    /// <summary>The last change of the meeting that they know of.</summary>
    public DateTimeOffset? NewsOf { get; init; }

    /// <summary>When an organiser told them in person how it is.</summary>
    public DateTimeOffset? ToldInPersonAt { get; init; }

    public DateTimeOffset? ThankedAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }
}

/// <summary>The parts of a meeting lie beside it.</summary>
public sealed class MeetingParts(ITables tables) : RowsOfMeeting<MeetingPart>(tables, "given");
