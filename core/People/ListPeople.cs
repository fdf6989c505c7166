using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.People;

public enum PeopleOrder
{
    Name,
    Street,
    Newest,
}

/// <summary>Which people of a group to show; null: any.</summary>
/// <param name="Sought">A part of a name or a street, or a whole phone number or e-mail address.</param>
/// <param name="Way">How an invitation would reach them.</param>
/// <param name="Unreachable">Only those whom nothing reaches.</param>
public sealed record PeopleFilter(string? Sought = null, Channel? Way = null, bool Unreachable = false, string? Language = null, Source? Source = null, bool? Stopped = null)
{
    public bool Takes(Person person, string groupLanguage) =>
        (Stopped is null || Stopped == (person.StoppedAt is not null))
        && (Source is null || person.Source == Source)
        && (Language is null || (person.Language ?? groupLanguage) == Language)
        && (Way is null || ChannelOrder.First(person) == Way)
        && (!Unreachable || ChannelOrder.First(person) is null)
        && (Sought is null || FindPeople.Matches(person.Name, Sought) || FindPeople.Matches(person.Address?.Street, Sought));
}

/// <summary>The people of a group, narrowed and in order.</summary>
public sealed class ListPeople(PeopleStore people, FindPeople find)
{
    /// <param name="cut">Which of those who were found are shown.</param>
    public async Task<(IReadOnlyList<Person> People, int Found)> HandleAsync(Group group, PeopleFilter filter, (PeopleOrder By, bool IsDescending) order, Func<int, Range> cut, CancellationToken ct)
    {
        var found = await FindAsync(group, filter, ct);
        var sorted = order.By switch
        {
            PeopleOrder.Street => found.OrderBy(person => person.Address is null).ThenBy(person => person.Address?.Street, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ToList(),
            PeopleOrder.Newest => found.OrderByDescending(person => person.CreatedAt).ToList(),
            _ => [.. found.OrderBy(person => person.Name is null).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)],
        };
        if (order.IsDescending)
            sorted.Reverse();
        return (sorted[cut(sorted.Count)], sorted.Count);
    }

    private async Task<List<Person>> FindAsync(Group group, PeopleFilter filter, CancellationToken ct)
    {
        if (filter.Sought is { } sought && await find.ByContactAsync(group.Id, sought, ct) is { } one)
            return [one];
        var found = new List<Person>();
        foreach (var shard in Shard.All(group.Id))
        {
            await foreach (var person in people.PeopleAsync(shard, ct))
            {
                if (filter.Takes(person.Value, group.Language))
                    found.Add(person.Value);
            }
        }

        return found;
    }
}
