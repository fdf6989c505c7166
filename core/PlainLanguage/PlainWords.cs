using System.Text.Json;

namespace Outreach.PlainLanguage;

/// <summary>The word lists of one language, compiled by the project itself; empty for a language that has none.</summary>
internal sealed class PlainWords
{
    private static readonly PlainWords None = new(new PlainWordFile());
    private static readonly Lazy<PlainWords> Dutch = new(() => Load("nl"));
    private static readonly Lazy<PlainWords> English = new(() => Load("en"));

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _common;
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
        _common = file.Common.SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
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
    public bool IsCommon(ReadOnlySpan<char> word)
    {
        if (_common.Contains(word))
            return true;
        foreach (var (from, to) in _commonEndings)
        {
            if (word.EndsWith(to, StringComparison.Ordinal) && _common.Contains(from.Length == 0 ? word[..^to.Length] : $"{word[..^to.Length]}{from}"))
                return true;
        }

        return false;
    }

    /// <summary>Two common words written as one, as "buurttuin" and "verjaardagsfeest".</summary>
    public bool IsCommonCompound(ReadOnlySpan<char> word)
    {
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            if (EndsFirstPart(word[..cut]) && IsCommon(word[cut..]))
                return true;
        }

        return false;
    }

    /// <summary>"y>ies" turns a y at the end into ies; ">s" adds an s.</summary>
    public static (string From, string To) EndingRule(string rule) => rule.Split('>') is [var from, var to] ? (from, to) : throw new FormatException(rule);

    private bool EndsFirstPart(ReadOnlySpan<char> part)
    {
        foreach (var link in File.Links)
        {
            if (part.EndsWith(link, StringComparison.Ordinal) && _common.Contains(part[..^link.Length]))
                return true;
        }

        return false;
    }

    private static PlainWords Load(string language)
    {
        using var stream = typeof(PlainWords).Assembly.GetManifestResourceStream($"Languages/plain.{language}.json")
            ?? throw new InvalidOperationException($"The word list plain.{language}.json is not in the assembly.");
        return new PlainWords(JsonSerializer.Deserialize<PlainWordFile>(stream, JsonSerializerOptions.Web)!);
    }
}
