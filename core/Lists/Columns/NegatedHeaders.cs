using System.Text.RegularExpressions;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns;

/// <summary>
/// Headers in which a negation stands. It says no where it belongs to a word of contact or consent: "Geen sms". Elsewhere it may be about anything, and would turn a
/// whole column round: "Toestemming (geen reclame)", "Mailen mag, bellen niet".
/// </summary>
internal static partial class NegatedHeaders
{
    /// <summary>The header without what only says that a form may be left open: "(niet verplicht)".</summary>
    public static string WithoutHint(string header) => Hint.Replace(header, "") is var left && left.Any(char.IsLetter) ? left : header;

    /// <summary>Dynamics puts its own columns before those of an export: "(Do Not Modify) Row Checksum".</summary>
    public static bool IsOfProgram(string header) => OfProgram().IsMatch(header);

    public static bool SaysNo(string header, IEnumerable<string> inOrder)
    {
        var words = inOrder.SelectMany(Apart).ToList();
        var at = words.FindIndex(IsNegation);
        if (at < 0)
            at = words is ["no", ..] ? 0 : -1;
        if (at < 0 || words.Exists(word => OnTheOtherHand.IsMatch(word)) || IsPartedFromItsNo(header))
            return false;
        var (before, after) = (words[..at], words[(at + 1)..]);
        if (before.Exists(IsAboutContact))
            return words.TrueForAll(IsPlain) && !(before.Exists(IsChannel) && after.Exists(IsChannel));
        var no = after.TakeWhile(IsPlain).ToList();
        return no.Exists(IsAboutContact)
            ? !after.Skip(no.Count).Any(word => IsAboutContact(word) || IsNegation(word) || ConsentWords.Contains(word))
            : words.TrueForAll(IsPlain) && words.Exists(ConsentWords.Contains);
    }

    /// <summary>What is asked stands before the no, in a part of its own.</summary>
    private static bool IsPartedFromItsNo(string header)
    {
        var parts = Separator().Split(header).Select(part => Headers.Words(part).SelectMany(Apart).ToList()).ToList();
        var asks = parts.FindIndex(part => part.Exists(word => IsAboutContact(word) || ConsentWords.Contains(word)));
        return asks >= 0 && asks < parts.FindIndex(part => part.Exists(IsNegation));
    }

    // "donotemail".
    private static IEnumerable<string> Apart(string word) => word.Length > 5 && word.StartsWith("donot", StringComparison.Ordinal) ? ["donot", word[5..]] : [word];

    private static bool IsNegation(string word) => Negations.Contains(word);

    private static bool IsPlain(string word) => IsHarmless(word) || IsNegation(word) || IsAboutContact(word) || Beside.IsMatch(word);

    private static bool IsAboutContact(string word) => IsChannel(word) || Has(word.Replace("sms", "", StringComparison.Ordinal), Consents);

    // Whom nobody reached has refused nothing.
    private static bool IsChannel(string word) => Has(word, Channels) && word is not ("bereikt" or "bereikbaar");

    [GeneratedRegex(@"^\s*\((?:niet wijzigen|do not modify|nicht ändern|nicht bearbeiten|ne pas modifier)\)", RegexOptions.IgnoreCase)]
    private static partial Regex OfProgram();

    private static readonly Regex Hint = new(@"\s*[(\[]\s*(?:" + Open + @")\s*[)\]]|\s*[-–,;:]\s*(?:" + Open + @")\s*\z", RegexOptions.IgnoreCase);

    private const string Open = @"(?:niet|geen|nicht|kein|not|non)\s+(?:\w+\s+)?(?:verplicht\w*|pflicht\w*|verpflichtend|erforderlich|required|mandatory|obligatoire)(?:\s+veld)?|optione\w+|optional|facultati\w+|freiwillig|vrijwillig";

    [GeneratedRegex(@"[?!;,=()\[\]]|\.\s|\s[-–]\s")]
    private static partial Regex Separator();

    private static readonly Regex OnTheOtherHand = new("^(?:wel|alleen|maar|only|but|nur|aber|sondern|mais|behalve|except)$");

    private static readonly Regex Beside = new("^(?:no|do|does|t|pas|plus|meer|mehr|more|any|langer|longer|verder|further|please|pls|bitte|aub|svp|wil|wilt|willen|wenst|wensen|want|wants|wish|graag|liever|persoonlijk|ge?wuns?cht|gewunscht|erwunscht|erwuenscht|gewuenscht|gewenst|wanted|hem|haar|hen|him|her|them|deze|this|use|used|gebruiken|gebruikt|verwenden|nutzen)$");
}
