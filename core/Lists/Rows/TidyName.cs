using System.Net;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Rows;

/// <summary>What programs and lists leave in a cell with a name: signs of a web page, the number or dash of a list, "#N/A" of a formula.</summary>
internal static partial class TidyName
{
    /// <summary>The name as it was before a program wrote it for a web page, or a list numbered it. It is certain, so nobody needs to hear of it.</summary>
    public static string Plain(string name)
    {
        if (Encoded().IsMatch(name))
            name = WebUtility.HtmlDecode(Blank().Replace(name, " "));
        name = Tag().Replace(name, match => match.Groups["text"].Value);
        return DashBehind().Replace(Bullet().Replace(name, ""), "").Trim();
    }

    /// <summary>The name without what is not part of it, as far as that can be told: "Piet #N/A", "null Jansen", "(Piet Jansen)", "Els 06".</summary>
    public static string Bare(string name)
    {
        var left = Placeholder.Replace(name, " ");
        if (Wrapped().Match(left) is { Success: true } wrapped)
            left = wrapped.Groups["name"].Value;
        left = Before().Replace(Behind().Replace(left, ""), "");
        return left == name ? name : string.Join(' ', left.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Letters have been lost to question marks: "M?ller", "Jos? Jansen".</summary>
    public static bool HasLostLetters(string name) => Lost().IsMatch(name);

    /// <summary>It tells who lives there, or that nobody does, and names no one: "Bewoner Kerkstraat 12", "Nieuwe bewoners", "Leegstand".</summary>
    public static bool IsNobody(string name) => Nobody.IsMatch(name) || House.IsMatch(name);

    [GeneratedRegex("&(?:#[0-9]{2,5}|#x[0-9a-f]{2,4}|[a-z]{2,8});|%20", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    [GeneratedRegex("%20|&nbsp;", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();

    [GeneratedRegex(@"<(?<tag>[a-z]{1,6})>(?<text>[^<>]*)</\k<tag>>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    // "1. Piet", "- Piet", "* Piet"; a formula begins with a sign too, and no blank behind it.
    [GeneratedRegex(@"^(?:[0-9]{1,4}[.)]\s+|[*•·▪●]+\s*|[-–]+\s+|--+)(?=\p{L})")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=\p{L}\.?)\s*[-–]+\s*\z")]
    private static partial Regex DashBehind();

    private static readonly Regex Placeholder = new(@"(?<![^\s])(?:#(?:N/A|N/B|NB|NV|REF!|VERW!|WAARDE!|VALUE!|NAAM\?|NAME\?)|null|NULL|None|undefined|n/a|N/A|FALSE|ONWAAR|onbekend|Onbekend|unknown|\?+)(?![^\s])");

    [GeneratedRegex(@"^\s*(?:\((?<name>[^()]*\p{L}[^()]*)\)|\[(?<name>[^\[\]]*\p{L}[^\[\]]*)\]|-+(?<name>\p{L}[^-]*)-+)\s*\z")]
    private static partial Regex Wrapped();

    // A tick before the name. "X. Jansen" is an initial.
    [GeneratedRegex(@"^[xX✓✔☑]\s+(?=\p{Lu}\p{Ll})")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<=\p{L})\s+06\z")]
    private static partial Regex Behind();

    [GeneratedRegex(@"\p{L}\?\p{Ll}|\p{L}\?\s+\p{Lu}")]
    private static partial Regex Lost();

    private static readonly Regex Nobody = new(@"^(?:(?:aan|t\.a\.v\.) )?(?:de |het )?(?:(?:nieuwe?|onbekende?|huidige|volgende|vorige|oude?) )?(?:hoofd)?bewoners?(?:\(s\))?(?:(?: van| op)? (?:nr\b|nummer\b|huisnr\b|huisnummer\b|dit\b|.*[0-9]).*)?\z|^(?:nieuwe?|onbekende?|new|current) (?:bewoners?(?:\(s\))?|residents?|occupants?)\z"
        + @"|^(?:huis)?(?:nr|nummer)\.? ?[0-9]+\p{L}?\z|^(?:staat )?(?:leegstand|leegstaand|leeg)\z|^niet (?:thuis|aanwezig|bekend|ingevuld)\z|^(?:voornaam (?:en )?achternaam|voor- en achternaam|first name last name|vorname nachname|gezin|huishouden|naam\?|test|testpersoon|test test|dubbel|verhuisd|vertrokken|verzogen|n\. onbekend|vul hier .*|(?-i:zie) (?:ook )?\p{L}.*|zie (?:nr )?[0-9]+\p{L}?)\z", RegexOptions.IgnoreCase);

    private static readonly Regex House = new(@"^\p{L}+(?:straat|weg|laan|plein|gracht|kade|hof|pad|dreef|singel|steeg|strasse|street) [0-9]+ ?\p{L}?\z", RegexOptions.IgnoreCase);
}
