using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Doors;

/// <summary>How often each outcome occurred.</summary>
/// <param name="Rung">Doors rung; in the breakdowns by round, hour and pair, the number of rings.</param>
/// <param name="People">Number who come, after a yes.</param>
public sealed record DoorCounts(int Rung, int Nobody, int Spoke, int Yes, int People, int Maybe, int No, int Never, int Language, int Letter)
{
    public static DoorCounts Of(IEnumerable<Knock> knocks)
    {
        var count = new int[Enum.GetValues<DoorOutcome>().Length];
        var people = 0;
        foreach (var knock in knocks)
        {
            count[(int)knock.Outcome]++;
            people += knock.Outcome is DoorOutcome.Yes ? Math.Max(1, knock.Party) : 0;
        }

        return new DoorCounts(
            count.Sum(), count[(int)DoorOutcome.Nobody], count[(int)DoorOutcome.Spoke], count[(int)DoorOutcome.Yes], people, count[(int)DoorOutcome.Maybe],
            count[(int)DoorOutcome.No], count[(int)DoorOutcome.Never], count[(int)DoorOutcome.Language], count[(int)DoorOutcome.Letter]);
    }

    /// <summary>Somebody opened.</summary>
    public int Opened => Rung - Nobody - Letter;
}

/// <summary>What came of the doors of a meeting.</summary>
/// <param name="Addresses">On the walks.</param>
/// <param name="Left">Still to be rung at, in whichever round.</param>
/// <param name="Total">Counts every door once, by its latest outcome.</param>
/// <param name="By">From "round", "hour", "street" and "pair" to the counts of each. A street counts every door once, the others every ring.</param>
public sealed record DoorResults(int Addresses, int Left, DoorCounts Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, DoorCounts>> By)
    : IStored<DoorResults>
{
    static JsonTypeInfo<DoorResults> IStored<DoorResults>.Json => DoorsJson.Default.DoorResults;

    public static DoorResults Of(IReadOnlyCollection<Door> doors, Settings settings)
    {
        var knocks = doors.SelectMany(door => door.Knocks).ToList();
        return new DoorResults(
            doors.Count,
            doors.Count(door => door.NextRound is not null),
            DoorCounts.Of(doors.Select(door => door.Last).OfType<Knock>()),
            new Dictionary<string, IReadOnlyDictionary<string, DoorCounts>>
            {
                ["round"] = Each(knocks, knock => knock.Round),
                ["hour"] = Each(knocks, knock => settings.Local(knock.At).Hour),
                ["street"] = doors.GroupBy(door => door.Address.Street, StringComparer.OrdinalIgnoreCase).OrderBy(street => street.Key, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(street => street.Key, street => DoorCounts.Of(street.Select(door => door.Last).OfType<Knock>())),
                ["pair"] = Each(knocks, knock => knock.Pair),
            });
    }

    private static IReadOnlyDictionary<string, DoorCounts> Each(IEnumerable<Knock> knocks, Func<Knock, int> of) =>
        knocks.GroupBy(of).OrderBy(group => group.Key).ToDictionary(group => group.Key.ToString(CultureInfo.InvariantCulture), group => DoorCounts.Of(group));
}

/// <summary>Reads the doors of a meeting that may be rung at, without people who asked to be left alone meanwhile, at whichever meeting.</summary>
public sealed class ReadDoors(DoorStore doors, Suppressions suppressions, ContactHasher hasher)
{
    public async Task<IReadOnlyList<Door>> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var all = await doors.OfAsync(group, meeting, ct);
        var blocked = all.Count == 0 ? [] : await suppressions.AllAsync(group, ct);
        return
        [
            .. all.Select(door => door.Value with { IsStopped = hasher.IsStopped(group, door.Value.Address, blocked) })
                .Where(door => door is not { IsStopped: true, Last: null }),
        ];
    }
}

/// <summary>Reads what came of the doors of a meeting, also when what was noted at each is forgotten.</summary>
public sealed class ReadDoorResults(DoorStore doors, ReadDoors read, Settings settings)
{
    /// <returns>Null where nobody was to ring.</returns>
    public async Task<DoorResults?> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        if (await doors.FindResultsAsync(group, meeting, ct) is { } kept)
            return kept;
        var all = await read.HandleAsync(group, meeting, ct);
        return all.Count == 0 ? null : DoorResults.Of(all, settings);
    }
}
