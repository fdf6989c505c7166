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
        var inOrder = Headers.Words(header).ToList();
        var (compact, words) = (string.Concat(inOrder), inOrder.ToHashSet(StringComparer.Ordinal));
        // What we call a column that has no name.
        if (inOrder is ["kolom" or "column", _])
            return new(PermissionKind.Doubtful, Ways.None);
        // "Ja/nee", and nothing of what.
        if (HasBothAnswers(words) && inOrder.TrueForAll(word => YesWords.Contains(word) || NoWords.Contains(word)))
            return new(PermissionKind.Doubtful, Ways.All);
        if (Works.Any(words.Contains) && (Has(compact, Channels) || NumberWords.Any(words.Contains)))
            return new(PermissionKind.Doubtful, WaysOf(compact, words));
        if (QuestionHeaders.AskToHearOrCome(inOrder) || WayCells.AreAllOf(header))
            return new(PermissionKind.Doubtful, Ways.All);
        var left = OnlySoundLikeContact.Aggregate(compact, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return (Has(left, Channels) || Has(compact, Answers) || AnswerWords.Any(words.Contains)) && !PlaceWords.Any(words.Contains) && !words.Contains("fax")
            ? new(PermissionKind.Doubtful, WaysOf(compact, words))
            : null;
    }

    /// <summary>"Partner overleden". "Overleden (man/vrouw)" asks it of the person of the row, and "Partner overleden / opgezegd" says more.</summary>
    private static bool IsDeathOfAnother(string header, List<string> inOrder) =>
        inOrder.Exists(word => Has(word, Deaths)) && OptOutPhrases.IsOfAnother(header) && !(Sexes[0].TrueForAll(inOrder.Contains) || Sexes[1].TrueForAll(inOrder.Contains))
        && !Has(string.Concat(inOrder.Where(word => !Has(word, Deaths))), Stops);

    [GeneratedRegex("[†✝✞]")]
    private static partial Regex SignOfDeath();
}
