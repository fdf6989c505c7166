using Outreach.Lists;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>How a person came to us; the same for a whole list.</summary>
public sealed record Origin(Source Source)
{
    public ListId? List { get; init; }

    public int Wave { get; init; }

    public PersonId? Nominator { get; init; }

    public bool MayNameNominator { get; init; }

    public PersonId? Seed { get; init; }
}

/// <summary>Somebody who may be new to us: with a row number they get the same id each time the list is read.</summary>
public sealed record Newcomer(Candidate Candidate, Ground Ground, Origin Origin, int Row = 0)
{
    private IReadOnlyList<ContactHash>? _hashes;

    /// <summary>The contact points of this candidate, the one that decides where a new person is born first. Worked out once: that costs more than reading the row of a list.</summary>
    internal IReadOnlyList<ContactHash> Hashes(GroupId group, ContactHasher hasher) => _hashes ??= HashesOf(Candidate, group, hasher);

    internal static IReadOnlyList<ContactHash> HashesOf(Candidate candidate, GroupId group, ContactHasher hasher)
    {
        var hashes = new List<ContactHash>(2);
        if (candidate.Mobile is { } mobile)
            hashes.Add(hasher.Of(group, mobile));
        if (candidate.Email is { } email)
            hashes.Add(hasher.Of(group, email));
        if (hashes.Count == 0 && candidate.Landline is { } landline)
            hashes.Add(hasher.Of(group, landline));
        if (hashes.Count == 0 && candidate.Address is { } address)
            hashes.Add(hasher.OfHousehold(group, address, candidate.Name));
        return hashes;
    }

    /// <summary>Without the contact points that opted out.</summary>
    internal Newcomer Without(IReadOnlyList<ContactHash> stopped, GroupId group, ContactHasher hasher) => stopped.Count == 0 ? this : this with
    {
        _hashes = null,
        Candidate = Candidate with
        {
            Mobile = Candidate.Mobile is { } mobile && stopped.Contains(hasher.Of(group, mobile)) ? null : Candidate.Mobile,
            Email = Candidate.Email is { } email && stopped.Contains(hasher.Of(group, email)) ? null : Candidate.Email,
        },
    };

    internal Person Born(PersonId id, DateTimeOffset now) => new()
    {
        Id = id,
        Name = Candidate.Name,
        Language = Candidate.Language,
        Mobile = Contact(Candidate.Mobile?.Value),
        Landline = Contact(Candidate.Landline?.Value),
        Email = Contact(Candidate.Email?.Value),
        Address = Candidate.Address,
        Source = Origin.Source,
        Wave = Origin.Wave,
        Nominator = Origin.Nominator,
        MayNameNominator = Origin.MayNameNominator,
        Seed = Origin.Seed,
        List = Origin.List,
        CreatedAt = now,
    };

    /// <summary>What this row adds to somebody we know: fills in, never overwrites with less. A better ground for a known contact point replaces none.</summary>
    internal Person FillIn(Person person) => person with
    {
        Name = Longer(person.Name, Candidate.Name),
        Language = person.Language ?? Candidate.Language,
        Mobile = FillIn(person.Mobile, Candidate.Mobile?.Value),
        Landline = FillIn(person.Landline, Candidate.Landline?.Value),
        Email = FillIn(person.Email, Candidate.Email?.Value),
        Address = person.Address ?? Candidate.Address,
    };

    private static string? Longer(string? known, string? given) =>
        known is null || (given is not null && given.Length > known.Length && given.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ? given ?? known : known;

    private Contact? Contact(string? value) => value is null ? null : new Contact(value, Ground);

    private Contact? FillIn(Contact? known, string? value)
    {
        if (value is null)
            return known;
        if (known is null)
            return new Contact(value, Ground);
        return known.Value == value && known.Ground.Basis is Basis.None && Ground.Basis is not Basis.None ? known with { Ground = Ground } : known;
    }
}

public enum RegisterKind
{
    Accepted,

    /// <summary>Known already, from this list or from before.</summary>
    Merged,

    /// <summary>Opted out: nothing was stored.</summary>
    Suppressed,
}

/// <param name="Person">Null when suppressed and unknown.</param>
public sealed record Registered(RegisterKind Kind, PersonId? Person);
