using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Contacts;

[JsonConverter(typeof(EnumWordConverter<Channel>))]
public enum Channel
{
    Sms,
    Email,

    /// <summary>On the printable list of letters.</summary>
    Letter,

    /// <summary>On the list of addresses to ring at.</summary>
    Door,

    /// <summary>On the list of numbers to call by hand.</summary>
    Call,
}
