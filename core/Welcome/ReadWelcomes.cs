using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>A package with who it is for, and what is to be in it.</summary>
public sealed record WelcomeView(WelcomePackage Package, Person Person, string Language, IReadOnlyList<(KitPart Part, string Language)> Contents)
{
    /// <summary>Where it goes; null where nobody knows, or the house wants nobody at its door.</summary>
    public Address? Address => Person is { AddressStoppedAt: null } ? Person.Address : null;
}

/// <param name="ToPack">By language, so that one language can be packed at a time.</param>
/// <param name="ToWalk">As volunteers walk: street by street, one side and then the other. People whose address we do not know come last.</param>
public sealed record WelcomeRound(IReadOnlyList<WelcomeView> ToPack, IReadOnlyList<WelcomeView> ToWalk)
{
    /// <summary>How many of each part are needed in each language.</summary>
    public IReadOnlyList<(KitPart Part, string Language, int Count)> Needed =>
        [.. ToPack.SelectMany(view => view.Contents).GroupBy(one => (one.Part.Kind, one.Part.Name, one.Language)).Select(pile => (pile.First().Part, pile.Key.Language, pile.Count()))
            .OrderBy(pile => pile.Part.Kind).ThenBy(pile => pile.Part.Name, StringComparer.OrdinalIgnoreCase).ThenByDescending(pile => pile.Item3)];

    public static WelcomeRound Of(IReadOnlyList<WelcomeView> views) => new(
        [.. views.Where(view => view.Package.State is WelcomeState.Asked).OrderBy(view => view.Language, StringComparer.Ordinal).ThenBy(view => view.Package.DueOn)],
        [.. views.Where(view => view.Package.State is WelcomeState.Packed or WelcomeState.OnItsWay).OrderBy(view => view.Address is null).ThenBy(view => view.Address ?? Nowhere, Walk.Order)]);

    private static readonly Address Nowhere = new("", "", null, "", null);
}

/// <summary>Reads the packages of a group, each with its person.</summary>
public sealed class ReadWelcomes(WelcomeStore welcomes, PeopleStore people, WelcomeKits kits)
{
    /// <param name="wanted">Which packages to include.</param>
    public async Task<IReadOnlyList<WelcomeView>> HandleAsync(Group group, Func<WelcomePackage, bool> wanted, CancellationToken ct)
    {
        var kit = await kits.OfAsync(group.Id, ct);
        var views = new List<WelcomeView>();
        foreach (var package in (await welcomes.ListAsync(group.Id, ct)).Select(stored => stored.Value).Where(wanted))
        {
            // Erased at this moment.
            if (await people.FindAsync(group.Id, package.Person, ct) is not { Value: var person })
                continue;
            var language = Languages.Language.Choose(person.Language, group.Language).Code;
            views.Add(new WelcomeView(package, person, language, kit.For(language, group.Language)));
        }

        return views;
    }

    /// <summary>Those that are to be brought, and nobody knows where.</summary>
    public async Task<IReadOnlyList<WelcomePackage>> WithoutAddressAsync(GroupId group, IEnumerable<WelcomePackage> packages, CancellationToken ct)
    {
        var lost = new List<WelcomePackage>();
        foreach (var package in packages.Where(package => package.IsOpen))
        {
            if (await people.FindAsync(group, package.Person, ct) is { Value: { Address: null, StoppedAt: null } })
                lost.Add(package);
        }

        return lost;
    }
}
