using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>What became of ringing at a door.</summary>
[JsonConverter(typeof(EnumWordConverter<DoorOutcome>))]
public enum DoorOutcome
{
    Nobody,

    /// <summary>We spoke; nothing was asked or promised.</summary>
    Spoke,
    Yes,
    Maybe,
    No,

    /// <summary>They asked not to be rung or written to again.</summary>
    Never,

    /// <summary>Somebody who speaks their language has to come back.</summary>
    Language,

    /// <summary>A letter was left.</summary>
    Letter,
}

/// <summary>One ring at a door.</summary>
/// <param name="Id">Made by the phone: the same tap that is sent twice is one.</param>
/// <param name="Round">1, 2 or 3.</param>
public sealed record Knock(string Id, int Round, DateTimeOffset At, DoorOutcome Outcome)
{
    public const int MaxIdLength = 64;

    /// <summary>How many come, after a yes.</summary>
    public int Party { get; init; }

    /// <summary>What they speak, when we do not.</summary>
    public string? Language { get; init; }

    /// <summary>Which pair of volunteers.</summary>
    public int Pair { get; init; }
}

/// <summary>One address to ring at for a meeting. It keeps the last outcome of each round.</summary>
public sealed record Door : IStored<Door>
{
    static JsonTypeInfo<Door> IStored<Door>.Json => DoorsJson.Default.Door;

    /// <summary>Not at home three times, at three times of the day: then a letter is kinder.</summary>
    public const int MaxRounds = 3;

    public required string Id { get; init; }

    public required MeetingId Meeting { get; init; }

    public required DoorListId List { get; init; }

    public required Address Address { get; init; }

    /// <summary>The pair of volunteers whose walk it is on, from 1.</summary>
    public int Pair { get; init; }

    /// <summary>Those who live here and are to be asked; none where it is an address and no more.</summary>
    public IReadOnlyList<PersonId> People { get => field ?? []; init; }

    /// <summary>The person who said yes or maybe here.</summary>
    public PersonId? Answered { get; init; }

    /// <summary>The round in which they last did; 0: nobody did, or it was not kept.</summary>
    public int AnsweredIn { get; init; }

    public IReadOnlyList<Knock> Knocks { get => field ?? []; init; }

    /// <summary>They asked to be left alone, here or at another meeting.</summary>
    [JsonIgnore]
    public bool IsStopped { get; init; }

    [JsonIgnore]
    public Knock? Last => Knocks.Count == 0 ? null : Knocks[^1];

    /// <summary>The round in which somebody should ring here next; null when that is done.</summary>
    [JsonIgnore]
    public int? NextRound => Last switch
    {
        _ when IsStopped => null,
        null => 1,
        { Outcome: DoorOutcome.Nobody or DoorOutcome.Language, Round: < MaxRounds } last => last.Round + 1,
        _ => null,
    };

    public Knock? In(int round) => Knocks.FirstOrDefault(knock => knock.Round == round);

    /// <summary>On the walk of that round: still to be rung at, or rung at in it.</summary>
    public bool IsOn(int round) => NextRound == round || In(round) is not null;

    /// <summary>A later outcome of the same round corrects an earlier one. The same tap again, and one that was overtaken, change nothing.</summary>
    public Door Note(Knock knock)
    {
        if (Knocks.Any(known => known.Id == knock.Id) || In(knock.Round)?.At > knock.At)
            return this;
        return this with { Knocks = [.. Knocks.Where(known => known.Round != knock.Round).Append(knock).OrderBy(known => known.Round)] };
    }
}

/// <summary>Addresses that were added together.</summary>
public sealed record DoorList(DoorListId Id, MeetingId Meeting, string Title, DateTimeOffset At) : IStored<DoorList>
{
    static JsonTypeInfo<DoorList> IStored<DoorList>.Json => DoorsJson.Default.DoorList;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Door))]
[JsonSerializable(typeof(DoorList))]
[JsonSerializable(typeof(DoorResults))]
public sealed partial class DoorsJson : JsonSerializerContext;
