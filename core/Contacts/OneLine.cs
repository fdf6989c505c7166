using System.Text;
using Outreach.Ids;

namespace Outreach.Contacts;

/// <summary>What somebody typed into one field is one line: in a subject, on a door list and in a file of rows nothing else fits.</summary>
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

    /// <summary>Null when nothing stands there.</summary>
    public static string? OrNull(string? text) => text is not null && Of(text) is { Length: > 0 } line ? line : null;
}
