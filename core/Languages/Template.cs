using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Languages;

/// <summary>One text of a language file: words with <c>{placeholders}</c>.</summary>
internal sealed partial class Template
{
    private readonly (string Words, string? Placeholder)[] _parts;

    /// <summary>A text that starts with an exclamation mark stays when the organiser writes their own: how to answer, how to stop, who asks.</summary>
    public bool Kept { get; }

    /// <summary>A text that starts with a question mark (after the exclamation mark) is nice to have: an SMS leaves it out when it would cost a segment more.</summary>
    public bool Optional { get; }

    public string Source { get; }

    public IEnumerable<string> Placeholders => _parts.Select(part => part.Placeholder).OfType<string>();

    public Template(string source)
    {
        Source = source;
        Kept = source.StartsWith('!');
        var words = Kept ? source[1..] : source;
        Optional = words.StartsWith('?');
        _parts = [.. Split(Optional ? words[1..] : words)];
    }

    /// <summary>Words that somebody else has cut up already.</summary>
    public Template(IEnumerable<(string Words, string? Placeholder)> parts)
    {
        _parts = [.. parts];
        Source = string.Concat(_parts.Select(part => part.Words + (part.Placeholder is { } name ? $"{{{name}}}" : "")));
    }

    /// <summary>Null when a placeholder has no value, so that a line about something unknown is left out whole.</summary>
    public string? Fill(Func<string, string?> value, Func<string, string>? encode = null)
    {
        var text = new StringBuilder();
        foreach (var (words, placeholder) in _parts)
        {
            text.Append(encode is null ? words : encode(words));
            if (placeholder is null)
                continue;
            if (value(placeholder) is not { } known)
                return null;
            text.Append(known);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Words, string? Placeholder)> Split(string source)
    {
        var from = 0;
        foreach (Match match in Placeholder().Matches(source))
        {
            yield return (source[from..match.Index], match.Groups[1].Value);
            from = match.Index + match.Length;
        }

        yield return (source[from..], null);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
