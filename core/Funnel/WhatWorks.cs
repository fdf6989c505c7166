using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>What one way of asking brought.</summary>
/// <param name="SmsParts">Of all messages to them about these meetings: what an operator bills.</param>
public sealed record Worked(int Invited, int Came, int SmsParts)
{
    public Worked Plus(int invited, int came, int parts) => new(Invited + invited, Came + came, SmsParts + parts);
}

/// <param name="Rung">Addresses that were rung at.</param>
/// <param name="People">People who said there that they come.</param>
public sealed record DoorsWorked(int Rung, int People);

/// <summary>What works in this neighbourhood, by the meetings that were held and where somebody ticked who was there.</summary>
/// <param name="By">From source, channel, language, hour, street or wave to each of its values.</param>
/// <param name="Audiences">From an audience to how many came.</param>
/// <param name="Hours">Of everybody who helped, as far as it was noted.</param>
public sealed record WhatWorks(
    int Meetings, Worked Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Worked>> By, IReadOnlyDictionary<Audience, int> Audiences, DoorsWorked Doors, decimal? Hours, decimal? Euros);

/// <summary>Figures of other neighbourhoods, from the reports of a pilot of 24 meetings and of one evening for which a group rang at doors.</summary>
public static class FieldFigures
{
    public const int DoorsRung = 300;
    public const int CameFromDoors = 35;

    public static IReadOnlyDictionary<Audience, int> Came { get; } = new Dictionary<Audience, int>
    {
        [Audience.Residents] = 40,
        [Audience.Volunteers] = 68,
        [Audience.Professionals] = 108,
    };

    public static int CameInAll => Came.Values.Sum();
}

/// <summary>Adds up what works.</summary>
public sealed class WorkedCounts
{
    /// <summary>In the order in which they are in the key of a <see cref="Tally"/>.</summary>
    private static readonly string[] Counted = ["channel", "language", "wave", "source"];
    private static readonly string[] Dimensions = ["source", "channel", "language", "hour", "street", "wave"];

    private readonly Dictionary<string, SortedDictionary<string, Worked>> _by =
        Dimensions.ToDictionary(dimension => dimension, _ => new SortedDictionary<string, Worked>(StringComparer.OrdinalIgnoreCase));

    private Worked _total = new(0, 0, 0);

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Worked>> By => _by.ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, Worked>)one.Value);

    public Worked Total => _total;

    /// <summary>The counts of a meeting, also of people whose data has come to its end.</summary>
    public void Add(Tally tally)
    {
        foreach (var (key, counts) in tally.By)
        {
            var (invited, came) = (counts[(int)Milestone.Invited], counts[(int)Milestone.Attended]);
            foreach (var (dimension, value) in Counted.Zip(key.Split(',')))
                Add(dimension, value, invited, came, 0);
            _total = _total.Plus(invited, came, 0);
        }
    }

    /// <summary>What the counts do not know: the hour of sending, the street, and what the messages took.</summary>
    /// <param name="hour">Local; null for somebody who was not written to.</param>
    public void Add(Invitation invitation, int? hour, string? street, int parts)
    {
        foreach (var (dimension, value) in Counted.Zip(Tally.KeyOf(invitation).Split(',')))
            Add(dimension, value, 0, 0, parts);
        var passed = Milestones.Of(invitation);
        var (invited, came) = ((passed >> (int)Milestone.Invited) & 1, (passed >> (int)Milestone.Attended) & 1);
        if (hour is { } at)
            Add("hour", $"{at:00}", invited, came, parts);
        Add("street", street ?? "", invited, came, parts);
        _total = _total.Plus(0, 0, parts);
    }

    private void Add(string dimension, string value, int invited, int came, int parts)
    {
        if (invited + came + parts > 0)
            _by[dimension][value] = _by[dimension].GetValueOrDefault(value, new Worked(0, 0, 0)).Plus(invited, came, parts);
    }
}
