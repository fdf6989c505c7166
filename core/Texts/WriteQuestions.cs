using System.Text;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Columns;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <summary>A small question as an organiser writes it.</summary>
/// <param name="Slot">Its place on the form; a problem names it.</param>
/// <param name="Choices">By language; none: one line.</param>
public sealed record QuestionDraft(string Slot, QuestionTime When, IReadOnlyDictionary<string, string> Text, IReadOnlyDictionary<string, IReadOnlyList<string>> Choices);

public enum QuestionProblemCode
{
    /// <summary>More than there may be.</summary>
    TooMany,
    TooLong,

    /// <summary>In the language of the group it is missing.</summary>
    Missing,

    /// <summary>One choice is none, and more than a few are too many.</summary>
    Choices,

    /// <summary>A translation has another number of choices.</summary>
    Translation,

    /// <summary>About health, origin or belief, or a word that says what is wrong with people.</summary>
    Sensitive,
}

/// <param name="Word">What it is about, when it is a word.</param>
public sealed record QuestionProblem(string Slot, string Language, QuestionProblemCode Code, string? Word = null);

/// <summary>An organiser writes the small questions of a meeting. All of them are saved, or none.</summary>
public sealed class WriteQuestions(MeetingStore meetings)
{
    public async Task<QuestionProblem?> HandleAsync(Group group, MeetingId meeting, IReadOnlyList<QuestionDraft> drafts, CancellationToken ct)
    {
        if (Check(drafts, group.Language) is { } problem)
            return problem;
        var questions = new SmallQuestions([.. drafts.Select(draft => Of(draft, group.Language)).DistinctBy(question => question.Id)]);
        // The longest texts in all languages are more than a row may hold.
        if (Encoding.UTF8.GetCharCount(RowJson.Write(questions).Span) > RowRules.MaxStringCharacters)
            return new QuestionProblem(drafts[^1].Slot, group.Language, QuestionProblemCode.TooLong);
        await Retry.OnConflictAsync(async () => await meetings.SaveQuestionsAsync(group.Id, meeting, await meetings.FindQuestionsAsync(group.Id, meeting, ct), questions, ct));
        return null;
    }

    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public static QuestionProblem? Check(IReadOnlyList<QuestionDraft> drafts, string groupLanguage)
    {
        var most = drafts.GroupBy(draft => draft.When).FirstOrDefault(time => time.Count() > SmallQuestions.MaxOfEach);
        return most is null
            ? drafts.Select(draft => Check(draft, groupLanguage)).FirstOrDefault(problem => problem is not null)
            : new QuestionProblem(most.Last().Slot, groupLanguage, QuestionProblemCode.TooMany);
    }

    private static SmallQuestion Of(QuestionDraft draft, string groupLanguage) =>
        new(SmallQuestion.IdOf(draft.When, draft.Text[groupLanguage], draft.Choices.GetValueOrDefault(groupLanguage) ?? []), draft.When, draft.Text) { Choices = draft.Choices };

    private static QuestionProblem? Check(QuestionDraft draft, string groupLanguage)
    {
        if (!draft.Text.ContainsKey(groupLanguage))
            return new QuestionProblem(draft.Slot, groupLanguage, QuestionProblemCode.Missing);
        var own = draft.Choices.GetValueOrDefault(groupLanguage) ?? [];
        foreach (var language in draft.Text.Keys.Union(draft.Choices.Keys))
        {
            var (text, choices) = (draft.Text.GetValueOrDefault(language) ?? "", draft.Choices.GetValueOrDefault(language) ?? []);
            if (text.Length > SmallQuestions.MaxTextLength || choices.Any(choice => choice.Length > SmallQuestions.MaxChoiceLength))
                return new QuestionProblem(draft.Slot, language, QuestionProblemCode.TooLong);
            if (language == groupLanguage && choices.Count is 1 or > SmallQuestions.MaxChoices)
                return new QuestionProblem(draft.Slot, language, QuestionProblemCode.Choices);
            if (language != groupLanguage && choices.Count > 0 && choices.Count != own.Count)
                return new QuestionProblem(draft.Slot, language, QuestionProblemCode.Translation);
            if (SensitiveWord(language, [text, .. choices]) is { } word)
                return new QuestionProblem(draft.Slot, language, QuestionProblemCode.Sensitive, word);
        }

        return null;
    }

    /// <summary>What may never be stored must not be asked either.</summary>
    private static string? SensitiveWord(string language, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var words = text.Split([' ', '/', '-', '?', '!', '.', ',', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
            if (words.FirstOrDefault(word => SensitiveHeaders.ReasonOf(word) is IgnoreReason.Sensitive or IgnoreReason.IdentityNumber or IgnoreReason.BirthDate) is { } sensitive)
                return sensitive;
            if (((WrittenWords[])[new(WrittenPlace.Text, language, text)]).Labels() is [var label, ..])
                return label.Word;
        }

        return null;
    }
}
