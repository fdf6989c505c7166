using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<QuestionTime>))]
public enum QuestionTime
{
    /// <summary>On the invitation page, for people who are coming or unsure.</summary>
    Before,

    /// <summary>After the meeting, for those who came.</summary>
    After,
}

/// <summary>A small question about a meeting: a choice, or one line.</summary>
/// <param name="Id">Of what is asked: in other words it is another question, with answers of its own.</param>
/// <param name="Text">By language; the group's own is always there.</param>
public sealed record SmallQuestion(string Id, QuestionTime When, IReadOnlyDictionary<string, string> Text)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> None = [];

    /// <summary>By language, in one order; none: the answer is one line.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get => field ?? None; init; }

    [JsonIgnore]
    public bool IsLine => Choices.Count == 0;

    public static string IdOf(QuestionTime when, string text, IEnumerable<string> choices) =>
        TextHash.Of($"{when}|{text}|{string.Join('|', choices)}", 12);

    /// <summary>With the language that it is in: a translation may be missing.</summary>
    public (string Text, string Language) TextIn(string language, string fallback) =>
        Text.TryGetValue(language, out var text) ? (text, language) : (Text.GetValueOrDefault(fallback) ?? Text.Values.First(), fallback);

    public IReadOnlyList<string> ChoicesIn(string language, string fallback) =>
        Choices.GetValueOrDefault(language) ?? Choices.GetValueOrDefault(fallback) ?? Choices.Values.FirstOrDefault() ?? [];

    /// <summary>An answer as it is kept: the number of a choice, or a line. Null: none, or one that does not fit.</summary>
    public string? Kept(string? answer) => CleanText.Of(answer ?? "").Trim() switch
    {
        "" => null,
        var line when IsLine => line.Length <= SmallQuestions.MaxLineLength ? line : line[..SmallQuestions.MaxLineLength],
        var choice => int.TryParse(choice, out var number) && number >= 0 && number < Choices.Values.First().Count ? choice : null,
    };
}

/// <summary>The small questions of a meeting.</summary>
public sealed record SmallQuestions(IReadOnlyList<SmallQuestion> All) : IStored<SmallQuestions>
{
    static JsonTypeInfo<SmallQuestions> IStored<SmallQuestions>.Json => RecordsJson.Default.SmallQuestions;

    /// <summary>Of each time: more is a form, and nobody fills in forms.</summary>
    public const int MaxOfEach = 3;
    public const int MaxTextLength = 200;
    public const int MaxChoices = 6;
    public const int MaxChoiceLength = 60;
    public const int MaxLineLength = 200;

    public static readonly SmallQuestions None = new([]);

    public IReadOnlyList<SmallQuestion> At(QuestionTime when) => [.. All.Where(question => question.When == when)];
}
