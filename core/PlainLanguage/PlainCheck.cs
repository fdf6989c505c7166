using System.Globalization;
using Outreach.Ids;

namespace Outreach.PlainLanguage;

/// <summary>
/// Reads a text as a resident would and marks what makes it hard or unkind. Dutch and English have word lists of the project's own
/// (plain.nl.json, plain.en.json); of other languages only what can be counted is checked.
/// </summary>
public static class PlainCheck
{
    /// <param name="language">Language of the text.</param>
    /// <param name="mustHaves">What the frame supplies; null when the text is not an invitation and need not say where, when and who.</param>
    /// <param name="organiserLanguage">Language of the explanations: nl, or English for every other.</param>
    public static PlainReport Of(string text, string language, MustHaves? mustHaves = null, string organiserLanguage = "nl")
    {
        var words = PlainWords.For(language);
        var read = PlainText.Read(text, words);
        var (level, ease) = PlainReadability.Of(read, words);

        var findings = Findings(read, words, mustHaves).OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length);
        var marks = Explain(findings, PlainWords.WhysFor(organiserLanguage));

        return new PlainReport(marks, level, ease, Count(read, marks));
    }

    private static IEnumerable<PlainFinding> Findings(PlainText text, PlainWords words, MustHaves? mustHaves)
    {
        var phrases = words.Phrases.FindIn(text);
        return PlainSentenceRules.TooLong(text)
            // "Please be advised" is marked as a whole: one word is enough.
            .Concat(PlainSentenceRules.Passive(text, words).Where(passive => !phrases.Any(phrase => phrase.Covers(passive.Start))))
            .Concat(PlainSentenceRules.DoubleNegation(text, words))
            .Concat(phrases)
            .Concat(PlainWordRules.HardWords(text, words, phrases))
            .Concat(PlainWordRules.Shouting(text, words))
            .Concat(PlainWordRules.Exclamations(text))
            .Concat(PlainMissing.In(text, words, mustHaves));
    }

    private static PlainMark[] Explain(IEnumerable<PlainFinding> findings, IReadOnlyDictionary<string, string> whys) =>
    [
        .. findings.Select(finding => new PlainMark(
            finding.Start,
            finding.Length,
            finding.Kind,
            finding.Weight,
            string.Format(CultureInfo.InvariantCulture, whys[WhyKey(finding)], finding.Count, finding.Rewrite),
            finding.Rewrite)),
    ];

    private static string WhyKey(PlainFinding finding) => finding switch
    {
        { Kind: PlainKind.LongSentence, Weight: PlainWeight.Hint } => "longSentenceHint",
        _ => EnumWord.Of(finding.Kind),
    };

    private static PlainCounts Count(PlainText text, PlainMark[] marks) => new(
        text.Tokens.Count,
        text.Sentences.Count,
        text.Sentences.Select(sentence => sentence.Words).DefaultIfEmpty().Max(),
        marks.Count(mark => mark.Weight is PlainWeight.Hint),
        marks.Count(mark => mark.Weight is PlainWeight.Mark));
}

/// <summary>A mark before it is explained in the organiser's language.</summary>
internal readonly record struct PlainFinding(
    int Start, int Length, PlainKind Kind, PlainWeight Weight = PlainWeight.Mark, string? Rewrite = null, int Count = 0)
{
    public bool Covers(int index) => index >= Start && index < Start + Length;
}
