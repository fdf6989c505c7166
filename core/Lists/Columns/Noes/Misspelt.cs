using System.Collections.Frozen;
using Outreach.Ids;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Words of a no with one letter wrong: "afgemelt", "uitgescheven", "niet malien". Only a person can tell that they are meant, and so they are asked about.</summary>
internal static class Misspelt
{
    // Whoever writes more says it in other words too.
    private const int MaxLength = 60;

    // None is a letter away from another word that people write.
    private static readonly string[] Long =
        ["afgemeld", "afmelden", "afmelding", "uitgeschreven", "uitschrijven", "unsubscribe", "unsubscribed", "geblokkeerd", "blokkeren", "benaderen", "mailen", "verwijderen"];

    // "Een" is a letter away from "geen": of short words only what can be nothing else.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["geeen"] = "geen",
        ["geenn"] = "geen",
        ["gheen"] = "geen",
        ["nite"] = "niet",
        ["neit"] = "niet",
        ["niett"] = "niet",
        ["nieet"] = "niet",
        ["niiet"] = "niet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text as it was meant; null when no word of it is misspelt.</summary>
    public static string? Mended(string text)
    {
        if (text.Length is < 6 or > MaxLength)
            return null;
        var words = Headers.Words(text).ToList();
        var mended = words.ConvertAll(word => Short.GetValueOrDefault(word) ?? (Long.Contains(word) ? null : Array.Find(Long, right => IsOneOff(word, right))) ?? word);
        return mended.SequenceEqual(words) ? null : string.Join(' ', mended);
    }

    /// <summary>The first letter is right.</summary>
    private static bool IsOneOff(string word, string right) => word.Length >= 6 && word[0] == right[0] && EditDistance.Of(word, right, limit: 1) == 1;
}
