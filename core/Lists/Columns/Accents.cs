using System.Globalization;
using System.Text;
using Outreach.Ids;

namespace Outreach.Lists.Columns;

/// <summary>
/// Words without their accents, as all that reads a no compares them. Dutch stresses a word with them, "géén sms", "níet bellen", and what is stressed is most often
/// the no.
/// </summary>
internal static class Accents
{
    public static string Without(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var apart = CleanText.Decomposed(text);
        var result = new StringBuilder(apart.Length);
        foreach (var c in apart)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                result.Append(c);
        }

        return result.ToString();
    }
}
