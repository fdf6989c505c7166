using System.Collections.Frozen;
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

    /// <summary>The code of a language, or null when we do not know it. Of several ("Turks / Nederlands") the first that we know.</summary>
    public static string? CodeOf(string text)
    {
        if (Known.TryGetValue(text, out var code) || Known.TryGetValue(Headers.Compact(text), out code))
            return code;

        foreach (var part in text.Split(['/', ',', ';', '(', ')', '+', '&', '|']))
        {
            if (Known.TryGetValue(Headers.Compact(part), out code) || Known.TryGetValue(Headers.Compact(WithoutRegion(part)), out code))
                return code;
        }

        return null;
    }

    // "tr-TR", "nl_NL".
    private static string WithoutRegion(string text) =>
        text.Trim() is { Length: >= 5 } tag && tag.IndexOfAny(['-', '_']) is var at and (2 or 3) ? tag[..at] : text;
}
