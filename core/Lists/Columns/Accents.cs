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
        var apart = CleanText.Decomposed(MaidenName().Replace(text, "geboren"));
        var result = new StringBuilder(apart.Length);
        foreach (var c in apart)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                result.Append(c switch { 'ı' => 'i', 'ł' => 'l', 'Ł' => 'L', _ => c });
        }

        return result.ToString();
    }

    // "Anne Blanc née Noir" says no to nothing.
    [GeneratedRegex(@"\b[Nn]ée(?=\s+\p{Lu})")]
    private static partial Regex MaidenName();
}
