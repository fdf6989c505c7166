using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Which people are counted: those who came; while nobody has come, those who said yes; otherwise all who are asked.</summary>
public enum ReachedBy
{
    Asked,
    SaidYes,
    Came,
}

/// <summary>One value of what people have in common, and how many have it.</summary>
public sealed record ReachShare(string Value, int People);

/// <summary>How far a snowball reaches beyond the first circle.</summary>
/// <param name="ByStreet">Most people first; "" for those who gave no address.</param>
/// <param name="Brought">Number named by a neighbour.</param>
/// <param name="NewStreets">Streets where only people live whom neighbours named.</param>
/// <param name="NamedBy">Number with a known street, named by somebody whose street we know.</param>
/// <param name="SameStreet">Of those, the number who live in the same street as whoever named them.</param>
public sealed record Reach(
    ReachedBy By, int People, IReadOnlyList<ReachShare> ByWave, IReadOnlyList<ReachShare> ByLanguage, IReadOnlyList<ReachShare> ByStreet, int Brought,
    IReadOnlyList<string> NewStreets, IReadOnlyList<string> NewLanguages, int NamedBy, int SameStreet)
{
    /// <summary>Fewer pairs say nothing.</summary>
    private const int MinPairs = 10;
    private const double NearlyAll = 0.8;

    /// <summary>Neighbours name those they live beside: the snowball stays in its street.</summary>
    public bool StaysInTheStreet => NamedBy >= MinPairs && SameStreet >= NamedBy * NearlyAll;

    public static Reach Of(IReadOnlyList<ChainPerson> everybody)
    {
        var all = everybody.Where(person => !person.IsFromBefore).ToList();
        var by = all.Any(person => person.Came) ? ReachedBy.Came : all.Any(person => person.Reply is Reply.Yes) ? ReachedBy.SaidYes : ReachedBy.Asked;
        var people = all.Where(person => by switch { ReachedBy.Came => person.Came, ReachedBy.SaidYes => person.Reply is Reply.Yes, _ => true }).ToList();
        var byId = everybody.ToDictionary(person => person.Id);
        var pairs = people.Where(person => person.Street is not null && person.Nominator is { } nominator && byId.GetValueOrDefault(nominator)?.Street is not null).ToList();
        return new Reach(
            by, people.Count,
            [.. people.CountBy(person => person.Wave).OrderBy(wave => wave.Key).Select(wave => new ReachShare($"{wave.Key}", wave.Value))],
            Shares(people, person => person.Language), Shares(people, person => person.Street ?? ""), people.Count(person => person.Wave > 0),
            Beyond(people, person => person.Street), Beyond(people, person => person.Language), pairs.Count,
            pairs.Count(person => string.Equals(person.Street, byId[person.Nominator!.Value].Street, StringComparison.OrdinalIgnoreCase)));
    }

    private static List<ReachShare> Shares(IReadOnlyList<ChainPerson> people, Func<ChainPerson, string> of) =>
        [.. people.CountBy(of, StringComparer.OrdinalIgnoreCase).OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.OrdinalIgnoreCase).Select(value => new ReachShare(value.Key, value.Value))];

    private static List<string> Beyond(IReadOnlyList<ChainPerson> people, Func<ChainPerson, string?> of)
    {
        var first = people.Where(person => person.Wave == 0).Select(of).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. people.Where(person => person.Wave > 0).Select(of).OfType<string>().Where(value => !first.Contains(value)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }
}
