using System.Globalization;
using System.Text;

namespace Outreach.Languages;

/// <summary>Characters in what people typed that have no place in a message, or make an SMS dearer for nothing.</summary>
public static class SmsCharacters
{
    /// <summary>Typographic quotes, dashes and spaces, as text editors make them, in their plain form: they would double the price of an SMS.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '‘' or '’' or '‚' or '′' or '`' or '´' => plain.Append('\''),
                '“' or '”' or '„' or '″' => plain.Append('"'),
                '‐' or '‑' or '‒' or '–' or '—' or '−' => plain.Append('-'),
                '…' => plain.Append("..."),
                '•' or '·' => plain.Append('-'),
                '\u00A0' or '\u2007' or '\u2009' or '\u202F' => plain.Append(' '),
                _ => plain.Append(character),
            };
        }

        return plain.ToString();
    }

    /// <summary>Without control and direction characters (a name must not turn the text around it); line breaks stay.</summary>
    internal static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var character in (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (character == '\n' || !(char.IsControl(character) || TurnsDirection(character)))
                clean.Append(character);
        }

        return clean.ToString().Trim();
    }

    internal static string OneLine(string? text) =>
        string.Join(' ', Clean(text?.Replace('\n', ' ').Replace('\t', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // The joiners U+200C and U+200D are letters' business, as in Persian, and stay.
    private static bool TurnsDirection(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format && character is not ('\u200C' or '\u200D');
}
