using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Texts;

/// <summary>The small questions of a meeting, as an organiser writes and translates them.</summary>
internal static class QuestionPages
{
    public static void MapQuestionPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/questions", ShowAsync);
        pages.MapPost("/meetings/{id}/questions", WriteAsync);
    }

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, MeetingStore meetings, CancellationToken ct)
    {
        var questions = (await meetings.FindQuestionsAsync(at.Group, at.Id, ct))?.Value ?? SmallQuestions.None;
        return page.View<QuestionsPage>(new { at.Meeting }, Filled(questions));
    }

    private static async Task<IResult> WriteAsync(NamedMeeting at, OrganiserPage page, HttpContext http, WriteQuestions write, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (await write.HandleAsync(page.Group, at.Id, Drafts(state), ct) is not { } problem)
            return Results.LocalRedirect($"/meetings/{at.Id}/questions?done=questions-saved");
        var field = $"{(problem.Code is QuestionProblemCode.Choices or QuestionProblemCode.Translation ? "choices" : "text")}-{problem.Slot}-{problem.Language}";
        return page.View<QuestionsPage>(new { at.Meeting }, state.WithError(field, page[$"questions.wrong.{EnumWord.Of(problem.Code)}", problem.Word ?? ""]));
    }

    public static IEnumerable<(QuestionTime When, string Slot)> Slots =>
        Enum.GetValues<QuestionTime>().SelectMany(when => Enumerable.Range(1, SmallQuestions.MaxOfEach).Select(number => (when, $"{EnumWord.Of(when)}-{number}")));

    private static FormState Filled(SmallQuestions questions)
    {
        var values = new Dictionary<string, string>();
        foreach (var when in Enum.GetValues<QuestionTime>())
        {
            foreach (var (slot, question) in Slots.Where(slot => slot.When == when).Select(slot => slot.Slot).Zip(questions.At(when)))
            {
                foreach (var (language, text) in question.Text)
                    values[$"text-{slot}-{language}"] = text;
                foreach (var (language, choices) in question.Choices)
                    values[$"choices-{slot}-{language}"] = string.Join('\n', choices);
            }
        }

        return new FormState(values);
    }

    /// <summary>A form part that is left empty is not a question.</summary>
    private static IReadOnlyList<QuestionDraft> Drafts(FormState state) =>
        [.. Slots.Select(slot => new QuestionDraft(slot.Slot, slot.When, ByLanguage(state, $"text-{slot.Slot}-", text => text), ByLanguage(state, $"choices-{slot.Slot}-", Lines))).Where(draft => draft.Text.Count + draft.Choices.Count > 0)];

    private static Dictionary<string, T> ByLanguage<T>(FormState state, string prefix, Func<string, T> read) =>
        Language.All.Where(language => state.Has(prefix + language.Code)).ToDictionary(language => language.Code, language => read(state[prefix + language.Code]!));

    private static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
