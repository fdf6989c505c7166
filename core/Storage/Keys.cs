using System.Security.Cryptography;
using System.Text;
using Outreach.Messages;

namespace Outreach.Storage;

/// <summary>Names of the tables, one place for the whole program (the deployment creates them by these names).</summary>
public static class TableNames
{
    public const string People = "People";
    public const string Codes = "Codes";
    public const string Groups = "Groups";
    public const string Meetings = "Meetings";
    public const string Lists = "Lists";
    public const string Suppressions = "Suppressions";
    public const string Inbox = "Inbox";
    public const string Welcome = "Welcome";
    public const string Cards = "Cards";
    public const string Outbox = "Outbox";
    public const string Timers = "Timers";
    public const string Keys = "Keys";
    public const string Audit = "Audit";

    public static readonly IReadOnlyList<string> All =
        [People, Codes, Groups, Meetings, Lists, Suppressions, Inbox, Welcome, Cards, Outbox, Timers, Keys, Audit];
}

/// <summary>Queue names; each has a function of its own, so that bulk never delays an answer.</summary>
public static class QueueNames
{
    public const string Lists = "lists";
    public const string Invitations = "invitations";
    public const string Messages = "messages";
    public const string Inbound = "inbound";

    public static readonly IReadOnlyList<string> All = [Lists, Invitations, Messages, Inbound];

    /// <summary>Where the Functions host puts what failed too often; the standalone server does the same.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}

/// <summary>One partition of the main table: everything about the people born in it.</summary>
public readonly record struct Shard(GroupId Group, int Number)
{
    /// <summary>16 suits groups up to some hundred thousand people; the two hex digits of a person's id leave room for 256.</summary>
    public const int Count = 16;

    public string Partition => $"{Group.Value}|{Number:x2}";

    public static Shard Of(GroupId group, PersonId person) => new(group, person.Shard);

    public static IEnumerable<Shard> All(GroupId group) => Enumerable.Range(0, Count).Select(n => new Shard(group, n));
}

/// <summary>Row keys of the main table. A prefix ends in "|"; "}" is the first sign after it.</summary>
public static class RowKeys
{
    public static string Person(PersonId person) => $"person|{person.Value}";

    /// <summary>Deleted last when somebody is erased: from then on nothing of them may be left, in no corner of a store.</summary>
    public static bool IsPerson(string key) => key.StartsWith("person|", StringComparison.Ordinal);

    public static string Invitation(MeetingId meeting, PersonId person) => $"inv|{meeting.Value}|{person.Value}";

    public static string Invitations(MeetingId meeting) => $"inv|{meeting.Value}|";

    public static string Messages(PersonId person) => $"msg|{person.Value}|";

    /// <summary>A received message by what is the same when it comes again.</summary>
    public static string Seen(PersonId person, string step) => $"seen|{person.Value}|{step}";

    public static string Contact(ContactHash contact) => $"contact|{contact.Value}";

    public static string Nomination(MeetingId meeting, PersonId nominator, ContactHash nominee) => $"nom|{meeting.Value}|{nominator.Value}|{nominee.Value}";

    public static string Tally(MeetingId meeting) => $"tally|{meeting.Value}";

    /// <summary>When organisers were last told that something waits in the inbox.</summary>
    public const string InboxNotice = "notice|inbox";

    public static string Outbox(string id) => $"outbox|{id}";

    /// <summary>The end of the range of all keys that begin with the prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}

/// <summary>A contact point without the contact point: 128 bits of a keyed hash, apart for each group.</summary>
public readonly record struct ContactHash(string Value)
{
    public int Shard => Convert.ToInt32(Value[..2], 16) % Storage.Shard.Count;
}

/// <summary>
/// What the local outbox keeps in table <c>Outbox</c>, under the references of the messages: <c>group.person.…</c>. So it can tell a group's own, and forget a
/// person's.
/// </summary>
public static class OutboxKeys
{
    public const string Partition = "out";

    /// <summary>In the place of a person: a link that signs an organiser in.</summary>
    public const string SignIn = "signin";

    public static string Of(GroupId group) => $"{group.Value}.";

    public static string Of(GroupId group, PersonId person) => $"{group.Value}.{person.Value}.";

    public static string OfSignIn(GroupId group) => $"{group.Value}.{SignIn}.";
}

/// <summary>Hashes contact points with the installation's secret key (<c>Outreach__HashKey</c>), so that a suppression can be kept without what it suppresses.</summary>
public sealed class ContactHasher(byte[] key) : IDisposable
{
    private const int Bytes = 16;

    // One a thread, used again: half the cost of setting the key up for each of a million contact points.
    private readonly ThreadLocal<IncrementalHash> _hmac = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key), trackAllValues: true);

    /// <summary>Tells keys apart without telling anything of them.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(key, "fingerprint"u8))[..16];

    public ContactHash Of(GroupId group, PhoneNumber number) => Of(group, "tel", number.Value);

    public ContactHash Of(GroupId group, EmailAddress email) => Of(group, "mail", email.Value);

    /// <summary>The same name at the same address is the same person on paper.</summary>
    public ContactHash OfHousehold(GroupId group, Lists.Address address, string? name) =>
        Of(group, "home", $"{Household(address)}|{name?.Trim().ToUpperInvariant()}");

    /// <summary>Somebody at a meeting of whom we know the name alone.</summary>
    public ContactHash OfGuest(GroupId group, MeetingId meeting, string name) => Of(group, "guest", $"{meeting.Value}|{name.Trim().ToUpperInvariant()}");

    /// <summary>Every contact point we hold of a person.</summary>
    public IEnumerable<ContactHash> Of(GroupId group, People.Person person)
    {
        if (person.Mobile is { } mobile)
            yield return Of(group, new PhoneNumber(mobile.Value));
        if (person.Landline is { } landline)
            yield return Of(group, new PhoneNumber(landline.Value));
        if (person.Email is { } email)
            yield return Of(group, new EmailAddress(email.Value));
        if (person.Address is { } address)
            yield return OfHousehold(group, address, person.Name);
    }

    /// <summary>One postal address, however it is written: one letter goes there.</summary>
    public static string Household(Lists.Address address) =>
        $"{address.Postcode}|{address.HouseNumber}|{address.Addition}".Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

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
