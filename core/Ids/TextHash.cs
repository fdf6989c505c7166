using System.Security.Cryptography;
using System.Text;

namespace Outreach.Ids;

/// <summary>The SHA-256 of a text in lower-case hex: a key by which it is found again and which does not give it away.</summary>
public static class TextHash
{
    /// <param name="length">Characters of it, where a part tells enough texts apart.</param>
    public static string Of(string text, int length) => Of(text)[..length];

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
