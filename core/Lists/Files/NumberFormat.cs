using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Files;

/// <summary>One of the sections of a number format, such as <c>"+48 "000000000</c> or <c>0" hs"</c>: what Excel shows around and between the digits.</summary>
internal sealed partial class NumberFormat
{
    // As .NET writes the same: literals are escaped, and the places of digits stay.
    private readonly StringBuilder _form = new();
    private readonly StringBuilder _before = new();
    private readonly StringBuilder _behind = new();
    private bool _hasPlaces;

    // Decimals, thousands, percents, fractions and powers: digits that Excel computes, and a person did not type.
    private bool _computes;

    private NumberFormat(string section)
    {
        foreach (Match part in Parts.Matches(section))
            Add(part.Value);
    }

    /// <summary>Null when the format shows nothing at all, or is one of the usual ones.</summary>
    public static string? Shown(double number, string section)
    {
        var format = new NumberFormat(section);
        return format.Shown(number) is { } text && text.Trim() is { Length: > 0 } shown ? shown : null;
    }

    /// <summary>The section that a number is shown by: for what a condition says, or else for above, below and exactly nothing.</summary>
    public static string SectionFor(double number, string format)
    {
        // An empty one counts: "ja";;"nee" shows nothing below zero.
        var sections = Sections().Matches($";{format}").Select(section => section.Groups["section"].Value).ToList();
        if (sections.Count > 1 && Parts.Matches(sections[^1]).Any(part => part.Value is "@"))
            sections.RemoveAt(sections.Count - 1);
        if (sections.FindIndex(section => Condition().IsMatch(section)) >= 0)
            return sections.Find(section => Condition().Match(section) is not { Success: true } condition || Holds(number, condition)) ?? "";
        return number < 0 && sections.Count > 1 ? sections[1] : number == 0 && sections.Count > 2 ? sections[2] : sections.FirstOrDefault() ?? "";
    }

    /// <summary>One of its sections is an answer, and no number: what another section leaves out is shown as nothing.</summary>
    public static bool Answers(string format) =>
        Sections().Matches($";{format}").Select(section => new NumberFormat(section.Groups["section"].Value)).Any(section => !section._hasPlaces && Kept(section._before).Length > 0);

    private string? Shown(double number)
    {
        if (_hasPlaces && !_computes)
            return number.ToString(_form.ToString(), CultureInfo.InvariantCulture);
        var (before, behind) = (Kept(_before), Kept(_behind));
        if (before.Length + behind.Length == 0)
            return null;
        return _hasPlaces ? $"{before}{number.ToString("0.##########", CultureInfo.InvariantCulture)}{behind}" : before;
    }

    // Around a computed number a currency symbol means nothing to us.
    private static string Kept(StringBuilder literal) =>
        literal.ToString() is var text && text.Any(c => char.IsLetterOrDigit(c) || c == '+') ? text : "";

    private void Add(string part)
    {
        switch (part)
        {
            case "0" or "#" or "?":
                _hasPlaces = true;
                _form.Append(part[0] == '?' ? '#' : part[0]);
                break;
            case "General" or "@":
                (_hasPlaces, _computes) = (true, true);
                break;
            case "." or "," or "%" or "/" or ['E' or 'e', ..] when _hasPlaces || part is ".":
                _computes = true;
                break;
            case ['"', ..]:
                AddLiteral(part.Trim('"'));
                break;
            case ['\\', _, ..]:
                AddLiteral(part[1..]);
                break;
            case ['_', _, ..]:
                AddLiteral(" ");
                break;
            case ['*', _, ..] or ['[', ..]:
                break;
            default:
                AddLiteral(part);
                break;
        }
    }

    private void AddLiteral(string text)
    {
        foreach (var c in text)
            _form.Append('\\').Append(c);
        (_hasPlaces ? _behind : _before).Append(text);
    }

    private static bool Holds(double number, Match condition)
    {
        var bound = double.Parse(condition.Groups["bound"].ValueSpan, CultureInfo.InvariantCulture);
        return condition.Groups["operator"].Value switch
        {
            "<" => number < bound,
            "<=" => number <= bound,
            ">" => number > bound,
            ">=" => number >= bound,
            "<>" => number != bound,
            _ => number == bound,
        };
    }

    private static readonly Regex Parts = new("""
        "[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General|[Ee][+-]0+|.
        """, RegexOptions.Singleline);

    [GeneratedRegex("""
        ;(?<section>(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;])*)
        """, RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"\[(?<operator>[<>=]{1,2})(?<bound>-?[0-9]+(?:\.[0-9]+)?)\]")]
    private static partial Regex Condition();
}
