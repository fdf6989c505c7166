using System.Text.Json;

namespace Outreach.Languages;

/// <summary>The word lists of one language, compiled by the project itself; empty for a language that has none.</summary>
internal sealed class PlainWords
{
    private static readonly PlainWords None = new(new PlainWordFile());
    private static readonly Lazy<PlainWords> Dutch = new(() => Load("nl"));
    private static readonly Lazy<PlainWords> English = new(() => Load("en"));

    private readonly HashSet<string> _common;
    private readonly (string From, string To)[] _commonEndings;

    private PlainWords(PlainWordFile file)
    {
        File = file;
        EndingAbbreviations = [.. file.EndingAbbreviations];
        DottedAbbreviations =
        [
            .. file.SentenceAbbreviations,
            .. file.EndingAbbreviations,
            .. file.Abbreviations.Keys.SelectMany(key => key.Split('|')).Where(form => form.EndsWith('.')),
        ];
        _common = [.. file.Common.SelectMany(line => line.Split(' '))];
        _commonEndings = [.. file.CommonEndings.Select(EndingRule)];
        PassiveVerbs = [.. file.PassiveVerbs];
        Participles = [.. file.Participles];
        NotParticiples = [.. file.NotParticiples];
        Negations = [.. file.Negations];
        NegatedWords = [.. file.NegatedWords];
        ClauseWords = [.. file.ClauseWords];
        Articles = [.. file.Articles];
        ReplyWords = [.. file.ReplyWords];
        NameCues = [.. file.NameCues];
        Phrases = new PlainPhrases(this);
        Days = PlainPhrases.Of(this, file.Days);
        Hours = PlainPhrases.Of(this, file.Hours);
        Places = PlainPhrases.Of(this, file.Places);
    }

    public PlainWordFile File { get; }

    public bool AreKnown => File.Source.Length > 0;

    public PlainPhrases Phrases { get; }

    public PlainPhrases Days { get; }

    public PlainPhrases Hours { get; }

    public PlainPhrases Places { get; }

    public HashSet<string> EndingAbbreviations { get; }

    public HashSet<string> DottedAbbreviations { get; }

    public HashSet<string> PassiveVerbs { get; }

    public HashSet<string> Participles { get; }

    public HashSet<string> NotParticiples { get; }

    public HashSet<string> Negations { get; }

    public HashSet<string> NegatedWords { get; }

    public HashSet<string> ClauseWords { get; }

    public HashSet<string> Articles { get; }

    public HashSet<string> ReplyWords { get; }

    public HashSet<string> NameCues { get; }

    public static PlainWords For(string language) => language switch
    {
        "nl" => Dutch.Value,
        "en" => English.Value,
        _ => None,
    };

    public static IReadOnlyDictionary<string, string> WhysFor(string organiserLanguage) =>
        For(organiserLanguage is "nl" ? "nl" : "en").File.Whys;

    /// <summary>On the list of common words, or such a word with an ending.</summary>
    public bool IsCommon(string word) =>
        _common.Contains(word) || _commonEndings.Any(rule => word.EndsWith(rule.To, StringComparison.Ordinal)
            && _common.Contains(word[..^rule.To.Length] + rule.From));

    /// <summary>Two common words written as one, as "buurttuin" and "verjaardagsfeest".</summary>
    public bool IsCommonCompound(string word)
    {
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            if (IsCommon(word[cut..]) && File.Links.Any(link => EndsFirstPart(word[..cut], link)))
                return true;
        }

        return false;
    }

    /// <summary>"y>ies" turns a y at the end into ies; ">s" adds an s.</summary>
    public static (string From, string To) EndingRule(string rule) => rule.Split('>') is [var from, var to] ? (from, to) : throw new FormatException(rule);

    private bool EndsFirstPart(string part, string link) =>
        part.EndsWith(link, StringComparison.Ordinal) && _common.Contains(part[..^link.Length]);

    private static PlainWords Load(string language)
    {
        using var stream = typeof(PlainWords).Assembly.GetManifestResourceStream($"Outreach.Languages.plain.{language}.json")
            ?? throw new InvalidOperationException($"The word list plain.{language}.json is not in the assembly.");
        return new PlainWords(JsonSerializer.Deserialize<PlainWordFile>(stream, JsonSerializerOptions.Web)!);
    }
}

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

    /// <summary>What may stand between the parts of a compound, as the s in "verjaardagsfeest".</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Common { get; init; } = [];
}
