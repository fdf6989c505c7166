using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Outreach.Lists.Columns;

namespace Outreach.Lists;

/// <summary>How lists name the ten languages: by code, in Dutch, in English and in the language itself.</summary>
public static class LanguageNames
{
    private static readonly (string Code, string Known)[] Spellings =
    [
        ("nl", "nl nld dut nederlands nederlandse hollands vlaams dutch flemish ned niederländisch néerlandais hollandaca felemenkçe"),
        ("en", "en eng engels engelse english ingilizce englisch anglais"),
        ("tr", "tr tur turks turkse turkish turkce türkisch turk turc"),
        ("ar", "ar ara arabisch arabische arabic arab العربية عربي عربية marokkaansarabisch syrischarabisch arabe arapça"),
        ("pl", "pl pol pools poolse polish polski polnisch polonais językpolski"),
        ("uk", "uk ua ukr oekraiens oekraiense oekrains ukraiens ukrainian українська украінська украинский українськамова ukrainisch ukrainien"),
        ("ti", "ti tir tigrinya tigrinja tigrigna tigrinia tigrinisch ትግርኛ"),
        ("fa", "fa fas per prs farsi perzisch perzische persian dari فارسی دری persisch persan"),
        ("so", "so som somalisch somali somalische soomaali afsoomaali somalien"),
        ("fr", "fr fra fre frans franse french francais französisch"),
    ];

    private static readonly FrozenDictionary<string, string> Known = Spellings
        .SelectMany(entry => entry.Known.Split(' ').Select(spelling => KeyValuePair.Create(Headers.Compact(spelling), entry.Code)))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    // The name of a country beside a language is not a second language.
    private static readonly FrozenSet<string> Regions = WordSet.Of(
        "nederland netherlands niederlande belgie belgium belgique belgien vlaanderen flanders unitedkingdom greatbritain britain unitedstates usa us uk gb nl be de tr pl fr ua ie syrie syrisch syria syrian syrien "
        + "marokko marokkaans morocco maroc irak iraaks iran afghanistan turkije turkey turkei polen poland oekraine ukraine eritrea ethiopie somalie frankrijk france frankreich standaard modern simplified formal");

    // Somebody who hardly speaks a language should be written to in another.
    private static readonly FrozenSet<string> Hardly =
        WordSet.Of("geen niet slecht matig beetje weinig nauwelijks basis not no poor bad little basic kein keine nicht schlecht wenig kaum peu mal pas");

    // What may stand beside a language that somebody speaks.
    private static readonly FrozenSet<string> Around = WordSet.Of("spreekt spreken spreek praat alleen vooral moedertaal voertaal wel met tolk via goed vloeiend thuis liefst graag liever only speaks with interpreter nur spricht a1 a2 b1 b2 c1 c2");

    /// <summary>The code of a language, or null when we do not know it. Of several ("Turks / Nederlands") the first that we know.</summary>
    public static string? CodeOf(string text) => Read(text).Code;

    /// <summary>The same, and whether that is all that it says: "Koerdisch / Turks" says more, and so does "Nederlands (beetje), Arabisch".</summary>
    public static (string? Code, bool IsWhole) Read(string text)
    {
        if (Known.TryGetValue(text, out var code) || Known.TryGetValue(Headers.Compact(text), out code))
            // In capitals it may be a country.
            return (code, text.Trim() is not "UK");

        string? first = null;
        var isWhole = true;
        foreach (var part in Between.Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var found = CodeIn(part, out var isPartWhole);
            isWhole &= isPartWhole && found is not null && (first ?? found) == found;
            first ??= found;
        }

        return (first, isWhole);
    }

    /// <summary>One language, with what stands beside it in brackets.</summary>
    private static string? CodeIn(string part, out bool isWhole)
    {
        isWhole = true;
        if (Find(part) is { } code)
            return code;
        var pieces = part.Split(['(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        isWhole = pieces.Length > 1 && pieces.Skip(1).All(piece => Regions.Contains(Headers.Compact(piece)) || Find(piece) == Find(pieces[0]));
        // "Turks (geen Nederlands)" is about the other language, and "Turks (slecht)" about the one before it.
        return pieces.Any(piece => IsHardly(piece) && FindAmong(piece) is null) ? null : pieces.Where(piece => !IsHardly(piece)).Select(FindAmong).FirstOrDefault(found => found is not null);
    }

    private static bool IsHardly(string piece) => Headers.Words(piece).Any(Hardly.Contains);

    /// <summary>The language of a piece in which other words stand too, when there is one: "spreekt Arabisch", "Turks met tolk".</summary>
    private static string? FindAmong(string piece) =>
        Find(piece) ?? (Headers.Words(piece).Where(word => !Around.Contains(word) && !Hardly.Contains(word)).ToList() is [var only] ? Find(only) : null);

    private static string? Find(string text) =>
        Known.TryGetValue(Headers.Compact(text), out var code) || Known.TryGetValue(Headers.Compact(WithoutRegion(text)), out code) ? code : null;

    private static readonly Regex Between = new(@"[/,;+&|]|\s(?:en|of|and|or|und|oder|et|ou|maar)\s|\s-\s", RegexOptions.IgnoreCase);

    // "tr-TR", "nl_NL".
    private static string WithoutRegion(string text) =>
        text.Trim() is { Length: >= 5 } tag && tag.IndexOfAny(['-', '_']) is var at and (2 or 3) ? tag[..at] : text;
}
