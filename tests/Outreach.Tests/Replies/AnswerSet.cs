using Outreach.Functions.Replies;
using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>How a set of answers is read: right, left to a person that could have been read, or wrong.</summary>
public sealed record AnswerSet(string Name, IReadOnlyList<Phrase> Answers)
{
    /// <summary>Answers in the words of residents, by kind: the wording of the reader may be tried on them.</summary>
    public static AnswerSet Known { get; } = From("Answers");

    /// <summary>Texts that look like an answer and are none, or another one. On the first run twelve of 92 were read wrong: a denied stop, "wrong number?", idioms.</summary>
    public static AnswerSet Tricky { get; } = From(Path.Combine("Answers", "Tricky"));

    public static AnswerSet Of(AnswerRound round) => From(Path.Combine("Answers", round.Folder));

    public IEnumerable<(Phrase Answer, Reading Reading)> Wrong => Readings.Where(read => IsWrong(read.Answer, read.Reading));

    public IEnumerable<(Phrase Answer, Reading Reading)> LeftToAPerson => Readings.Where(read => !IsRight(read.Answer, read.Reading) && !IsWrong(read.Answer, read.Reading));

    public double Share => (double)Readings.Count(read => IsRight(read.Answer, read.Reading)) / Answers.Count;

    public string Figures => $"{Name}: {Answers.Count} answers, {Share:p1} read right, {LeftToAPerson.Count()} to a person, {Wrong.Count()} wrong";

    private IReadOnlyList<(Phrase Answer, Reading Reading)> Readings { get; } = [.. Answers.Select(answer => (answer, Phrase.Reader.Read(Own(answer.Text), answer.Language, "Samira")))];

    /// <summary>As it comes to the reader: of an e-mail without what it quotes, of any text without our own words.</summary>
    private static string Own(string text) => OwnWords.TakenOut(text.Contains('\n', StringComparison.Ordinal) ? QuotedText.Cut(text) : text, []).Rest;

    private static bool IsRight(Phrase answer, Reading reading) =>
        answer.IsForPerson ? IsForPerson(reading) : (reading.Kind, reading.Party) == (answer.Kind, answer.Party);

    private static bool IsWrong(Phrase answer, Reading reading) => !IsRight(answer, reading) && !IsForPerson(reading);

    private static bool IsForPerson(Reading reading) => reading.Kind is ReplyKind.Unclear or ReplyKind.Question or ReplyKind.Help;

    private static AnswerSet From(string folder) =>
        new(Path.GetFileName(folder), [.. Phrase.Languages.SelectMany(language => Phrase.From(Path.Combine("Replies", folder), language))]);
}
