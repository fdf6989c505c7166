using System.Security.Cryptography;
using System.Text;

namespace Outreach.Ids;

/// <summary>The SHA-256 of a text in lower-case hex: a key by which it is found again and which does not give it away.</summary>
public static class TextHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
