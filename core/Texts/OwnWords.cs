using Outreach.Languages;

namespace Outreach.Texts;

/// <summary>Puts an organiser's own text in the place of the standard one. The lines that must be said are kept around it.</summary>
internal static class OwnWords
{
    // The greeting, and who gave us a neighbour's name, come first.
    private static readonly string[] Opening = ["name", "greeting", "whoNamed"];

    /// <summary>On one line that is kept, the title is not a reason to say the day and place twice.</summary>
    private static readonly string[] Minor = ["title"];

    /// <summary>Null when there is none, or nothing is left of it for somebody without a name.</summary>
    public static string? OfSubject(string? text, IReadOnlyDictionary<string, Fact> known) =>
        new Template(Placeholders.Cut(SmsCharacters.OneLine(text), known)).Fill(name => known[name].Text)!.Trim() is { Length: > 0 } subject ? subject : null;

    /// <summary>Paragraphs of lines; none when there is no own text.</summary>
    public static IReadOnlyList<Template[]> Of(string? text, IReadOnlyDictionary<string, Fact> known) =>
        [.. SmsCharacters.Clean(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => paragraph.Split('\n').Select(line => new Template(Placeholders.Cut(line, known))).ToArray())];

    /// <summary>One part, with its line breaks; none when there is no own text.</summary>
    public static IReadOnlyList<Template[]> OfSms(string? text, IReadOnlyDictionary<string, Fact> known) =>
        SmsCharacters.Plain(SmsCharacters.Clean(text)) is { Length: > 0 } words ? [[new Template(Placeholders.Cut(words, known))]] : [];

    public static IReadOnlyList<Template[]> Into(IReadOnlyList<Template[]> standard, IReadOnlyList<Template[]> own)
    {
        if (own.Count == 0)
            return standard;
        var said = Said(own);
        var kept = standard.Select(lines => lines.Where(line => line.Kept && !Repeats(line, said)).ToArray()).Where(lines => lines.Length > 0).ToList();
        var opening = kept.TakeWhile(lines => lines[0].Placeholders.Any() && lines[0].Placeholders.All(Opening.Contains)).Count();
        kept.InsertRange(opening, own);
        return kept;
    }

    private static HashSet<string> Said(IReadOnlyList<Template[]> own)
    {
        var said = own.SelectMany(lines => lines).SelectMany(line => line.Placeholders).ToHashSet();
        if (said.Contains("name") || said.Contains("firstName"))
            said.UnionWith(["name", "greeting"]);
        if (said.Contains("day") && said.Contains("time"))
            said.Add("when");
        return said;
    }

    /// <summary>A line of facts that the own text gives already.</summary>
    private static bool Repeats(Template line, HashSet<string> said) =>
        line.Placeholders.Except(Minor).ToList() is { Count: > 0 } facts && facts.All(said.Contains);
}
