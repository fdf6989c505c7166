using System.Net;
using System.Text;

namespace Outreach.Functions.Replies;

/// <summary>The words of an e-mail that has no plain-text part. Quotations (blockquote) are left out.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "title", "blockquote" };
    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "tr", "li", "ul", "ol", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html",
    };

    public static string Read(string html)
    {
        var text = new StringBuilder(html.Length);
        string? silent = null;
        var depth = 0;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at) is >= 0 and var next ? next : html.Length;
                if (silent is null)
                    AppendWords(text, html.AsSpan(at, end - at));
                at = end;
                continue;
            }

            var (name, closes, after) = Tag(html, at);
            at = after;
            if (silent is not null)
            {
                depth += !name.Equals(silent, StringComparison.OrdinalIgnoreCase) ? 0 : closes ? -1 : 1;
                silent = depth > 0 ? silent : null;
            }
            else if (!closes && Silent.Contains(name))
            {
                (silent, depth) = (name, 1);
            }
            else if (Lines.Contains(name))
            {
                text.Append('\n');
            }
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Replace('\u00a0', ' ').Split('\n').Select(line => line.Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c) || c == '\u00a0')
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static (string Name, bool Closes, int After) Tag(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            return ("!", false, html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : html.Length);

        var end = html.IndexOf('>', at) is >= 0 and var found ? found : html.Length;
        var closes = at + 1 < html.Length && html[at + 1] == '/';
        var start = at + (closes ? 2 : 1);
        var stop = start;
        while (stop < end && char.IsAsciiLetterOrDigit(html[stop]))
            stop++;
        return (start < stop ? html[start..stop] : "", closes, Math.Min(end + 1, html.Length));
    }
}
