using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>
/// What stands beside a name in its cell and is not part of it, whatever it says: "Jos Jas - opgenomen", "Piet Pot 0612345678", "Ans Aas via buurvrouw Riet". We cannot know every word about
/// somebody's health or money, so what does not look like a name is left off. A nickname, a maiden name, initials and titles stay.
/// </summary>
internal static partial class NameRemarks
{
    private const int MaxName = 200;

    // Without any of these a name has nothing beside it.
    private static readonly SearchValues<char> Beside = SearchValues.Create("([{-/|;:*!,@°=>0123456789");
    private static readonly SearchValues<string> BesideWords = SearchValues.Create(["via ", "t.a.v", "tav ", "per adres", " niet ", " komt ", " komen ", " kan ", " wil ", " bel ", " belt ", " zie ", " is ", " heeft ", " woont ", " werkt ", " mag ", " moet "], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfNames = (
        "van de der den het ter ten te op in aan bij uit tot von zu zum zur vom af av al el bin ibn ben bint abu da do dos das di du des la le les los las del della y e i en und and of et vd vander onder over voor achter ait ould ul ad d s t st o "
        + "dhr mevr mw mvr mej fam familie heer mevrouw meneer mr mrs miss dr drs ir ing prof ds jr sr junior senior bsc msc ba ma mba phd llm frau herr mme mlle "
        + "geb geboren wed weduwe weduwnaar roepnaam ook wel alias zeg meisjesnaam ev echtg nee née born geborene gen genannt oma opa mama papa").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, with something instead of what stands beside it; empty when nothing else stands there.</summary>
    public static string Without(string name, string instead = "") => Attention().Replace(Cut(name, instead), "").Trim();

    /// <summary>Without whom the person is reached through; empty when the cell names nobody but them.</summary>
    public static string OwnPart(string name) => HelperOf.IsMatch(name) ? "" : MayHaveMore(name) ? Through.Replace(name, "").Trim() : name;

    /// <summary>Who it is through is not shown, but that it is through somebody is.</summary>
    public static string OwnPartShown(string name) =>
        HelperOf.IsMatch(name) ? $"({SensitiveWords.Shown})" : MayHaveMore(name) ? Through.Replace(name, match => $" {match.Groups["word"].Value} {SensitiveWords.Shown}").Trim() : name;

    // A formula is not a name, and comes back as it was.
    private static bool MayHaveMore(string name) => name.Length is > 0 and <= MaxName && name[0] is not ('=' or '+' or '-' or '@') && (name.AsSpan().ContainsAny(Beside) || name.AsSpan().ContainsAny(BesideWords));

    private static string Cut(string name, string instead)
    {
        if (!MayHaveMore(name))
            return name;
        var (hasLower, hasUpper, hasCapitals) = (name.Any(char.IsLower), name.Any(char.IsUpper), Capitals().IsMatch(name));
        var left = Sentence.Replace(Contact.Replace(name, instead), instead);
        return DanglingAnd.Replace(Apart.Replace(left, match => IsRemark(left, match) ? instead : match.Value).Trim(), "");

        bool IsRemark(string whole, Match match)
        {
            var part = match.Groups["part"].Value;
            if (part.Contains(SensitiveWords.Shown, StringComparison.Ordinal) || (!hasUpper && match.ValueSpan.TrimStart()[0] is not ('(' or '[' or '{')))
                return false;
            var before = whole[..match.Index];
            // "Jansen, jan willem" is a name turned round: only behind a first name and a surname is it a remark.
            if (match.ValueSpan.TrimStart()[0] is ',' && !part.Any(char.IsAsciiDigit) && before.Split(' ').Count(IsNameOfPerson) < 2)
                return false;
            if (match.ValueSpan.TrimStart()[0] is '(' && MayBeNickname(part.Trim(), before))
                return false;
            return part.Split([' ', ',', '/', '&', '-', '+', ':'], StringSplitOptions.RemoveEmptyEntries).Any(word => !IsOfName(word));
        }

        // "J. (hans) de Boer", "jan jansen (piet)"; and "(vader)" tells two of one name apart.
        bool MayBeNickname(string part, string before) =>
            Relative.IsMatch(part) || ((!hasUpper || EndsInInitial().IsMatch(before)) && part.All(char.IsLetter) && !SensitiveWords.AreIn(part));

        bool IsOfName(string word)
        {
            var bare = word.Trim('.', '"', '“', '”', '„', '?', '\'', '’', '‘', '´', '`');
            if (bare.Length < 2 || OfNames.Contains(bare) || OfNames.Contains(bare.Replace(".", "", StringComparison.Ordinal)) || Initials().IsMatch(bare))
                return !bare.Any(char.IsAsciiDigit);
            // "Ria Rood (MS)": letters that are written unlike the name beside them.
            return char.IsLetter(bare[0]) && !char.IsLower(bare[0]) && !bare.Any(char.IsAsciiDigit) && !(hasLower && !hasCapitals && bare.All(char.IsUpper));
        }
    }

    private static bool IsNameOfPerson(string word) => word.Length > 0 && char.IsUpper(word[0]) && !OfNames.Contains(word.Trim('.'));

    private static readonly Regex Apart = new(@"\s*[(\[{](?<part>[^()\[\]{}]+)(?:[)\]}]|\z)|\s+[\-/|;:*]+\s*(?<part>[^()\[\]{}|;:!]+)|\s*[,|/]\s*(?<part>(?:\p{Ll}[^;()\[\]|]*|[^,;()\[\]|]*[0-9][^;()\[\]|]*))\z|\s*!+\s*(?<part>[^!]*\p{L}[^!]*)!*\s*\z");

    // A phone number, an e-mail address, a day of birth or an age, with what announces it. A short number tells two of one name apart: "Jan Jansen 2".
    private static readonly Regex Contact = new(@"(?:^|(?<=\S)[\s,;:/|(\[<\-]+)(?:(?:(?:geb(?:oren|\.?\s?dat(?:um)?)?|born|dob|tel(?:efoon)?|mob(?:iel)?|gsm|bsn|lft|leeftijd|e-?mail)\b[.:]?\s*(?:op\s+)?)?[*+(°<]*\s?(?:[0-9](?:[\s().\-/]*[0-9]){6,}|[0-9]{1,2}[\-/.][0-9]{1,2}[\-/.][0-9]{2,4}"
        + @"|[0-9]{1,2} \p{L}{3,9}\.? (?:19|20)[0-9]{2}|[0-9]{1,3} ?(?:jaar|jr|yrs?|years?)\b|[^\s<>()\[\]]+@[^\s<>()\[\]]+)|(?:geb(?:oren)?|born)\b\.?\s*(?:in\s+)?(?:19|20)[0-9]{2})[)\]>]*", RegexOptions.IgnoreCase);

    // "Els Eik komt niet", "Els Eik = lid", behind a first name and a surname.
    private static readonly Regex Sentence = new(@"(?<=\p{Lu}\p{Ll}*\.?\s(?:[\p{L}'’.]+\s)*\p{Lu}[\p{L}'’\-]+):?\s+(?:(?:niet|komt|komen|kan|wil|belt?|zie|is|heeft|woont|werkt|mag|moet)\s+\S.*|[=>]\s*\S.*)\z");

    private static readonly Regex Through = new(@"(?:^|(?<=\S)[\s,;(\[\-–/]+)(?<word>via|VIA|[pP]/[aA]|[cC]/[oO]|per adres)\s+\S.*\z|(?<=\S)[\s,;(\[\-–/]+(?<word>(?:t\.?a\.?v|T\.?A\.?V)\.?)\s+\S.*\z");

    [GeneratedRegex(@"^(?:t\.?a\.?v\.?|ter attentie van|attn\.?|for the attention of)[\s:]+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Attention();

    // Neighbours have another name.
    private static readonly Regex Relative = new("^(?:" + RelativeWords.Family + @")\z", RegexOptions.IgnoreCase);

    private static readonly Regex HelperOf = new(@"^(?:(?:dhr|mevr|mw|de)\.? )?(?:woon|ambulant )?(?:" + RelativeWords.Helpers + @"|(?:wijk)?verpleegkundige) (?:van|voor|of|for|von) (?!de[rn] )", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}\.\s*\z")]
    private static partial Regex EndsInInitial();

    // "Jan JANSEN - BAKKER", as in Belgium.
    [GeneratedRegex(@"\A[^(\-/,|]*(?<!\p{L})\p{Lu}{4,}(?!\p{L})")]
    private static partial Regex Capitals();

    private static readonly Regex DanglingAnd = new(@"\s+(?:en|of|and|or|und|oder|et|&|\+)\z");

    [GeneratedRegex(@"^(?:\p{L}\.)+\p{L}?\z|^\p{Ll}['’]\p{Lu}")]
    private static partial Regex Initials();
}
