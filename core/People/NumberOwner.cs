using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>
/// Whose a number or address is that somebody gives to a volunteer: one phone serves a family, and a digit is misheard. What one person says is never another's answer.
/// </summary>
public sealed class NumberOwner(PeopleStore people, ContactHasher hasher)
{
    /// <returns>What was given, without what belongs to somebody of another name, or in another house where one has no name. Of the same name in another house, they have moved.</returns>
    public async Task<Candidate> WithoutOthersAsync(GroupId group, Candidate given, CancellationToken ct) => given with
    {
        Mobile = given.Mobile is { } mobile && await IsOthersAsync(group, hasher.Of(group, mobile), given, ct) ? null : given.Mobile,
        Landline = given.Landline is { } landline && await IsOthersAsync(group, hasher.Of(group, landline), given, ct) ? null : given.Landline,
        Email = given.Email is { } email && await IsOthersAsync(group, hasher.Of(group, email), given, ct) ? null : given.Email,
    };

    private async Task<bool> IsOthersAsync(GroupId group, ContactHash contact, Candidate given, CancellationToken ct) =>
        await people.FindAsync(group, contact, ct) is { } row
        && await people.FollowAsync(group, row.Value.Person, ct) is { Value: var owner }
        && (owner.Name is null || given.Name is null ? LivesElsewhere(owner, given) : !SameName.MayBeOne(owner.Name, given.Name));

    /// <summary>Streets that are typed in for a walk may have no postcode: then the street has to do.</summary>
    private static bool LivesElsewhere(Person owner, Candidate given)
    {
        if (owner.Address is not { } home || given.Address is not { } here)
            return false;
        if (home.Postcode.Length == 0 || here.Postcode.Length == 0)
            (home, here) = (home with { Postcode = "" }, here with { Postcode = "" });
        return ContactHasher.Household(home) != ContactHasher.Household(here);
    }
}
