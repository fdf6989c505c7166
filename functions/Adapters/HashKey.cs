using System.Security.Cryptography;
using System.Text;
using Outreach.Functions.Hosting;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Adapters;

/// <summary>
/// The secret behind every suppression. A small machine that was given none makes its own once and keeps it beside its data, as text: it can be carried over
/// to <c>Outreach__HashKey</c> when the group moves. A store knows which key it was written with, and is opened with no other.
/// </summary>
internal static class HashKey
{
    public const string FileName = "hash.key";

    private const int Bytes = 32;
    private const string Setting = "Outreach__HashKey";

    /// <exception cref="InvalidOperationException">It is lost, empty or another one than before; the message says what to do.</exception>
    public static ContactHasher Open(ITables tables, IConfiguration configuration, Launch launch)
    {
        // Blocks on purpose: the container resolves it synchronously, once at start.
        var known = HashKeyMark.ReadAsync(tables, CancellationToken.None).GetAwaiter().GetResult();
        var hasher = new ContactHasher(SHA256.HashData(Encoding.UTF8.GetBytes(Given(configuration, launch) ?? FromFile(Path.Combine(launch.DataDirectory, FileName), isFirst: known is null))));
        if (known is not null && known != hasher.Fingerprint && !HashKeyMark.IsFreshAsync(tables, CancellationToken.None).GetAwaiter().GetResult())
        {
            throw new InvalidOperationException(
                $"The hash key is not the one that this store was written with: nobody who said stop would be known. Put back the old one ({Setting}, or {FileName} in the data folder), from your safe place or the last backup.");
        }

        return hasher;
    }

    private static string? Given(IConfiguration configuration, Launch launch) => configuration["Outreach:HashKey"] switch
    {
        null when launch.OnFunctions => throw new InvalidOperationException($"{Setting} is not set. Without it opt-outs could not be kept: give it a long random text, and never change it."),
        null => null,
        var given when string.IsNullOrWhiteSpace(given) =>
            throw new InvalidOperationException($"{Setting} is set, but empty. Give it the long random text that it had; for a new installation choose one, or leave the setting out on a small machine."),
        var given when given.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) =>
            throw new InvalidOperationException($"{Setting} could not be read from the Key Vault. Check that the identity may read its secrets."),
        var given => given,
    };

    private static string FromFile(string path, bool isFirst)
    {
        if (!File.Exists(path))
        {
            if (!isFirst)
                throw new InvalidOperationException($"The hash key is lost: {path} is gone and {Setting} is not set. Put it back from the last backup; without it nobody who said stop is known.");
            SecretFile.Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        }

        return File.ReadAllText(path).Trim() is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException($"The hash key in {path} is empty. Put it back from the last backup; for a new installation delete the file.");
    }
}
