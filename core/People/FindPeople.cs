using System.Globalization;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>Finds people of a group by a part of their name, however it is accented, or by the phone number or e-mail address they give.</summary>
public sealed class FindPeople(PeopleStore people, ContactHasher hasher, Settings settings)
{
    public const int MaxResults = 50;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static bool Matches(string? name, string sought) =>
        name is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, sought, Loosely) >= 0;

    /// <returns>At most <see cref="MaxResults"/>, by name.</returns>
    public async Task<IReadOnlyList<Person>> HandleAsync(GroupId group, string sought, CancellationToken ct)
    {
        if (HashOf(group, sought) is not null)
            return await ByContactAsync(group, sought, ct) is { } person ? [person] : [];

        var found = new List<Person>();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var person in people.PeopleAsync(shard, ct))
            {
                if (Matches(person.Value.Name, sought))
                    found.Add(person.Value);
            }
        }

        return [.. found.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Take(MaxResults)];
    }

    /// <summary>The owner of a phone number or e-mail address; null when it is neither, or nobody's.</summary>
    public async Task<Person?> ByContactAsync(GroupId group, string sought, CancellationToken ct) =>
        HashOf(group, sought) is { } hash && await people.FindAsync(group, hash, ct) is { } contact ? (await people.FollowAsync(group, contact.Value.Person, ct))?.Value : null;

    private ContactHash? HashOf(GroupId group, string sought)
    {
        if (Contacts.EmailAddress.TryParse(sought, out var email))
            return hasher.Of(group, email);
        return Contacts.PhoneNumber.TryParse(sought, settings.Countries, out var number, out _) ? hasher.Of(group, number) : null;
    }
}
