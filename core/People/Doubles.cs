using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>Two people we know apart who may be one.</summary>
/// <param name="IsOneHome">They live at one address, under names that one person may go by; else only their whole name is the same.</param>
public sealed record Lookalikes(Person One, Person Other, bool IsOneHome);

/// <summary>Who among many people may be the same person.</summary>
public static class Doubles
{
    public static IReadOnlyList<Lookalikes> Of(IReadOnlyList<Person> people)
    {
        var named = people.Where(person => person.Name is not null).ToList();
        var atHome = Pairs(named.Where(person => person.Address is not null).GroupBy(person => ContactHasher.Household(person.Address!))).Where(pair => SameName.MayBeOne(pair.One.Name, pair.Other.Name)).Select(pair => new Lookalikes(pair.One, pair.Other, true)).ToList();
        var known = atHome.Select(pair => (pair.One.Id, pair.Other.Id)).ToHashSet();
        var byName = Pairs(named.GroupBy(person => SameName.KeyOf(person.Name!)).Where(same => same.Key is not null))
            .Where(pair => !known.Contains((pair.One.Id, pair.Other.Id)) && !LiveApart(pair.One, pair.Other)).Select(pair => new Lookalikes(pair.One, pair.Other, false));
        return [.. atHome.Concat(byName).OrderByDescending(pair => pair.IsOneHome).ThenBy(pair => pair.One.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<(Person One, Person Other)> Pairs<TKey>(IEnumerable<IGrouping<TKey, Person>> groups) =>
        from together in groups
        let inOrder = together.OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToList()
        from one in inOrder.Index()
        from other in inOrder.Skip(one.Index + 1)
        where !one.Item.ApartFrom.Contains(other.Id) && !other.ApartFrom.Contains(one.Item.Id)
        select (one.Item, other);

    /// <summary>One name at two addresses is two people, as far as anybody can tell.</summary>
    private static bool LiveApart(Person one, Person other) => one.Address is { } mine && other.Address is { } theirs && ContactHasher.Household(mine) != ContactHasher.Household(theirs);
}

/// <summary>Looks through all people of a group.</summary>
public sealed class FindDoubles(PeopleStore people)
{
    public async Task<IReadOnlyList<Lookalikes>> HandleAsync(GroupId group, CancellationToken ct)
    {
        var all = new List<Person>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var person in people.PeopleAsync(shard, ct))
                all.Add(person.Value);
        }

        return Doubles.Of(all);
    }
}
