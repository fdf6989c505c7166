using System.Globalization;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Somebody who named neighbours.</summary>
public sealed record Namer(Person Person, int Named);

/// <summary>A small question with what was answered, without names.</summary>
/// <param name="Chosen">For each choice how often it was taken.</param>
/// <param name="Lines">The first that were written.</param>
public sealed record AnsweredQuestion(SmallQuestion Question, int Answered, IReadOnlyList<int> Chosen, IReadOnlyList<string> Lines);

/// <summary>What came of a meeting.</summary>
/// <param name="Parties">From the size of a party to how many parties of that size came.</param>
/// <param name="Named">How many neighbours were named, by <paramref name="Namers"/> and others.</param>
/// <param name="Namers">Those who named most.</param>
public sealed record Aftermath(IReadOnlyDictionary<int, int> Parties, int WalkIns, int Thanked, int Missed, int Named, IReadOnlyList<Namer> Namers, IReadOnlyList<AnsweredQuestion> Questions)
{
    /// <summary>With whom they brought.</summary>
    public int People => Parties.Sum(party => party.Key * party.Value);
}

/// <summary>Reads what came of a meeting: its invitations, and the people who named most.</summary>
public sealed class ReadAftermath(PeopleStore people, MeetingStore meetings)
{
    private const int MaxNamers = 10;
    private const int MaxLines = 50;

    public async Task<Aftermath> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var questions = (await meetings.FindQuestionsAsync(group, meeting, ct))?.Value ?? SmallQuestions.None;
        var count = new Counting(questions.All);
        await foreach (var (invitation, _) in people.InvitationsAsync(group, meeting, ct))
            count.Add(invitation);

        var namers = new List<Namer>();
        foreach (var (id, named) in count.Namers.OrderByDescending(namer => namer.Value).Take(MaxNamers))
        {
            if (await people.FindAsync(group, id, ct) is { } person)
                namers.Add(new Namer(person.Value, named));
        }

        return new Aftermath(count.Parties, count.WalkIns, count.Thanked, count.Missed, count.Namers.Values.Sum(), namers, [.. questions.All.Select(count.Of)]);
    }

    private sealed class Counting(IReadOnlyList<SmallQuestion> questions)
    {
        private readonly Dictionary<string, List<string>> _answers = questions.ToDictionary(question => question.Id, _ => new List<string>());

        public SortedDictionary<int, int> Parties { get; } = [];

        public Dictionary<PersonId, int> Namers { get; } = [];

        public int WalkIns { get; private set; }

        public int Thanked { get; private set; }

        public int Missed { get; private set; }

        public AnsweredQuestion Of(SmallQuestion question)
        {
            var answers = _answers[question.Id];
            var choices = question.IsLine ? 0 : question.Choices.Values.First().Count;
            return new AnsweredQuestion(
                question, answers.Count,
                [.. Enumerable.Range(0, choices).Select(number => answers.Count(answer => answer == number.ToString(CultureInfo.InvariantCulture)))],
                // In no order that tells who wrote what.
                question.IsLine ? [.. answers.Order(StringComparer.OrdinalIgnoreCase).Take(MaxLines)] : []);
        }

        public void Add(Invitation invitation)
        {
            foreach (var (id, answer) in invitation.Answers)
            {
                if (_answers.TryGetValue(id, out var answers))
                    answers.Add(answer);
            }

            if (invitation.Nominations > 0)
                Namers[invitation.Person] = invitation.Nominations;
            if (invitation.Attendance is not Attendance.Attended)
            {
                Missed += invitation is { Attendance: Attendance.NoShow, ThankedAt: not null } ? 1 : 0;
                return;
            }

            var party = invitation.PeopleWhoCame;
            Parties[party] = Parties.GetValueOrDefault(party) + 1;
            WalkIns += invitation.Source is Source.WalkIn ? 1 : 0;
            Thanked += invitation.ThankedAt is null ? 0 : 1;
        }
    }
}
