using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>What one way of asking brought.</summary>
/// <param name="WalkedIn">Of those who came, the number whom nobody had invited.</param>
/// <param name="SmsParts">Of all messages to them about these meetings: what an operator bills.</param>
public sealed record Worked(int Invited, int Came, int WalkedIn, int SmsParts)
{
    public static readonly Worked Nothing = new(0, 0, 0, 0);

    /// <summary>Of those invited, the number who came.</summary>
    public int CameOfInvited => Came - WalkedIn;

    public Worked Plus(Worked more) => new(Invited + more.Invited, Came + more.Came, WalkedIn + more.WalkedIn, SmsParts + more.SmsParts);
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
    private static readonly string[] Dimensions = ["source", "channel", "language", "hour", "street", "wave"];

    private readonly Dictionary<string, SortedDictionary<string, Worked>> _by =
        Dimensions.ToDictionary(dimension => dimension, _ => new SortedDictionary<string, Worked>(StringComparer.OrdinalIgnoreCase));

    private Worked _total = Worked.Nothing;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Worked>> By => _by.ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, Worked>)one.Value);

    public Worked Total => _total;

    /// <summary>The counts of a meeting, also of people whose data has come to its end.</summary>
    public void Add(Tally tally)
    {
        foreach (var (key, counts) in tally.By)
        {
            var (invited, came) = (counts[(int)Milestone.Invited], counts[(int)Milestone.Attended]);
            // The counts do not say who of those who came was invited: no more than were.
            var worked = new Worked(invited, came, Math.Max(0, came - invited), 0);
            foreach (var (dimension, value) in Tally.PartsOf(key))
                Add(dimension, value, worked);
            _total = _total.Plus(worked);
        }
    }

    /// <summary>What the counts do not know: the hour of sending, the street, and what the messages took.</summary>
    /// <param name="hour">Local; null for somebody who was not written to.</param>
    public void Add(Invitation invitation, int? hour, string? street, int parts)
    {
        var sent = Worked.Nothing with { SmsParts = parts };
        foreach (var (dimension, value) in Tally.PartsOf(Tally.KeyOf(invitation)))
            Add(dimension, value, sent);
        var passed = Milestones.Of(invitation);
        var (invited, came) = ((passed >> (int)Milestone.Invited) & 1, (passed >> (int)Milestone.Attended) & 1);
        var worked = new Worked(invited, came, came & ~invited, parts);
        if (hour is { } at)
            Add("hour", $"{at:00}", worked);
        Add("street", street ?? "", worked);
        _total = _total.Plus(sent);
    }

    private void Add(string dimension, string value, Worked worked)
    {
        if (worked != Worked.Nothing)
            _by[dimension][value] = _by[dimension].GetValueOrDefault(value, Worked.Nothing).Plus(worked);
    }
}
