using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Rows;

/// <summary>What people and programs write where they know nothing, and what a spreadsheet writes where it fails.</summary>
internal static class Unknown
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "null", "none", "n/a", "n.a.", "n/b", "nvt", "n.v.t.", "n.v.t", "nnb", "n.n.b.", "n.b.", "nb", "onbekend", "naam onbekend", "onbekende", "unknown", "unbekannt", "k.a.", "k. a.", "k.a", "keine angabe", "keine",
        "geen", "geen naam", "privacy", "naamloos", "geheim", "n.n.", "n. n.", "n.n", "nn", "geen straat", "no name", "noname", "not available", "not known", "not applicable", "niet bekend", "niet van toepassing", "nicht bekannt", "nicht vorhanden", "ohne", "leeg", "empty", "leer", "blank", "tbd", "tba", "niet ingevuld", "nog niet ingevuld", "nog invullen", "nog onbekend", "nog niet bekend", "weet niet", "weet ik niet", "wil niet zeggen", "no data", "nil", "idem", "ditto", "dito", "id.", "zelfde", "hetzelfde", "dezelfde", "zelfde adres", "zelfde straat", "als boven", "als hierboven", "zie vorige", "s.o.", "s. o.", "siehe oben", "wie oben", "see above", "as above", "same as above", "same address", "zie boven", "zie hierboven", "nog vragen",
        "voorbeeld", "(voorbeeld)", "voorbeeldnaam", "example", "(example)", "beispiel", "(beispiel)", "exemple", "(exemple)",
        "undefined", "false", "onwaar", "true", "waar", "(null)", "(leeg)", "(blank)", "(leer)", "(empty)", "[null]", "<null>", "anoniem", "anonymous", "anonym", "\\n", "x", "xx", "xxx", "xxxx", "-", "--", "---", "–", "—", "...", "…",
        "#value", "#name", "#ref", "[object object]", "#n/b", "#n/a", "#nb", "#nv", "#verw!", "#ref!", "#bezug!", "#value!", "#waarde!", "#wert!", "#naam?", "#name?", "#div/0!", "#deel/0!", "#num!", "#getal!", "#zahl!", "#null!", "#leeg!", "#leer!", "#spill!", "#overloop!",
        "#überlauf!", "#calc!", "#berekenen!", "#getting_data", "#unknown!", "#field!", "#blocked!", "#connect!", "#err!", "#error!", "err:502", "err:504", "err:508", "err:509",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Whoever lives there.
    private static readonly FrozenSet<string> Residents = new[] { "bewoner", "bewoners", "bewoner(s)", "hoofdbewoner", "resident", "residents", "occupant", "occupants", "occupier", "bewohner" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> AroundResidents = new[] { "aan", "de", "van", "dit", "adres", "the", "of", "this", "address", "to", "current", "huidige", "an", "die", "der", "den" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Nan and Na are names of people too.
    private static readonly FrozenSet<string> Exactly = new[] { "nan", "NaN", "NAN", "NA", "na" }.ToFrozenSet(StringComparer.Ordinal);

    // Also what stands for what is above it: ", ,,, '', 〃.
    private static readonly SearchValues<char> Characters = SearchValues.Create("?.-_*/ \"',;〃″′“”„‟‘’´");

    public static bool Is(string text) =>
        text.Length <= 24 && (IsWord(text) || text.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && Array.TrueForAll(parts, IsWord));

    /// <summary>Also what stands where a name belongs and is another thing: a number, an e-mail address, a formula, "aan de bewoners".</summary>
    public static bool IsNoName(string text) =>
        Is(text) || text is ['=', ..] || !text.EnumerateRunes().Any(Rune.IsLetter) || (text.Contains('@', StringComparison.Ordinal) && EmailAddress.TryParse(text, out _)) || IsResidents(text) || MergeField.IsMatch(text) || IsTitle(text);

    private static bool IsWord(string text) => Words.Contains(text) || Exactly.Contains(text) || !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>A title without a name behind it: "Dhr.", "De heer/mevrouw", "Mevr. onbekend". "Heer" alone is a name.</summary>
    private static bool IsTitle(string text) => Title.Match(text) is { Success: true } title && (title.Length == text.Length || Is(text[title.Length..]));

    private static bool IsResidents(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, Residents.Contains) && Array.TrueForAll(words, word => Residents.Contains(word) || AroundResidents.Contains(word));
    }

    // The place of a name in a letter, as programs write it: "{{naam}}", "*|FNAME|*", "%voornaam%".
    private static readonly Regex MergeField = new(@"^(?:\{\{?[^{}]*\}?\}|\*\|.*\|\*|%\w+%|<\w+>|«.*»|\$\{.*\})\z");

    private static readonly Regex Title = new(@"^(?:(?:aan|t\.a\.v\.|de|den|het|the|an|die) )?(?:(?:dhr|mevr|mw|mvr|mevrouw|meneer|fam|familie|mrs|heer(?= ?/| (?:of|en|onbekend|x)\b))(?:\.|\b)(?: ?(?:/|of|en|or|and|und|&) ?(?:de )?)?)+ *(?:\z|(?=\S))", RegexOptions.IgnoreCase);
}
