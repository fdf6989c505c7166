using System.Text;
using System.Text.RegularExpressions;
using Outreach.Languages;

namespace Outreach.Replies.Answers;

/// <summary>
/// Takes our own words out of what somebody sent: a phone that likes a message sends the whole of it back, others quote or forward it.
/// Ours hold the stop word, so that they must never be read as theirs.
/// </summary>
/// <param name="Rest">What they said themselves, before and after it.</param>
internal sealed partial record OwnWords(string Rest, bool AreFound)
{
    /// <summary>This many words in a row that occur in one of our messages are surely ours.</summary>
    private const int SurelyOurs = 6;

    /// <summary>Minimum number of words for the end of one of our messages, quoted letter by letter, to count as ours.</summary>
    private const int MinEndLength = 3;

    /// <summary>Whether it is long enough to hold words of ours, or marked as a quotation.</summary>
    public static bool MayStandIn(string text) => Words(text).Take(MinEndLength).Count() == MinEndLength || text.Any("\"“”„«»>".Contains);

    /// <summary>In every language, whoever sends them: a message may be forwarded, and answered by somebody who never had it.</summary>
    private static readonly Regex AboutStopping = new(
        string.Join('|', Language.All.SelectMany(language => language.LinesAboutStopping).Distinct().OrderByDescending(line => line.Length).Select(Pattern)), RegexOptions.CultureInvariant);

    /// <param name="sent">The messages that we sent to this person.</param>
    public static OwnWords TakenOut(string text, params IReadOnlyCollection<string> sent)
    {
        if (Tap.Match(text) is { Success: true } tap && IsReaction(tap))
            return new OwnWords("", AreFound: true);
        var rest = WithoutQuoteInLine(string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('>'))));
        rest = AboutStopping.Replace(sent.Aggregate(rest, (left, message) => WithoutEnd(WithoutRuns(left, message), message)), "\n");
        return rest.Length == text.Length
            ? new OwnWords(text, AreFound: false)
            : new OwnWords(Marks().Replace(Forwarded.Replace(rest.Trim(), ""), " ").Trim(), AreFound: true);
    }

    /// <summary>"Re: " and the subject of ours that they answer to says nothing of theirs.</summary>
    public static OwnWords TakenOutOfSubject(string subject, IReadOnlyCollection<string> sent)
    {
        var rest = sent.OrderByDescending(ours => ours.Length).Aggregate(subject, (left, ours) => left.Replace(ours, " ", StringComparison.OrdinalIgnoreCase));
        return new OwnWords(Prefixes.Replace(rest, "").Trim(), AreFound: rest != subject);
    }

    /// <summary>However its lines are broken.</summary>
    private static string Pattern(string line) =>
        $@"(?<!\p{{L}}){string.Join(@"\s+", line.TrimEnd('.', '!').Split(' ').Select(Regex.Escape))}(?!\p{{L}})[.!]?";

    private static bool IsReaction(Match tap) =>
        ReactionWord.IsMatch($"{tap.Groups["before"].Value} {tap.Groups["after"].Value}") || Marks().IsMatch(tap.Groups["before"].Value);

    // An answer below a quotation would be dropped with it; one above it comes first.
    private static string WithoutQuoteInLine(string text) =>
        QuotedInLine.Match(text) is { Success: true } quote && text.AsSpan(0, quote.Index).IndexOfAnyExcept(" \n>") >= 0 ? text.Remove(quote.Index, quote.Length) : text;

    private static string WithoutRuns(string text, string message)
    {
        var (words, ours) = (Words(text).ToArray(), Lower(Words(message)));
        var theirs = Lower(words);
        var starts = Enumerable.Range(0, Math.Max(0, ours.Length - SurelyOurs + 1)).ToLookup(from => Start(ours, from));
        var (rest, from) = (new StringBuilder(), 0);
        for (var at = 0; at + SurelyOurs <= theirs.Length; at++)
        {
            var length = starts[Start(theirs, at)].Select(start => theirs.AsSpan(at).CommonPrefixLength(ours.AsSpan(start))).DefaultIfEmpty().Max();
            if (length == 0)
                continue;
            rest.Append(text, from, words[at].Index - from).Append('\n');
            at += length - 1;
            from = words[at].Index + words[at].Length;
            while (from < text.Length && ".!?… ".Contains(text[from]))
                from++;
        }
        return from == 0 ? text : rest.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>As many words in a row as make them surely ours.</summary>
    private static string Start(string[] words, int from) => string.Join(' ', words.AsSpan(from, SurelyOurs));

    private static string[] Lower(IEnumerable<Match> words) => [.. words.Select(word => word.Value.ToLowerInvariant())];

    /// <summary>"No more messages? STOP." exactly as we write it; whoever says so in their own words writes it otherwise.</summary>
    private static string WithoutEnd(string text, string message)
    {
        var trimmed = message.TrimEnd();
        foreach (var end in SentenceStarts().Matches(trimmed).Select(start => trimmed[start.Index..].TrimStart()))
        {
            if (Words(end).Take(MinEndLength).Count() == MinEndLength && text.Contains(end, StringComparison.Ordinal))
                return text.Replace(end, "\n", StringComparison.Ordinal);
        }
        return text;
    }

    private static IEnumerable<Match> Words(string text) => Word().Matches(text);

    // "Liked “…”", "👍 to “…”", "Vond “…” leuk", "“…” mesajını beğendi", "A aimé « … »".
    private static readonly Regex Tap = new("""^\s*(?<before>[^"“”„«»\n]{0,40}?)\s*["“”„«»](?<body>[\s\S]{12,}?)(["“”«»](?<after>[^"“”„«»\n]{0,40}))?\s*$""", RegexOptions.CultureInvariant);

    private static readonly Regex ReactionWord = new(
        @"\b(liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|removed an? \w+|likes|loves"
        + @"|vond|vindt|houdt van|geliket|gereageerd|reageerde|lachte om|leuk gevonden|benadrukte|vroeg zich af"
        + @"|a aimé|a adoré|aime|j'aime|a ri|a réagi|a mis en|n'a pas aimé|a souligné"
        + @"|polubion[oa]|polubił|lubi|uwielbia|podoba|zareagował|zaśmiał|wyróżniono|spodobał"
        + @"|beğendi|beğenildi|bayıldı|sevdi|güldü|vurguladı|tepki"
        + @"|вподобав|вподобала|вподобано|уподобав|уподобала|уподобано|сподобал|подобається|відреаг|засміяв|понравил"
        + @"|gefällt|geliebt|jeclaaday|jeclaystay|ka helay|jecel|waxaa)"
        + @"|أعجب|أحب|تفاعل|ضحك|إعجاب|پسندید|پسندیده|لایک|دوست داشت|خندید|واکنش|ፈትዩ|ፈተወ|ፈትያ|ወዲድ|ሰሓቐ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Forwarded = new(@"^(fwd?|fw|doorst|doorgestuurd|tr|yön|ynt|pd|przek|пересл|вих|вн|إعادة توجيه|هدایت)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Prefixes = new(@"(?<!\p{L})(re|aw|antw|antwoord|betr|sv|odp|odpowiedź|rép|ynt|yan|відп|رد|پاسخ|fwd?|fw|wg|doorst|tr|ilt|pd|przek|пересл|вих|إعادة توجيه|هدایت)(\[\d+\])?\s*[:：]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // A mail whose lines ran together: "Yes! On 2 March 2026 Our group wrote: > Will you come?" It has a date.
    private static readonly Regex QuotedInLine = new(@"(?<!\S)(>\s*)?(op|on|am|le)\b(?=[^\n]{0,200}\d)([^\n<>]|<[^\s<>]*>){0,200}\b(schreef|wrote|schrieb|a écrit)\b([^\n:<>]|<[^\s<>]*>){0,120}:\s*>[^\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Beside our words an emoji is a reaction to them; of quotation marks the empty shell is left.
    [GeneratedRegex("""[\p{So}\p{Sk}\p{Cs}\uFE0F\u200D"“”„«»]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?؟։።]\s+|\n\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceStarts();
}
