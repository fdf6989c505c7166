using System.Security.Cryptography;
using System.Text;
using Outreach.Contacts;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>Hashes contact points with the installation's secret key (<c>Outreach__HashKey</c>), so that a suppression can be kept without what it suppresses.</summary>
public sealed class ContactHasher(byte[] key) : IDisposable
{
    private const int Bytes = 16;

    // One per thread, used again: half the cost of setting the key up for each of a million contact points.
    private readonly ThreadLocal<IncrementalHash> _hmac = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key), trackAllValues: true);

    /// <summary>Tells keys apart without telling anything of them.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(key, "fingerprint"u8))[..16];

    public ContactHash Of(GroupId group, PhoneNumber number) => Of(group, "tel", number.Value);

    public ContactHash Of(GroupId group, EmailAddress email) => Of(group, "mail", email.Value);

    /// <summary>The same name at the same address is the same person on paper.</summary>
    public ContactHash OfHousehold(GroupId group, Address address, string? name) =>
        Of(group, "home", $"{Household(address)}|{name?.Trim().ToUpperInvariant()}");

    /// <summary>Somebody at a meeting of whom we know the name alone.</summary>
    public ContactHash OfGuest(GroupId group, MeetingId meeting, string name) => Of(group, "guest", $"{meeting.Value}|{name.Trim().ToUpperInvariant()}");

    /// <summary>Hash of the block of 100 consecutive numbers that this one is in: for comparing sign-ups of one day, never for finding a person.</summary>
    public string OfRange(GroupId group, PhoneNumber number) => Of(group, "range", number.Value[..^2]).Value;

    public ContactHash Of(GroupId group, Channel channel, string contact) => channel is Channel.Email ? Of(group, new EmailAddress(contact)) : Of(group, new PhoneNumber(contact));

    /// <summary>Every contact point that leads to a person.</summary>
    public IEnumerable<ContactHash> Of(GroupId group, Person person)
    {
        if (person.Mobile is { } mobile)
            yield return Of(group, new PhoneNumber(mobile.Value));
        if (person.Landline is { } landline)
            yield return Of(group, new PhoneNumber(landline.Value));
        if (person.Email is { } email)
            yield return Of(group, new EmailAddress(email.Value));
        if (person.Address is { } address)
            yield return OfHousehold(group, address, person.Name);
        foreach (var other in person.AlsoAt)
            yield return other;
        foreach (var wrong in person.Wrong)
            yield return wrong.Hash;
    }

    /// <summary>One postal address, however it is written: one letter goes there.</summary>
    public static string Household(Address address) => House(address switch
    {
        { Postcode: "" } => address.Street,
        { IsPostcodeOfOneStreet: true } => address.Postcode,
        _ => $"{address.Postcode}|{address.Street}",
    }, address);

    /// <summary>The hashes under which a stop for a house is stored. A postcode tells towns apart; where somebody left it out, the street has to do.</summary>
    public IEnumerable<ContactHash> OfStoppedHouse(GroupId group, Address address) =>
        [Of(group, address.Postcode.Length > 0 ? "house" : "street", Household(address)), Of(group, "anywhere", House(address.Street, address))];

    /// <summary>The hashes under which a stop for this house may be found.</summary>
    public IEnumerable<ContactHash> OfHouse(GroupId group, Address address) => address.Postcode.Length > 0
        ? [Of(group, "house", Household(address)), Of(group, "street", House(address.Street, address))]
        : [Of(group, "anywhere", House(address.Street, address))];

    /// <summary>Somebody there asked not to be rung or written to again.</summary>
    /// <param name="blocked">All that is suppressed in the group.</param>
    public bool IsStopped(GroupId group, Address address, IReadOnlySet<string> blocked) =>
        blocked.Count > 0 && OfHouse(group, address).Any(house => blocked.Contains(house.Value));

    private static string House(string where, Address address) =>
        $"{where}|{address.HouseNumber}|{address.Addition}".Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public void Dispose()
    {
        foreach (var hmac in _hmac.Values)
            hmac.Dispose();
        _hmac.Dispose();
    }

    private ContactHash Of(GroupId group, string kind, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.Value!.AppendData(Encoding.UTF8.GetBytes($"{group.Value}|{kind}|{value}"));
        _hmac.Value.GetHashAndReset(hash);
        return new ContactHash(Convert.ToHexStringLower(hash[..Bytes]));
    }
}
