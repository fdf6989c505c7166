using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>What somebody may do in a project group; each role includes the ones before it. A host has no role, but a link for named meetings.</summary>
[JsonConverter(typeof(EnumWordConverter<Role>))]
public enum Role
{
    /// <summary>Sees totals, and nobody's name.</summary>
    Viewer,
    Organiser,

    /// <summary>Also decides on people, keys, retention and export.</summary>
    Owner,
}

/// <summary>Somebody who signs in by e-mail and works in a project group.</summary>
public sealed record Member(string Email, Role Role, DateTimeOffset Since)
{
    public bool Is(string email) => Same(Email, email);

    /// <summary>However it was typed.</summary>
    public static bool Same(string known, string email) =>
        EmailAddress.TryParse(known, out var address) && string.Equals(address.Value, email, StringComparison.OrdinalIgnoreCase);
}
