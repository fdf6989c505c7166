using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Rows;

/// <summary>What a person types into a form that asks for a number or an address and gets none. It can be real all the same.</summary>
internal static partial class MadeUp
{
    private static readonly string[] Locals =
        ["test", "noreply", "geenmail", "geenemail", "geenadres", "heeftgeenmail", "heeftgeenemail", "nomail", "noemail", "hasnoemail", "keinemail", "keineemail", "fake", "asdf", "qwerty", "donotreply", "niemand", "nobody"];

    private static readonly string[] Domains = ["geen", "nvt", "onbekend", "unknown", "unbekannt", "none", "nomail", "noemail", "geenmail", "geenemail"];

    /// <summary>In the row that shows how a list is filled in: "naam@domein.nl", "voorbeeld@voorbeeld.nl".</summary>
    private static readonly string[] OfExamples = ["voorbeeld", "example", "beispiel", "exemple", "naam", "name", "domein", "domain"];

    /// <summary>"0611111111".</summary>
    public static bool Is(PhoneNumber number) => SameDigits().IsMatch(number.Value);

    /// <summary>"geen@geen.nl", "onbekend@…", "x@x.nl". "jansen@jansen.nl" is the address of a family.</summary>
    public static bool Is(EmailAddress address)
    {
        var at = address.Value.IndexOf('@');
        var (local, domain) = (address.Value[..at], address.Value[(at + 1)..]);
        var label = domain[..domain.IndexOf('.')];
        // "nb@" can be somebody's initials.
        var isNothing = Unknown.Is(local) && (local.Length > 2 || local == label);
        return isNothing || (OfExamples.Contains(local) && OfExamples.Contains(label)) || (local.Length == 1 && local == label) || Domains.Contains(label) || Locals.Contains(local.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"([0-9])\1{5}")]
    private static partial Regex SameDigits();
}
