using System.Text;

namespace Outreach.Functions.Demo;

/// <summary>Somebody in the invented district.</summary>
internal sealed record Resident(string Name, string Language, string? Phone, string? Email, string? Street, string? HouseNumber, string? Postcode)
{
    /// <summary>By what we know them again when they are met in the store.</summary>
    public string Key => Phone ?? Email ?? $"{Name}|{Postcode}|{HouseNumber}";

    /// <summary>What this resident does follows from the seed and from who they are, whatever happens around them.</summary>
    public Random Chance(int seed, string what) => new(Mix($"{seed}|{Key}|{what}"));

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static int Mix(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ unit) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}

/// <summary>What a resident makes of an invitation.</summary>
internal enum Intent
{
    Silence,
    Yes,
    No,
    Maybe,
    Question,
    Stop,
}

/// <param name="ByPage">Answered on the page behind the link, not by message.</param>
internal sealed record Reaction(Intent Intent, int Party, bool ByPage, TimeSpan After, string Text);

/// <summary>How residents answer. Pure but for the chance that is handed in.</summary>
internal static class Behaviour
{
    // Yes, no, maybe, question, stop, of a hundred; the rest is silent. Asked by a stranger, by letter, by a neighbour, and when asked a second time.
    private static readonly int[] Stranger = [17, 12, 5, 5, 3];
    private static readonly int[] Paper = [9, 4, 1, 0, 0];
    private static readonly int[] Neighbour = [46, 9, 7, 6, 1];
    private static readonly int[] CameBefore = [52, 14, 8, 4, 1];
    private static readonly int[] Again = [9, 8, 4, 2, 2];

    public static Reaction ToInvitation(Resident resident, Random chance, bool onPaper, bool byNeighbour, bool cameBefore) =>
        React(resident, chance, onPaper ? Paper : cameBefore ? CameBefore : byNeighbour ? Neighbour : Stranger, onPaper);

    public static Reaction ToNudge(Resident resident, Random chance) => React(resident, chance, Again, onPaper: false);

    private static Reaction React(Resident resident, Random chance, int[] odds, bool onPaper)
    {
        var (roll, intent) = (chance.Next(100), 0);
        while (intent < odds.Length && (roll -= odds[intent]) >= 0)
            intent++;
        var what = intent < odds.Length ? (Intent)(intent + 1) : Intent.Silence;
        var party = chance.Next(10) switch { < 5 => 1, < 8 => 2, 8 => 3, _ => 4 };
        // Most answer within the hour, some sleep on it.
        var after = TimeSpan.FromMinutes(3 + (Math.Pow(chance.NextDouble(), 3) * 40 * 60));
        var byPage = onPaper || (what is Intent.Yes or Intent.No or Intent.Maybe && chance.Next(100) < 25);
        var language = chance.Next(100) switch { < 85 => resident.Language, < 95 => "nl", _ => "en" };
        return new Reaction(what, party, byPage, after, Phrases.Say(language, what, party, chance));
    }
}
