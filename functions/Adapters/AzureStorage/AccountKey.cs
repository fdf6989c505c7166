using System.Security.Cryptography;
using System.Text;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>An account and its secret; what it signs may be shown, itself never.</summary>
internal sealed class AccountKey
{
    private readonly byte[] secret;

    private AccountKey(string account, byte[] secret) => (Account, this.secret) = (account, secret);

    public string Account { get; }

    public static AccountKey Parse(string account, string base64)
    {
        var secret = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, secret, out var length) && length > 0
            ? new(account, secret[..length])
            : throw new InvalidOperationException("The AccountKey in AzureWebJobsStorage is not base64: copy it again from the portal.");
    }

    public string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
}
