using System.Text.RegularExpressions;
using Outreach.Records;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns;

internal enum PermissionKind
{
    /// <summary>Yes means that they may be written to.</summary>
    Consent,

    /// <summary>Yes means that they may not.</summary>
    OptOut,

    /// <summary>One of two columns to tick, "akkoord: nee": whatever stands there is that answer.</summary>
    Refusal,

    /// <summary>One of its words may mean that they may not: "afgemeld" among "actief".</summary>
    Status,

    /// <summary>A status of something else, most of the time.</summary>
    AnyStatus,

    /// <summary>It may hold a no, and only the organiser knows.</summary>
    Asked,

    /// <summary>About contact, or about something else that has to do with it: its cells show which.</summary>
    Doubtful,
}

/// <param name="Ways">What a yes is about, or a no.</param>
internal sealed record PermissionColumn(PermissionKind Kind, Ways Ways)
{
    /// <summary>The column after an organiser said what it means; null when it means nothing.</summary>
    public static PermissionColumn? Of(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.NoSms => new(PermissionKind.OptOut, Ways.Sms),
        ColumnMeaning.NoEmail => new(PermissionKind.OptOut, Ways.Email),
        ColumnMeaning.NoContact => new(PermissionKind.OptOut, Ways.All),
        ColumnMeaning.Consent => new(PermissionKind.Consent, Ways.All) { IsGeneral = true },
        _ => null,
    };

    /// <summary>Asks for consent, and names no way and no contact.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>What a no to it is about. A letter and a call need no consent.</summary>
    public Ways Refused => IsGeneral ? Ways.Sms | Ways.Email : Ways;
}

/// <summary>
/// Headers of columns that say whether somebody may be written to, as address books and CRM exports in Dutch, English and German word them. What looks like one
/// and is not clear is asked: a no that is passed over cannot be taken back.
/// </summary>
internal static partial class PermissionHeaders
{
    // A longer one is a whole question, and what a yes to it means takes a person to read.
    private const int MaxUnderstood = 120;

    /// <param name="header">Of a column that is not a contact point and not a name.</param>
    public static PermissionColumn? Of(string header)
    {
        // A whole file without delimiters is not a header.
        if (header.Length > ListRules.MaxCellCharacters || NegatedHeaders.IsOfProgram(header) || Headers.Words(header = NegatedHeaders.WithoutHint(SignOfDeath().Replace(NoSign().Replace(header, " geen "), " overleden "))).ToList() is not { Count: > 0 } words)
            return null;
        // "No. leden" is a number, and so is "No of members".
        var isNumber = words[0] is "no" && (header.TrimStart()[2..] is ['.', ..] || words is ["no", "of", ..]);
        var column = AnswerIn(words) is { } isYes ? OfAnswer(header, words, isYes) : OfWords(header, isNumber ? words[1..] : words);
        return column is null ? null : ListsNo.IsMatch(header) || ExplainsItsCells(header, column.Kind) || IsNoOfAnother(header, words, column.Kind) ? column with { Kind = PermissionKind.Asked } : TwiceNo(header) ?? column;
    }

    /// <summary>"No Bulk Emails (User Opt Out)": in brackets stands once more what the header says.</summary>
    private static PermissionColumn? TwiceNo(string header) =>
        Bracketed().Match(header) is { Success: true } parts && Of(parts.Groups["before"].Value) is { Kind: PermissionKind.OptOut } first && Of(parts.Groups["inside"].Value) is { Kind: PermissionKind.OptOut }
            ? first
            : null;

    /// <summary>"Akkoord (leeg = niet mailen)": what stands in the cells need not be what the rest says.</summary>
    private static bool ExplainsItsCells(string header, PermissionKind kind) =>
        header.Contains('=', StringComparison.Ordinal) && kind is PermissionKind.Consent or PermissionKind.OptOut or PermissionKind.Refusal;

    public static bool IsAboutContact(string header)
    {
        var words = Headers.Words(header).ToList();
        var compact = string.Concat(words);
        return Has(compact, Channels) || Has(compact, Consents) || Has(compact, Endings) || Has(compact, Stops) || ConsentWords.Any(words.Contains) || StopWords.Any(words.Contains);
    }

    /// <summary>A phone number that is not to be called is not written to either; one that gets no SMS may be called.</summary>
    public static Ways WaysOf(string compact, IReadOnlySet<string> words)
    {
        var ways = Ways.None;
        if (Has(compact, ["sms", "whatsapp", "tekstbericht", "textmessage", "appen"]) || words.Contains("app") || words.Contains("apps") || words.Contains("text") || words.Contains("texts"))
            ways |= Ways.Sms;
        if (Has(compact.Replace("postalmail", "", StringComparison.Ordinal), ["mail", "nieuwsbrief", "newsletter"]))
            ways |= Ways.Email;
        if (Has(compact, ["bellen", "gebeld", "belme", "telefo", "phone", "anruf", "mobiel", "mobile", "handy"]) || words.Contains("bel") || words.Contains("call") || words.Contains("calls") || compact is "donotcall" or "nocall")
            ways |= Ways.Call | Ways.Sms;
        if (words.Contains("post") || words.Contains("brief") || words.Contains("brieven") || words.Contains("letter") || words.Contains("letters") || Has(compact, ["postalmail"]))
            ways |= Ways.Post;
        return ways;
    }

    /// <summary>"Akkoord [Nee]" is one of two answers. "Akkoord (ja/nee)" says what stands in the cells.</summary>
    /// <returns>Whether it is the yes; null when the header is not an answer.</returns>
    private static bool? AnswerIn(List<string> words)
    {
        var (yes, no) = (YesWords.Any(words.Contains), NoWords.Any(words.Contains));
        return yes != no && words[^1].Length > 1 && (yes ? YesWords : NoWords).Contains(words[^1]) ? yes : null;
    }

    private static PermissionColumn? OfAnswer(string header, List<string> words, bool isYes)
    {
        // A column "No" counts rows.
        if (words.Count == 1)
            return words[0] is "no" ? null : new(PermissionKind.Asked, Ways.None);
        var question = OfWords(header, words[..^1]);
        return question?.Kind switch
        {
            null => !isYes && SayWords.Contains(words[^2]) ? new(PermissionKind.Asked, Ways.All) : null,
            PermissionKind.Consent => isYes ? question : question with { Kind = PermissionKind.Refusal },
            PermissionKind.OptOut when isYes => question,
            _ => question with { Kind = PermissionKind.Asked },
        };
    }

    private static PermissionColumn? OfWords(string header, List<string> inOrder)
    {
        var (compact, words) = (string.Concat(inOrder), inOrder.ToHashSet(StringComparer.Ordinal));
        var ways = WaysOf(compact, words);
        if (compact.Length > MaxUnderstood)
            return new(PermissionKind.Asked, ways);
        if (words.Contains("fax") && ways is Ways.None)
            return null;
        var isNegated = Negations.Any(words.Contains) || inOrder is ["no", _, ..] || compact.Contains("donot", StringComparison.Ordinal) || IsShortNo(compact);
        if (IsDeathOfAnother(header, inOrder))
            return null;
        if (IsOfAnotherThing(Headers.Spaced(header), compact))
            return null;
        if (IsAboutSomethingElse(header, compact))
            return new(Has(compact, SaidBefore) ? PermissionKind.Asked : PermissionKind.Doubtful, OrAll(ways));
        var isOptOut = Has(compact, Stops) || StopWords.Any(word => words.Contains(word) || compact == word);
        var isConsent = Has(compact.Replace("sms", "", StringComparison.Ordinal), Consents) || ConsentWords.Any(words.Contains);
        if (isOptOut && StopHeaders.AreOfThings(Headers.Spaced(header)))
            return null;
        if (isOptOut)
            return new(IsClearNo(compact, inOrder, isNegated, isConsent) && StopHeaders.AreCertain(inOrder) ? PermissionKind.OptOut : PermissionKind.Asked, OrAll(ways));
        if (isNegated)
            return new((IsShortNo(compact) || NegatedHeaders.SaysNo(header, inOrder)) && !OnlyAskedFor.Any(words.Contains) ? PermissionKind.OptOut : PermissionKind.Asked, OrAll(ways));
        // When and from where a form was sent in, as Mailchimp exports it.
        if (inOrder is ["optin" or "confirm", "time" or "ip"])
            return null;
        if (isConsent)
            return new(inOrder.TrueForAll(word => IsHarmless(word) || word is "mobiel" or "mobile" or "handy") ? PermissionKind.Consent : PermissionKind.Asked, OrAll(ways)) { IsGeneral = ways is Ways.None && !Has(compact, Contacting) };
        return MayHoldNo(compact, words) && !OrdinaryHeaders.AreOfThings(header) ? new(PermissionKind.Asked, ways) : StatusOf(compact, words, ways);
    }

    /// <summary>A month, an average, a link to unsubscribe or a term of notice, unless the cells are answers. "AVG" is the law on privacy.</summary>
    private static bool IsAboutSomethingElse(string header, string compact) =>
        compact is "may" || (compact is "avg" && header.Trim() is not "AVG") || (Has(compact, AboutLeaving) && (Has(compact, Stops) || Has(compact, Endings)));

    /// <summary>"Nicht abgemeldet" is not an opt-out, "akkoord, afmelden kan altijd" is more than that, and of an "afmeldcode" everybody may have one.</summary>
    private static bool IsClearNo(string compact, List<string> words, bool isNegated, bool isConsent) =>
        (!isNegated || compact.Contains("donot", StringComparison.Ordinal)) && !compact.EndsWith("code", StringComparison.Ordinal)
        && (!isConsent || words.TrueForAll(word => IsHarmless(word) || Has(word, Stops) || DateWords.Contains(word)));

    private static bool MayHoldNo(string compact, HashSet<string> words)
    {
        var isStatus = IsStatus(compact, words);
        return compact is "vervallen" or "wijlen" or "remove" || Has(compact, Endings) || EndingWords.Any(word => words.Contains(word) || word == compact) || SaysThatTheySaidNo(words)
            || (!isStatus && (Has(compact, Standings) || HasWish(compact, words) || (StandingWords.Any(words.Contains) && !DateWords.Any(words.Contains))))
            || (HasBothAnswers(words) && (Has(compact, Channels) || words.All(BothAnswers.Contains)));
    }

    // "Nee gezegd". A sticker on a letter box is about leaflets.
    private static bool SaysThatTheySaidNo(HashSet<string> words) =>
        (words.Contains("nee") || words.Contains("neen") || words.Contains("nein")) && !YesWords.Any(words.Contains) && !words.Contains("sticker") && !words.Contains("aantal");

    // Part of a postal address.
    private static bool HasWish(string compact, HashSet<string> words) =>
        Has(compact, Wishes) && !(compact.StartsWith("mailing", StringComparison.Ordinal) && MailingWords.Any(words.Contains));

    private static bool HasBothAnswers(HashSet<string> words) => YesWords.Any(words.Contains) && NoWords.Any(words.Contains);

    private static Ways OrAll(Ways ways) => ways is Ways.None ? Ways.All : ways;

    // "nomail", "NoSMS".
    private static bool IsShortNo(string compact) =>
        compact is "nomail" or "noemail" or "nosms" or "nocall" or "nocontact" or "nomailing" or "nomarketing" or "nopost" or "donotmail";

    // A no that is one of the answers, as in "Wel/niet benaderen" and "Voorkeur (sms, mail, geen)", does not turn round what else the header says.
    private static readonly Regex ListsNo = new(@"\bwel\W+(?:of\W+)?(?:niet|geen)\b|(?:[,/|;:(]|\b(?:of|or|oder)\b)\s*(?:geen|niet|none|not|nicht|kein\w*)\s*(?:\z|[,/|;)]|\b(?:of|or|oder)\b)", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^(?<before>[^()]+)\((?<inside>[^()]+)\)\s*\z")]
    private static partial Regex Bracketed();

    [GeneratedRegex("🚫|📵|🔕|⛔|❌")]
    private static partial Regex NoSign();
}
