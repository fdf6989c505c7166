using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>The signed event webhook: ECDSA over the timestamp and the raw body. Source: SendGrid, Event Webhook security features.</summary>
internal static class SendGridSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    // SendGrid names none; what is older can be a replay.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    public static bool Verify(string publicKey, string? timestamp, ReadOnlySpan<byte> body, string? signature, DateTimeOffset now)
    {
        if (signature is null || !IsFresh(timestamp, now))
            return false;

        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
            return false;

        using var key = Import(publicKey);
        return key.VerifyData([.. Encoding.UTF8.GetBytes(timestamp!), .. body], bytes.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public static ECDsa Import(string publicKey)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key;
    }

    private static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) <= (decimal)Window.TotalSeconds;
}
