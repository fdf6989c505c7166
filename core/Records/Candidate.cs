using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>A person as one row of a list gives them, normalised. At least one way to reach them is usable.</summary>
public sealed record Candidate
{
    public string? Name { get; init; }

    /// <summary>A number that can receive SMS.</summary>
    public PhoneNumber? Mobile { get; init; }

    /// <summary>A fixed line: for the call list.</summary>
    public PhoneNumber? Landline { get; init; }

    public EmailAddress? Email { get; init; }

    /// <summary>One of the ten language codes, or null when the row gives none that we know.</summary>
    public string? Language { get; init; }

    public Address? Address { get; init; }

    /// <summary>What the row itself says of being written to.</summary>
    public Permissions Permissions { get; init; }

    /// <summary>Somebody we know: they find themselves again by their contact points.</summary>
    public static Candidate Of(Person person) => new()
    {
        Name = person.Name,
        Mobile = person.Mobile is { } mobile ? new PhoneNumber(mobile.Value) : null,
        Landline = person.Landline is { } landline ? new PhoneNumber(landline.Value) : null,
        Email = person.Email is { } email ? new EmailAddress(email.Value) : null,
        Language = person.Language,
        Address = person.Address,
    };

    /// <summary>It gives a number or an address for mail.</summary>
    public bool HasContact => Mobile is not null || Landline is not null || Email is not null;

    /// <summary>A number or an address of one is that of the other too.</summary>
    public bool SharesContact(Candidate other) => (Mobile is { } mobile && mobile == other.Mobile) || (Landline is { } landline && landline == other.Landline) || (Email is { } email && email == other.Email);

    /// <summary>It gives those, or a house: a letter or a neighbour can come there.</summary>
    public bool IsReachable => HasContact || Address is not null;

    /// <summary>They asked not to be reached in any of the ways that the row gives: nothing of them is kept but that.</summary>
    public bool IsOptedOut =>
        Permissions.SayNo && (Mobile is null || Permissions.Sms is Permission.OptedOut) && (Email is null || Permissions.Email is Permission.OptedOut)
        && (Landline is null || Permissions.Call is Permission.OptedOut) && (Address is null || Permissions.Post is Permission.OptedOut);
}
