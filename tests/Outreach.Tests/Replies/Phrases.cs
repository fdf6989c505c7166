using System.Globalization;
using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>
/// What residents text, with what it means: <c>Phrases/{code}.txt</c>, a line <c>kind[:party] | phrase</c>. The kind
/// <c>person</c> is a text that we do not understand; with <c>question</c> it is the one that a person reads. A line break is written <c>\n</c>.
/// </summary>
public sealed record Phrase(string Language, ReplyKind Kind, int Party, string Text)
{
    public static readonly string[] Languages = ["ar", "en", "fa", "fr", "nl", "pl", "so", "ti", "tr", "uk"];

    public static readonly ReplyReader Reader = new();

    public bool IsForPerson => Kind is ReplyKind.Unclear or ReplyKind.Question;

    public Reading Read(string? language) => Reader.Read(Text, language);

    public static IReadOnlyList<Phrase> All { get; } = [.. Languages.SelectMany(In)];

    public static IEnumerable<Phrase> In(string language) => From(Path.Combine("Replies", "Phrases"), language);

    public static IEnumerable<Phrase> From(string folder, string language) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, folder, $"{language}.txt"))
            .Where(line => line.Contains('|'))
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(line => Of(language, line[0].Split(':'), line[1]));

    private static Phrase Of(string language, string[] meaning, string text) =>
        new(language, KindOf(meaning[0]), meaning.Length > 1 ? int.Parse(meaning[1], CultureInfo.InvariantCulture) : 1, text.Replace("\\n", "\n", StringComparison.Ordinal));

    private static ReplyKind KindOf(string word) => word switch
    {
        "person" => ReplyKind.Unclear,
        "wrong" => ReplyKind.WrongNumber,
        _ => Enum.Parse<ReplyKind>(word, ignoreCase: true),
    };
}
