using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>X-Twilio-Signature: Base64 of HMAC-SHA1 over the address that was called and the fields of the form. Source: twilio.com/docs/usage/security.</summary>
internal static class TwilioSignature
{
    /// <param name="url">The public address with its query exactly as sent.</param>
    public static bool Verify(string authToken, string url, IEnumerable<KeyValuePair<string, StringValues>> form, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;

        var fields = Fields(form);
        // Twilio signs sometimes with the standard port and sometimes without.
        return Matches(authToken, WithPort(url) + fields, signature) | Matches(authToken, WithoutPort(url) + fields, signature) | Matches(authToken, url + fields, signature);
    }

    /// <summary>For a body that is no form: its SHA-256 stands in the query, and the signature covers the address alone.</summary>
    public static bool VerifyBody(string authToken, string url, ReadOnlySpan<byte> body, string? signature)
    {
        const string Name = "bodySHA256=";
        var start = url.IndexOf(Name, StringComparison.Ordinal);
        if (start < 0)
            return false;

        var stated = url[(start + Name.Length)..].Split('&', 2)[0];
        return Same(stated, Convert.ToHexStringLower(SHA256.HashData(body))) && Verify(authToken, url, [], signature);
    }

    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, StringValues>> form) => Hash(authToken, url + Fields(form));

    private static string Fields(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in values.Select(value => value ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append(name).Append(value);
        }

        return text.ToString();
    }

    private static bool Matches(string authToken, string text, string signature) => Same(Hash(authToken, text), signature);

    // SHA-1 is Twilio's choice, not ours.
#pragma warning disable CA5350
    private static string Hash(string authToken, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string WithPort(string url)
    {
        var (authority, port) = Parts(url);
        return port is not null ? url : url.Insert(authority, url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80");
    }

    private static string WithoutPort(string url)
    {
        var (authority, port) = Parts(url);
        return port is null ? url : url.Remove(port.Value, authority - port.Value);
    }

    // Where the authority ends, and where the colon before the port stands.
    private static (int End, int? Port) Parts(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var rest ? start + rest : url.Length;
        var colon = url.AsSpan(start, end - start).LastIndexOfAny(':', ']', '@');
        return (end, colon >= 0 && url[start + colon] == ':' ? start + colon : null);
    }
}
