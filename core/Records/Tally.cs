using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>
/// The counted milestones of one meeting in one shard, by channel, language, wave and source. It changes in the same submit as the invitation it counts:
/// <c>tally += Milestones(after) - Milestones(before)</c>, so that a recount always equals it.
/// </summary>
public sealed class Tally(Dictionary<string, int[]> by) : IStored<Tally>
{
    static JsonTypeInfo<Tally> IStored<Tally>.Json => RecordsJson.Default.Tally;

    public static Tally Empty => new([]);

    /// <summary>By what is counted, in the order of a key.</summary>
    public static readonly IReadOnlyList<string> Dimensions = ["channel", "language", "wave", "source"];

    /// <summary>From "sms,nl,0,list" to the counts in the order of <see cref="Milestone"/>.</summary>
    public Dictionary<string, int[]> By => by;

    /// <summary>The same counts of people whose data has come to its end: the funnel of a meeting does not shrink. Null while there are none. A recount does not see them.</summary>
    public Dictionary<string, int[]>? Ended { get; set; }

    public static string KeyOf(Invitation invitation) =>
        string.Concat(
            EnumWord.Of(invitation.Channel), ",",
            invitation.Language, ",", invitation.Wave.ToString(System.Globalization.CultureInfo.InvariantCulture), ",",
            EnumWord.Of(invitation.Source));

    /// <summary>The value of each dimension in a key.</summary>
    public static IEnumerable<(string Dimension, string Value)> PartsOf(string key) => Dimensions.Zip(key.Split(','));

    /// <summary>Counts a change; null before is a birth, null after an erasure.</summary>
    public void Add(Invitation? before, Invitation? after)
    {
        if (before is not null)
            Add(By, KeyOf(before), Milestones.Of(before), -1);
        if (after is not null)
            Add(By, KeyOf(after), Milestones.Of(after), 1);
    }

    /// <summary>Keeps counting somebody of whom nothing else is kept.</summary>
    public void End(Invitation before) => Add(Ended ??= [], KeyOf(before), Milestones.Of(before), 1);

    public void Add(Tally other)
    {
        Add(By, other.By);
        if (other.Ended is { } ended)
            Add(Ended ??= [], ended);
    }

    /// <summary>Everybody, also those whose data has come to its end.</summary>
    public Tally Whole()
    {
        var whole = new Tally([]);
        Add(whole.By, By);
        Add(whole.By, Ended ?? []);
        return whole;
    }

    /// <summary>Without the keys that count nothing, so that a recount and a history of changes compare equal.</summary>
    public Tally Trimmed() => new(By.Where(pair => pair.Value.Any(n => n != 0)).ToDictionary()) { Ended = Ended };

    public bool Same(Tally other)
    {
        var (mine, theirs) = (Trimmed().By, other.Trimmed().By);
        return mine.Count == theirs.Count && mine.All(pair => theirs.TryGetValue(pair.Key, out var counts) && counts.SequenceEqual(pair.Value));
    }

    private static void Add(Dictionary<string, int[]> mine, Dictionary<string, int[]> others)
    {
        foreach (var (key, more) in others)
        {
            var counts = CountsOf(mine, key);
            for (var i = 0; i < counts.Length; i++)
                counts[i] += more[i];
        }
    }

    private static void Add(Dictionary<string, int[]> mine, string key, int bits, int sign)
    {
        if (bits == 0)
            return;
        var counts = CountsOf(mine, key);
        for (var i = 0; i < counts.Length; i++)
        {
            if ((bits & (1 << i)) != 0)
                counts[i] += sign;
        }
    }

    private static int[] CountsOf(Dictionary<string, int[]> by, string key)
    {
        if (!by.TryGetValue(key, out var counts))
            by[key] = counts = new int[Milestones.Count];
        return counts;
    }
}
