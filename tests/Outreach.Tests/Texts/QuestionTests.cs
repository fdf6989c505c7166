using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class QuestionTests
{
    [Fact]
    public void A_question_in_the_language_of_the_group_is_enough() => Assert.Null(Check(Draft("Wat verwacht u?")));

    [Theory]
    [InlineData("Wat is uw geloof?", "geloof")]
    [InlineData("Heeft u een ziekte?", "ziekte")]
    [InlineData("Uit welk land van herkomst komt u?", "herkomst")]
    [InlineData("Wat is uw geboortedatum?", "geboortedatum")]
    [InlineData("Bent u kwetsbare?", "kwetsbare")]
    public void Nothing_is_asked_about_health_origin_or_belief_nor_in_words_that_label_people(string text, string word) =>
        Assert.Equal((QuestionProblemCode.Sensitive, word), Check(Draft(text)) is { } problem ? (problem.Code, problem.Word) : default);

    [Fact]
    public void An_answer_to_choose_from_is_held_to_the_same() =>
        Assert.Equal(QuestionProblemCode.Sensitive, Check(Draft("Waarom komt u niet?", "Geen tijd", "Ik ben ziek"))?.Code);

    [Fact]
    public void One_choice_is_none_and_seven_are_too_many()
    {
        Assert.Equal(QuestionProblemCode.Choices, Check(Draft("Hoe was het?", "Goed"))?.Code);
        Assert.Equal(QuestionProblemCode.Choices, Check(Draft("Hoe was het?", "1", "2", "3", "4", "5", "6", "7"))?.Code);
        Assert.Null(Check(Draft("Hoe was het?", "Goed", "Gaat wel")));
    }

    [Fact]
    public void A_translation_has_as_many_choices_in_the_same_order()
    {
        var draft = Draft("Hoe was het?", "Goed", "Gaat wel");

        var wrong = draft with { Choices = new Dictionary<string, IReadOnlyList<string>>(draft.Choices) { ["en"] = ["Good"] } };

        Assert.Equal(("en", QuestionProblemCode.Translation), Check(wrong) is { } problem ? (problem.Language, problem.Code) : default);
    }

    [Fact]
    public void There_are_three_at_most_of_each_time()
    {
        var three = Enumerable.Range(1, 3).Select(number => Draft($"Vraag {number}?")).ToList();

        Assert.Null(WriteQuestions.Check([.. three, .. three.Select(draft => draft with { When = QuestionTime.After })], "nl"));
        Assert.Equal(QuestionProblemCode.TooMany, WriteQuestions.Check([.. three, Draft("Vraag 4?")], "nl")?.Code);
    }

    /// <summary>A letter is one character of the row, whatever the script; what is too much for it is said, and changes nothing.</summary>
    [Theory]
    [InlineData(80, 25, null)]
    [InlineData(SmallQuestions.MaxTextLength, SmallQuestions.MaxChoiceLength, QuestionProblemCode.TooLong)]
    public async Task Six_questions_in_ten_languages_are_kept_or_refused(int text, int choice, QuestionProblemCode? problem)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var drafts = Enumerable.Range(0, 6).Select(i => new QuestionDraft(
            $"q{i}",
            i < 3 ? QuestionTime.Before : QuestionTime.After,
            Language.All.ToDictionary(language => language.Code, _ => $"{i}{new string('ش', text - 1)}"),
            Language.All.ToDictionary(language => language.Code, _ => (IReadOnlyList<string>)[.. Enumerable.Range(0, 6).Select(n => $"{n}{new string('ش', choice - 1)}")]))).ToList();

        var said = await here.Get<WriteQuestions>().HandleAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default), meeting.Id, drafts, default);

        Assert.Equal(problem, said?.Code);
        Assert.Equal(problem is null ? 6 : 0, (await here.Get<MeetingStore>().FindQuestionsAsync(Neighbourhood.Group, meeting.Id, default))?.Value.All.Count ?? 0);
    }

    [Fact]
    public void What_was_left_out_in_the_language_of_the_group_is_asked_for() =>
        Assert.Equal(QuestionProblemCode.Missing, Check(new QuestionDraft("before-1", QuestionTime.Before, new Dictionary<string, string> { ["en"] = "How was it?" }, new Dictionary<string, IReadOnlyList<string>>()))?.Code);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("2", null)]
    [InlineData("-1", null)]
    [InlineData("Goed", null)]
    [InlineData("", null)]
    public void An_answer_that_is_no_choice_is_not_kept(string answer, string? kept)
    {
        var question = new SmallQuestion("q", QuestionTime.After, new Dictionary<string, string> { ["nl"] = "Hoe was het?" }) { Choices = new Dictionary<string, IReadOnlyList<string>> { ["nl"] = ["Goed", "Gaat wel"] } };

        Assert.Equal(kept, question.Kept(answer));
    }

    private static QuestionProblem? Check(QuestionDraft draft) => WriteQuestions.Check([draft], "nl");

    private static QuestionDraft Draft(string text, params string[] choices) => new(
        "before-1", QuestionTime.Before, new Dictionary<string, string> { ["nl"] = text },
        choices.Length == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["nl"] = choices });
}
