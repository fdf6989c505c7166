using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>How a person came to us; the same for a whole list.</summary>
public sealed record Origin(Source Source)
{
    public ListId? List { get; init; }

    public int Wave { get; init; }

    public PersonId? Nominator { get; init; }

    public bool MayNameNominator { get; init; }

    public PersonId? Seed { get; init; }

    /// <summary>The code of the place where they read of the meeting.</summary>
    public Code? Place { get; init; }
}

/// <summary>Somebody who may be new to us: with a row number they get the same id each time the list is read.</summary>
public sealed record Newcomer(Candidate Candidate, Ground Ground, Origin Origin, int Row = 0)
{
    private IReadOnlyList<ContactHash>? _hashes;

    /// <summary>The row was taken in before, and says more now: whoever it added is looked up.</summary>
    public bool IsReadAgain { get; init; }

    /// <summary>Their contact points belong to several people who cannot be merged.</summary>
    public bool StaysApart { get; init; }

    /// <summary>Their list holds a question: whoever they turn out to be is on it too.</summary>
    public bool IsAskedAbout { get; init; }

    /// <summary>The one message that may follow a form is written with it, or may not follow: there were too many today.</summary>
    public bool IsAskedAtOnce { get; init; }

    /// <summary>The contact points of this candidate, the one that decides the shard of a new person first. Worked out once: that costs more than reading the row of a list.</summary>
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

    /// <summary>Without an address where somebody asked not to be rung or written to again.</summary>
    internal Newcomer WithoutStoppedHouse(IReadOnlySet<string> blocked, GroupId group, ContactHasher hasher) =>
        Candidate.Address is { } address && hasher.IsStopped(group, address, blocked)
            ? this with { _hashes = null, Candidate = Candidate with { Address = null } }
            : this;

    /// <summary>Without a landline whose owner said stop. A person with a mobile number or e-mail address is not looked up by their landline, so it would return to the call list.</summary>
    internal Newcomer WithoutStoppedLandline(IReadOnlySet<string> blocked, GroupId group, ContactHasher hasher) =>
        blocked.Count > 0 && Candidate is { Landline: { } landline } and ({ Mobile: not null } or { Email: not null }) && blocked.Contains(hasher.Of(group, landline).Value)
            ? this with { Candidate = Candidate with { Landline = null } }
            : this;

    internal Person ToPerson(PersonId id, DateTimeOffset now) => new()
    {
        Id = id,
        Name = Candidate.Name,
        Language = Candidate.Language,
        Mobile = Contact(Candidate.Mobile?.Value, Said.Sms),
        Landline = Contact(Candidate.Landline?.Value, Said.Call),
        Email = Contact(Candidate.Email?.Value, Said.Email),
        Address = Said.Post is Permission.OptedOut ? null : Candidate.Address,
        AddressStoppedAt = RefusedAt(Said.Post),
        CallsRefusedAt = RefusedAt(Said.Call),
        Source = Origin.Source,
        Wave = Origin.Wave,
        Nominator = Origin.Nominator,
        MayNameNominator = Origin.MayNameNominator,
        Seed = Origin.Seed,
        List = Origin.List,
        CreatedAt = now,
    };

    /// <summary>Of a row that may be about somebody else than the person with its number: no more than what it says of being written to.</summary>
    internal Newcomer OnlyPermissions(Person known) => this with
    {
        Candidate = Candidate with
        {
            Name = null,
            Language = null,
            Address = null,
            Mobile = Candidate.Mobile?.Value == known.Mobile?.Value ? Candidate.Mobile : null,
            Landline = Candidate.Landline?.Value == known.Landline?.Value ? Candidate.Landline : null,
            Email = Candidate.Email?.Value == known.Email?.Value ? Candidate.Email : null,
        },
    };

    /// <summary>What this row adds to somebody we know: fills in, never overwrites with less. A better ground for a known contact point replaces none.</summary>
    internal Person FillIn(Person person) => person with
    {
        Name = Longer(person.Name, Candidate.Name),
        Language = person.Language ?? Candidate.Language,
        Mobile = AskedByThis(FillIn(person.Mobile, Candidate.Mobile?.Value, Said.Sms), Candidate.Mobile?.Value),
        Landline = FillIn(person.Landline, Candidate.Landline?.Value, Said.Call),
        Email = AskedByThis(FillIn(person.Email, Candidate.Email?.Value, Said.Email), Candidate.Email?.Value),
        Address = Said.Post is Permission.OptedOut ? null : person.Address ?? Candidate.Address,
        AddressStoppedAt = person.AddressStoppedAt ?? RefusedAt(Said.Post),
        CallsRefusedAt = person.CallsRefusedAt ?? RefusedAt(Said.Call),
        AlsoOn = IsAskedAbout && Origin.List is { } list && !person.Lists.Contains(list) ? [.. person.AlsoOn, list] : person.AlsoOn,
    };

    private Permissions Said => Candidate.Permissions;

    internal static string? Longer(string? known, string? given) =>
        known is null || (given is not null && given.Length > known.Length && given.StartsWith(known, StringComparison.OrdinalIgnoreCase)) ? given ?? known : known;

    private Contact? Contact(string? value, Permission said) =>
        value is null ? null : new Contact(value, Ground.As(said))
        {
            StoppedAt = IsStopped(value, said) ? Ground.At : null,
            AskedAt = IsAskedAtOnce ? Ground.At : null,
        };

    /// <summary>
    /// A no applies to the person, whatever the number. A better ground replaces a weaker one only for the same number, and nothing replaces a no. A number that does not
    /// work gives way to another; one that is somebody else's is put right by an organiser.
    /// </summary>
    private Contact? FillIn(Contact? known, string? value, Permission said)
    {
        if (known is null)
            return Contact(value, said);
        if (said is Permission.Refused or Permission.OptedOut)
            return known.Ground.Basis is Basis.Refused ? known : known.On(Ground.As(said)) with { StoppedAt = known.StoppedAt ?? (IsStopped(known.Value, said) ? Ground.At : null) };
        if (said is Permission.Unproven)
            return known;
        if (value is not null && value != known.Value && known is { BadCode: not (null or WrongContact.Code), StoppedAt: null, Ground.Basis: not Basis.Refused })
            return Contact(value, said);
        var ground = Ground.As(said);
        var isBetter = (known.Ground.Basis is Basis.None or Basis.Form && ground.AllowsUnasked) || (known.Ground.Basis is Basis.None && ground.Basis is Basis.Form);
        return known.Value == value && isBetter ? Contact(value, said)! with { BadCode = known.BadCode, StoppedAt = known.StoppedAt, Earlier = known.On(ground).Earlier } : known;
    }

    /// <summary>The one message to a contact that this form leaves unconfirmed is its own confirmation.</summary>
    private Contact? AskedByThis(Contact? contact, string? value) =>
        IsAskedAtOnce && contact is not null && contact.Value == value ? contact.Asked(contact.Ground.At) : contact;

    /// <summary>A note may be wrong, and what it says can be undone. Until it is, nobody writes to their house or rings.</summary>
    private DateTimeOffset? RefusedAt(Permission said) => said is Permission.Refused or Permission.OptedOut ? Ground.At : null;

    // A number that may not be called is not on the call list; one that only refuses SMS is.
    private bool IsStopped(string value, Permission said) => said is Permission.OptedOut && Said.Call is Permission.OptedOut && value[0] == '+';
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
public sealed record Registered(RegisterKind Kind, PersonId? Person)
{
    /// <summary>The person whom this row adds when it matches nobody we know.</summary>
    public PersonId? Own { get; init; }

    /// <summary>People whom a row of a list shows to be one. Nothing is done about the row until they are joined, or stay apart.</summary>
    public IReadOnlyList<PersonId> Bridged { get; init; } = [];

    /// <summary>Others who turned out to be this person.</summary>
    public IReadOnlyList<PersonId> Joined { get; init; } = [];

    /// <summary>The other names that are known at the contact points of a row, when no one person goes by them and by the row's.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}
