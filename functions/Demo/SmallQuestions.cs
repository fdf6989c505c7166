using System.Globalization;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Demo;

/// <summary>What the group asks after an evening, and what those who came answer.</summary>
internal sealed class SmallQuestions(Stage stage, int seed)
{
    private static readonly string[] Wishes = ["", "Samen koken", "Een wandeling door de wijk", "Spelletjes", "", "Muziek", "Iets met de kinderen"];

    public async Task AskAsync(MeetingId meeting, CancellationToken ct)
    {
        QuestionDraft Draft(string slot, string dutch, string english, string[] choices, string[] chosen) => new(
            slot, QuestionTime.After, new Dictionary<string, string> { ["nl"] = dutch, ["en"] = english },
            choices.Length == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["nl"] = choices, ["en"] = chosen });
        var group = await stage.Get<GroupStore>().GetAsync(stage.Group, ct);
        QuestionDraft[] drafts =
        [
            Draft("after-1", "Leerde u iemand kennen?", "Did you get to know somebody?", ["Ja, meer dan één", "Ja, één", "Nog niet"], ["Yes, more than one", "Yes, one", "Not yet"]),
            Draft("after-2", "Wat zou u volgende keer willen doen?", "What would you like to do next time?", [], []),
        ];
        if (await stage.Get<WriteQuestions>().HandleAsync(group, meeting, drafts, ct) is { } problem)
            throw new InvalidOperationException($"The questions were refused: {problem}");
    }

    public async Task AnswerAsync(MeetingId meeting, CancellationToken ct)
    {
        var chance = new Random(seed);
        var questions = (await stage.Get<MeetingStore>().FindQuestionsAsync(stage.Group, meeting, ct))!.Value.At(QuestionTime.After);
        foreach (var (invitation, _) in (await stage.InvitationsAsync(meeting, ct)).Where(one => one.Invitation.Attendance is Attendance.Attended).OrderBy(one => one.Person?.Name, StringComparer.Ordinal))
        {
            var given = questions.ToDictionary(question => question.Id, question => question.IsLine ? Wishes[chance.Next(Wishes.Length)] : chance.Next(3).ToString(CultureInfo.InvariantCulture));
            if (chance.Next(10) < 7)
                await stage.Get<AnswerQuestions>().HandleAsync(stage.Group, meeting, invitation.Person, QuestionTime.After, given, ct);
        }
    }
}
