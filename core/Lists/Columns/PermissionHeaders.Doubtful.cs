using System.Text.RegularExpressions;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns;

/// <summary>Headers of columns of which only the cells show whether they hold answers.</summary>
internal static partial class PermissionHeaders
{
    private static readonly List<string>[] Sexes = [["man", "vrouw"], ["mann", "frau"]];

    /// <summary>A column that <see cref="Of"/> does not know and whose cells may be answers: "Per sms", "Wil uitnodiging", "Communicatievoorkeur".</summary>
    public static PermissionColumn? DoubtfulOf(string header)
    {
        if (NegatedHeaders.IsOfProgram(header) || OrdinaryHeaders.Are(header))
            return null;
        if (Misspelt.Mended(header) is { } mended && Of(mended) is { } meant)
            return new(PermissionKind.Asked, OrAll(meant.Ways));
        var inOrder = Headers.Words(header).ToList();
        var (compact, words) = (string.Concat(inOrder), inOrder.ToHashSet(StringComparer.Ordinal));
        // What we call a column that has no name.
        if (inOrder is ["kolom" or "column", _])
            return new(PermissionKind.Doubtful, Ways.None);
        // "Ja/nee", and nothing of what.
        if (HasBothAnswers(words) && inOrder.TrueForAll(word => YesWords.Contains(word) || NoWords.Contains(word)))
            return new(PermissionKind.Doubtful, Ways.All);
        var left = OnlySoundLikeContact.Aggregate(compact, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        if (Works.Any(words.Contains) && (Has(left, Channels) || NumberWords.Any(words.Contains)))
            return new(PermissionKind.Doubtful, WaysOf(compact, words));
        if (QuestionHeaders.AskToHearOrCome(inOrder) || WayCells.AreAllOf(header) || WayCells.AskForOne(header))
            return new(PermissionKind.Doubtful, Ways.All);
        return (Has(left, Channels) || Has(compact, Answers) || AnswerWords.Any(words.Contains)) && !PlaceWords.Any(words.Contains) && !words.Contains("fax")
            ? new(PermissionKind.Doubtful, WaysOf(compact, words))
            : null;
    }

    /// <summary>A day in May, whoever came to live there, pictures that may be taken, and what was not done yet.</summary>
    private static bool IsOfAnotherThing(string text, string compact) =>
        DayInMay.IsMatch(text) || compact is "movedin" or "moveindate" or "movedinon" || (Pictures.IsMatch(text) && !Has(compact, Channels)) || OrdinaryHeaders.SayWhatIsNot(text);

    /// <summary>Beside "Do Not Email" the "Do Not Mail" of an English program is about letters.</summary>
    public static bool IsOfLetters(string header, IEnumerable<string> others) =>
        Headers.Words(header).Any(word => word is "mail" or "mails" or "donotmail") && English.IsMatch(Headers.Spaced(header))
        && Headers.Compact(header).Replace("mail", "email", StringComparison.Ordinal) is var ofEmail && others.Any(other => Headers.Compact(other) == ofEmail);

    private static readonly Regex English = new("\\b(?:donot\\w*|not|no|dont|opt|optout|opted|allow|allowed|bulk)\\b");

    private static readonly Regex DayInMay = new("\\bmay (?:[0-2]?[0-9]|3[01])(?:st|nd|rd|th)?\\b|\\b(?:[0-2]?[0-9]|3[01])(?:st|nd|rd|th)? may\\b");

    private static readonly Regex Pictures = new("\\b(?:foto\\w*|photos?|beeld\\w*|video\\w*|film\\w*|bilder)\\b");

    /// <summary>"Datum toestemming", "Toestemming via".</summary>
    public static bool IsAboutConsent(string header)
    {
        var words = Headers.Words(header).ToList();
        return words.Exists(IsDetail) && Has(string.Concat(words), Consents) && words.TrueForAll(word => IsDetail(word) || (IsHarmless(word) && !IsChannelWord(word)));

        bool IsDetail(string word) => DateWords.Contains(word) || word is "via" or "hoe" or "how" or "wie" or "waar";

        bool IsChannelWord(string word) => Has(word, Channels);
    }

    /// <summary>"Partner overleden". "Overleden (man/vrouw)" asks it of the person of the row, and "Partner overleden / opgezegd" says more.</summary>
    private static bool IsDeathOfAnother(string header, List<string> inOrder) =>
        inOrder.Exists(word => Has(word, Deaths)) && OptOutPhrases.IsOfAnother(header) && !(Sexes[0].TrueForAll(inOrder.Contains) || Sexes[1].TrueForAll(inOrder.Contains))
        && !Has(string.Concat(inOrder.Where(word => !Has(word, Deaths))), Stops);

    /// <summary>"Partner niet benaderen" may be about both.</summary>
    private static bool IsNoOfAnother(string header, List<string> inOrder, PermissionKind kind) =>
        kind is PermissionKind.OptOut && OptOutPhrases.IsOfAnother(header) && !(Sexes[0].TrueForAll(inOrder.Contains) || Sexes[1].TrueForAll(inOrder.Contains));

    private static PermissionColumn? StatusOf(string compact, HashSet<string> words, Ways ways)
    {
        if (!IsStatus(compact, words))
            return null;
        return Has(compact, Channels) || Has(compact, Wishes) ? new(PermissionKind.Status, OrAll(ways)) : new(PermissionKind.AnyStatus, Ways.All);
    }

    // Of a marriage, a payment or an order it says nothing of contact.
    private static bool IsStatus(string compact, HashSet<string> words) =>
        words.Contains("situatie") || words.Contains("fase") || compact is "state" or "statecode" || (compact.Contains("status", StringComparison.Ordinal) && !StatusOfSomethingElse.IsMatch(compact));

    private static readonly Regex StatusOfSomethingElse = new("burgerlijke|huwelijk|gezins|marital|familienstand|betaal|betaling|payment|zahlung|factuur|invoice|incasso|verblijfs|order|bestel|ticket");

    [GeneratedRegex("[†✝✞]")]
    private static partial Regex SignOfDeath();
}
