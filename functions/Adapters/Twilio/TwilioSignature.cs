using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Twilio.Security;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>X-Twilio-Signature by the SDK's validator, and where that one is wrong.</summary>
internal static partial class TwilioSignature
{
    /// <param name="url">The public address with its query exactly as sent.</param>
    public static bool Verify(string authToken, string url, IEnumerable<KeyValuePair<string, StringValues>> form, string? signature) =>
        !string.IsNullOrEmpty(signature) && new RequestValidator(authToken).Validate(StandardPort().Replace(url, ""), Fields(form), signature);

    // A name that occurs several times is signed once for each of its values, in order; the validator knows one value a name and writes it behind the name.
    private static Dictionary<string, string> Fields(IEnumerable<KeyValuePair<string, StringValues>> form) => form.ToDictionary(
        field => field.Key,
        field => string.Join(field.Key, field.Value.Select(value => value ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        StringComparer.Ordinal);

    // The validator tries an address without its port and with the standard one, but not without when the standard one is written out.
    [GeneratedRegex(@"(?<=^https://[^/?#]*):443(?=[/?#]|\z)|(?<=^http://[^/?#]*):80(?=[/?#]|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex StandardPort();
}
