using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>
/// Whose a number or address is that somebody gives to a volunteer: one phone serves a family, and a digit is misheard. What one person says is never another's answer.
/// </summary>
public sealed class NumberOwner(PeopleStore people, ContactHasher hasher)
{
    /// <param name="home">Where they live; null when nobody said so.</param>
    /// <returns>What was given, without what belongs to somebody of another name, or in another house where one has no name. Of the same name in another house, they have moved.</returns>
    public async Task<Candidate> WithoutOthersAsync(GroupId group, Candidate given, Address? home, CancellationToken ct)
    {
        var (mobile, landline, email) = await OthersAsync(group, given, home, ct);
        return given with
        {
            Mobile = mobile is null ? given.Mobile : null,
            Landline = landline is null ? given.Landline : null,
            Email = email is null ? given.Email : null,
        };
    }

    /// <summary>Whether they give their name with what belongs to somebody of another. One who said stop has no answer to be kept.</summary>
    public async Task<bool> IsAnothersAsync(GroupId group, Candidate given, CancellationToken ct)
    {
        var (mobile, landline, email) = await OthersAsync(group, given, given.Address, ct);
        return given.Name is not null && new[] { mobile, landline, email }.Any(owner => owner is { StoppedAt: null });
    }

    private async Task<(Person? Mobile, Person? Landline, Person? Email)> OthersAsync(GroupId group, Candidate given, Address? home, CancellationToken ct) => (
        given.Mobile is { } mobile ? await OtherAsync(group, hasher.Of(group, mobile), given.Name, home, ct) : null,
        given.Landline is { } landline ? await OtherAsync(group, hasher.Of(group, landline), given.Name, home, ct) : null,
        given.Email is { } email ? await OtherAsync(group, hasher.Of(group, email), given.Name, home, ct) : null);

    private async Task<Person?> OtherAsync(GroupId group, ContactHash contact, string? name, Address? home, CancellationToken ct) =>
        await people.FindAsync(group, contact, ct) is { } row
        && await people.FollowAsync(group, row.Value.Person, ct) is { Value: var owner }
        && (owner.Name is null || name is null ? AreApart(owner.Address, home) : !SameName.MayBeOne(owner.Name, name))
            ? owner
            : null;

    /// <summary>Streets that are typed in for a walk may have no postcode: then the street has to do.</summary>
    private static bool AreApart(Address? one, Address? other)
    {
        if (one is null || other is null)
            return false;
        if (one.Postcode.Length == 0 || other.Postcode.Length == 0)
            (one, other) = (one with { Postcode = "" }, other with { Postcode = "" });
        return ContactHasher.Household(one) != ContactHasher.Household(other);
    }
}
