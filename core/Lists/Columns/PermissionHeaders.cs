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
        ColumnMeaning.Consent => new(PermissionKind.Consent, Ways.All),
        _ => null,
    };
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
        if (header.Length > ListRules.MaxCellCharacters || Headers.Words(header = NoSign().Replace(header, " geen ")).ToList() is not { Count: > 0 } words)
            return null;
        // "No. leden" is a number, and so is "No of members".
        var isNumber = words[0] is "no" && (header.TrimStart()[2..] is ['.', ..] || words is ["no", "of", ..]);
        var column = AnswerIn(words) is { } isYes ? OfAnswer(words, isYes) : OfWords(isNumber ? words[1..] : words);
        return column is null ? null : ListsNo().IsMatch(header) ? column with { Kind = PermissionKind.Asked } : TwiceNo(header) ?? column;
    }

    /// <summary>"No Bulk Emails (User Opt Out)": in brackets stands once more what the header says.</summary>
    private static PermissionColumn? TwiceNo(string header) =>
        Bracketed().Match(header) is { Success: true } parts && Of(parts.Groups["before"].Value) is { Kind: PermissionKind.OptOut } first && Of(parts.Groups["inside"].Value) is { Kind: PermissionKind.OptOut }
            ? first
            : null;

    public static bool IsAboutContact(string header)
    {
        var words = Headers.Words(header).ToList();
        var compact = string.Concat(words);
        return Has(compact, Channels) || Has(compact, Consents) || Has(compact, Endings) || Has(compact, Stops) || ConsentWords.Any(words.Contains) || StopWords.Any(words.Contains);
    }

    /// <summary>A title over people who want no message: "Afmeldingen 2026", "Niet benaderen".</summary>
    public static bool IsTitleOfNo(string title)
    {
        var words = Headers.Words(title).ToList();
        return OptOutPhrases.Contains(title) || OptOutPhrases.IsOutOfIt(title) || words.Where((word, i) => IsOfNo(word) && (i == 0 || !LeavesOut(words[i - 1]))).Any();
    }

    /// <summary>The same of a file: of its name more is about something else, such as a street, or the people that are left.</summary>
    public static bool IsFileOfNo(string name)
    {
        var words = Headers.Words(name).ToList();
        return words.Count > 0 && !words.Exists(LeavesOut) && !OptOutPhrases.NamesAnotherWay(name) && (IsOfNo(words[0]) || OptOutPhrases.Contains(name) || OptOutPhrases.IsOutOfIt(name));
    }

    /// <summary>A phone number that is not to be called is not written to either; one that gets no SMS may be called.</summary>
    public static Ways WaysOf(string compact, IReadOnlySet<string> words)
    {
        var ways = Ways.None;
        if (Has(compact, ["sms", "whatsapp", "tekstbericht", "textmessage", "appen"]) || words.Contains("app") || words.Contains("apps") || words.Contains("text") || words.Contains("texts"))
            ways |= Ways.Sms;
        if (Has(compact, ["mail", "nieuwsbrief", "newsletter"]))
            ways |= Ways.Email;
        if (Has(compact, ["bellen", "gebeld", "belme", "telefo", "phone", "anruf", "mobiel", "mobile", "handy"]) || words.Contains("bel") || words.Contains("call") || words.Contains("calls") || compact is "donotcall" or "nocall")
            ways |= Ways.Call | Ways.Sms;
        if (words.Contains("post") || words.Contains("brief") || words.Contains("brieven") || words.Contains("letter") || words.Contains("letters"))
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

    private static PermissionColumn? OfAnswer(List<string> words, bool isYes)
    {
        // A column "No" counts rows.
        if (words.Count == 1)
            return words[0] is "no" ? null : new(PermissionKind.Asked, Ways.None);
        var question = OfWords(words[..^1]);
        return question?.Kind switch
        {
            null => null,
            PermissionKind.Consent => isYes ? question : question with { Kind = PermissionKind.Refusal },
            PermissionKind.OptOut when isYes => question,
            _ => question with { Kind = PermissionKind.Asked },
        };
    }

    private static PermissionColumn? OfWords(List<string> inOrder)
    {
        var (compact, words) = (string.Concat(inOrder), inOrder.ToHashSet(StringComparer.Ordinal));
        var ways = WaysOf(compact, words);
        if (compact.Length > MaxUnderstood)
            return new(PermissionKind.Asked, ways);
        if (words.Contains("fax") && ways is Ways.None)
            return null;
        var isNegated = Negations.Any(words.Contains) || inOrder is ["no", _, ..] || compact.Contains("donot", StringComparison.Ordinal) || IsShortNo(compact);
        var isOptOut = Has(compact, Stops) || StopWords.Any(word => words.Contains(word) || compact == word);
        var isConsent = Has(compact.Replace("sms", "", StringComparison.Ordinal), Consents) || ConsentWords.Any(words.Contains);
        if (isOptOut)
            return new(IsClearNo(compact, inOrder, isNegated, isConsent) ? PermissionKind.OptOut : PermissionKind.Asked, OrAll(ways));
        if (isNegated)
            return new((isConsent || Has(compact, Channels)) && !OnlyAskedFor.Any(words.Contains) ? PermissionKind.OptOut : PermissionKind.Asked, OrAll(ways));
        // When and from where a form was sent in, as Mailchimp exports it.
        if (inOrder is ["optin" or "confirm", "time" or "ip"])
            return null;
        if (isConsent)
            return new(inOrder.TrueForAll(IsHarmless) ? PermissionKind.Consent : PermissionKind.Asked, OrAll(ways));
        return MayHoldNo(compact, words) ? new(PermissionKind.Asked, ways) : StatusOf(compact, words, ways);
    }

    /// <summary>"Nicht abgemeldet" is not an opt-out, and "akkoord, afmelden kan altijd" is more than that.</summary>
    private static bool IsClearNo(string compact, List<string> words, bool isNegated, bool isConsent) =>
        (!isNegated || compact.Contains("donot", StringComparison.Ordinal))
        && (!isConsent || words.TrueForAll(word => IsHarmless(word) || Has(word, Stops) || DateWords.Contains(word)));

    private static bool MayHoldNo(string compact, HashSet<string> words)
    {
        var isStatus = IsStatus(compact, words);
        return Has(compact, Endings) || EndingWords.Any(words.Contains)
            || (!isStatus && (Has(compact, Standings) || HasWish(compact, words) || (StandingWords.Any(words.Contains) && !DateWords.Any(words.Contains))))
            || (HasBothAnswers(words) && Has(compact, Channels));
    }

    // Part of a postal address.
    private static bool HasWish(string compact, HashSet<string> words) =>
        Has(compact, Wishes) && !(compact.StartsWith("mailing", StringComparison.Ordinal) && MailingWords.Any(words.Contains));

    private static PermissionColumn? StatusOf(string compact, HashSet<string> words, Ways ways)
    {
        if (!IsStatus(compact, words))
            return null;
        return Has(compact, Channels) || Has(compact, Wishes) ? new(PermissionKind.Status, OrAll(ways)) : new(PermissionKind.AnyStatus, Ways.All);
    }

    private static bool IsStatus(string compact, HashSet<string> words) => words.Contains("status") || compact.EndsWith("status", StringComparison.Ordinal);

    private static bool HasBothAnswers(HashSet<string> words) => YesWords.Any(words.Contains) && NoWords.Any(words.Contains);

    private static Ways OrAll(Ways ways) => ways is Ways.None ? Ways.All : ways;

    // "nomail", "NoSMS".
    private static bool IsShortNo(string compact) =>
        compact is "nomail" or "noemail" or "nosms" or "nocall" or "nocontact" or "nomailing" or "nomarketing" or "nopost" or "donotmail";

    // A no that is one of the answers, as in "Wel/niet benaderen" and "Voorkeur (sms, mail, geen)", does not turn round what else the header says.
    [GeneratedRegex(@"\bwel\W+(?:of\W+)?niet\b|(?:[,/|;:(]|\b(?:of|or|oder)\b)\s*(?:geen|niet|none|not|nicht|kein\w*)\s*(?:\z|[,/|;)]|\b(?:of|or|oder)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ListsNo();

    [GeneratedRegex(@"^(?<before>[^()]+)\((?<inside>[^()]+)\)\s*\z")]
    private static partial Regex Bracketed();

    [GeneratedRegex("🚫|📵|🔕|⛔")]
    private static partial Regex NoSign();
}
