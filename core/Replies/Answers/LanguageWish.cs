using Outreach.Languages;
using Outreach.Lists;

namespace Outreach.Replies.Answers;

/// <summary>"English please", "liever in het Turks": the name of a language and a wish, and nothing besides.</summary>
internal static class LanguageWish
{
    /// <summary>In characters; a code is a word of some language: "en", "so".</summary>
    private const int MinName = 4;

    private static readonly HashSet<string> Wishes = new(StringComparer.OrdinalIgnoreCase)
    {
        "please", "pls", "graag", "liever", "aub", "svp", "alstublieft", "alsjeblieft", "lütfen", "lutfen", "proszę", "prosze", "fadlan", "ብኽብረትኩም", "in", "het", "only", "alleen",
        "من", "فضلك", "لطفا", "لطفاً", "будь", "ласка", "s'il", "vous", "plaît", "plait", "en", "op",
    };

    /// <summary>Null when it says more, or names no language that we write.</summary>
    public static Language? Of(string text)
    {
        var words = text.Split((char[])[' ', '\n', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        return words.Where(word => !Wishes.Contains(word)).ToArray() is [{ Length: >= MinName } name] && name.All(char.IsLetter)
            && !(IsFirstName(name) && !words.Contains("in", StringComparer.OrdinalIgnoreCase)) && LanguageNames.CodeOf(name) is { } code
            ? Language.Find(code)
            : null;
    }

    // "Graag, Frans" is a yes with a name below it.
    private static bool IsFirstName(string name) => name.Equals("frans", StringComparison.OrdinalIgnoreCase);
}
