using System.Text;
using Outreach.Ids;

namespace Outreach.Contacts;

/// <summary>Turns what was typed into one field into one line; subjects, door lists and row files cannot hold more.</summary>
public static class OneLine
{
    public static string Of(string text)
    {
        text = CleanText.Of(text);
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.Contains("  ", StringComparison.Ordinal))
            return text.Trim();
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = char.IsControl(c) ? ' ' : c;
            if (plain != ' ' || (result.Length > 0 && result[^1] != ' '))
                result.Append(plain);
        }

        return result.ToString().Trim();
    }

    /// <summary>Null when the text is blank.</summary>
    public static string? OrNull(string? text) => text is not null && Of(text) is { Length: > 0 } line ? line : null;
}
