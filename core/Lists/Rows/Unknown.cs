using System.Buffers;
using System.Collections.Frozen;

namespace Outreach.Lists.Rows;

/// <summary>What people and programs write where they know nothing, and what a spreadsheet writes where it fails.</summary>
internal static class Unknown
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "null", "none", "n/a", "n.a.", "n/b", "nvt", "n.v.t.", "n.v.t", "nnb", "n.n.b.", "n.b.", "nb", "onbekend", "naam onbekend", "onbekende", "unknown", "unbekannt", "k.a.", "k. a.", "k.a", "keine angabe", "keine",
        "geen", "geen naam", "geen straat", "no name", "noname", "not available", "not known", "not applicable", "niet bekend", "niet van toepassing", "nicht bekannt", "nicht vorhanden", "ohne", "leeg", "empty", "leer", "blank", "tbd", "tba",
        "undefined", "(null)", "(leeg)", "(blank)", "(leer)", "(empty)", "[null]", "<null>", "anoniem", "anonymous", "anonym", "\\n", "x", "xx", "xxx", "xxxx", "-", "--", "---", "–", "—", "...", "…",
        "#n/b", "#n/a", "#nb", "#nv", "#verw!", "#ref!", "#bezug!", "#value!", "#waarde!", "#wert!", "#naam?", "#name?", "#div/0!", "#deel/0!", "#num!", "#getal!", "#zahl!", "#null!", "#leeg!", "#leer!", "#spill!", "#overloop!",
        "#überlauf!", "#calc!", "#berekenen!", "#getting_data", "#unknown!", "#field!", "#blocked!", "#connect!", "#err!", "#error!", "err:502", "err:504", "err:508", "err:509",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Nan and Na are names of people too.
    private static readonly FrozenSet<string> Exactly = new[] { "nan", "NaN", "NAN", "NA", "na" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Characters = SearchValues.Create("?.-_*/ ");

    public static bool Is(string text) =>
        text.Length <= 24 && (Words.Contains(text) || Exactly.Contains(text) || !text.AsSpan().ContainsAnyExcept(Characters));
}
