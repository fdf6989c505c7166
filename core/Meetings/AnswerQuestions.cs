using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>A resident answers small questions, or takes an answer back by leaving it empty. Nothing of it is a duty.</summary>
public sealed class AnswerQuestions(PeopleStore people, MeetingStore meetings)
{
    /// <param name="given">By the id of the question; ids that are not questions of that time are ignored.</param>
    public Task HandleAsync(GroupId group, MeetingId meeting, PersonId person, QuestionTime when, IReadOnlyDictionary<string, string> given, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var questions = (await meetings.FindQuestionsAsync(group, meeting, ct))?.Value ?? SmallQuestions.None;
        if (await people.FindAsync(group, meeting, person, ct) is not { } stored)
            return;
        var after = Take(stored.Value.Answers, questions.At(when), given);
        if (after.Count == stored.Value.Answers.Count && !after.Except(stored.Value.Answers).Any())
            return;
        var changes = new Changes(Shard.Of(group, person));
        changes.Change(stored, stored.Value with { Answers = after });
        await people.SaveAsync(changes, ct);
    });

    private static Dictionary<string, string> Take(IReadOnlyDictionary<string, string> before, IReadOnlyList<SmallQuestion> questions, IReadOnlyDictionary<string, string> given)
    {
        var after = new Dictionary<string, string>(before);
        foreach (var question in questions)
        {
            if (question.Kept(given.GetValueOrDefault(question.Id)) is { } answer)
                after[question.Id] = answer;
            else
                after.Remove(question.Id);
        }

        return after;
    }
}
