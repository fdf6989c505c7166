using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Ids;

namespace Outreach.Lists.Columns;

/// <summary>
/// Words without their accents, as all that reads a no compares them. Dutch stresses a word with them, "géén sms", "níet bellen", and what is stressed is most often
/// the no. A letter with a bar or without its dot is the letter: "yazmayın".
/// </summary>
internal static partial class Accents
{
    public static string Without(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var apart = CleanText.Decomposed(WithMaidenName(text));
        var result = new StringBuilder(apart.Length);
        foreach (var c in apart)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                result.Append(c switch { 'ı' => 'i', 'ł' => 'l', 'Ł' => 'L', _ => c });
        }

        return result.ToString();
    }

    /// <summary>With a Dutch word before a French maiden name.</summary>
    public static string WithMaidenName(string text) => MaidenName().Replace(text, "geboren");

    /// <summary>A maiden name, of which nothing follows: it may be a no that was stressed.</summary>
    public static bool IsMaidenName(string text) => text is "née" or "Née" or "NÉE";

    // "Anne Blanc née Noir" says no to nothing.
    [GeneratedRegex(@"\b(?:[Nn]ée|NÉE)(?=\s+(?:\p{Lu}|(?:à|a|en|le|au|aux|de|du|des|van|von|la)\s|[dl]['’]))")]
    private static partial Regex MaidenName();
}
