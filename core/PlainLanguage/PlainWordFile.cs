namespace Outreach.PlainLanguage;

/// <summary>The shape of plain.nl.json. A key of <see cref="Jargon"/> and its like holds the forms, parted by |; the value is the plain words.</summary>
internal sealed record PlainWordFile
{
    public string Source { get; init; } = "";

    public int RareWordLetters { get; init; } = int.MaxValue;

    public int LongWordLetters { get; init; } = int.MaxValue;

    public double EaseA2 { get; init; }

    public double EaseB1 { get; init; }

    public double EaseB2 { get; init; }

    public IReadOnlyList<string> Endings { get; init; } = [];

    public IReadOnlyDictionary<string, string> Whys { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Jargon { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Abbreviations { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Formal { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> PassiveVerbs { get; init; } = [];

    /// <summary>Dutch may put many words between "wordt" and "gemaakt"; English puts at most an adverb there.</summary>
    public bool PassiveFarApart { get; init; }

    public IReadOnlyList<string> ParticipleStarts { get; init; } = [];

    public IReadOnlyList<string> ParticipleEnds { get; init; } = [];

    public IReadOnlyList<string> Participles { get; init; } = [];

    public IReadOnlyList<string> NotParticiples { get; init; } = [];

    public IReadOnlyList<string> Negations { get; init; } = [];

    public IReadOnlyList<string> NegatedWords { get; init; } = [];

    public IReadOnlyList<string> Articles { get; init; } = [];

    public IReadOnlyList<string> ClauseWords { get; init; } = [];

    public IReadOnlyList<string> SentenceAbbreviations { get; init; } = [];

    public IReadOnlyList<string> EndingAbbreviations { get; init; } = [];

    public IReadOnlyList<string> ReplyWords { get; init; } = [];

    public IReadOnlyList<string> Days { get; init; } = [];

    public IReadOnlyList<string> Hours { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<string> NameCues { get; init; } = [];

    public IReadOnlyList<string> CommonEndings { get; init; } = [];

    /// <summary>What may come between the parts of a compound, as the s in "verjaardagsfeest".</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Common { get; init; } = [];
}
