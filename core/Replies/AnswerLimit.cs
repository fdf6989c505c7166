using Outreach.Records;

namespace Outreach.Replies;

/// <summary>Limits our automatic answers: two machines would go on answering each other.</summary>
public static class AnswerLimit
{
    /// <summary>"A person will read it", help, a language that was chosen: per kind, person and day.</summary>
    public const int PerKind = 2;

    /// <summary>Confirmations of an answer to one meeting; of an answer that changes nothing, <see cref="PerKind"/>.</summary>
    public const int Confirmations = 6;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The person once this kind of answer is given; null when it was given often enough today.</summary>
    public static Person? Next(Person person, MessageKind kind, DateTimeOffset now)
    {
        var today = person.Answered.Where(answer => answer.At > now - Day).ToList();
        return today.Count(answer => answer.Kind == kind) < PerKind ? person with { Answered = [new GivenAnswer(now, kind), .. today] } : null;
    }

    /// <param name="isNews">The answer is another than the one before.</param>
    public static bool MayConfirm(IReadOnlyList<DateTimeOffset> confirmed, bool isNews, DateTimeOffset now) =>
        confirmed.Count(at => at > now - Day) < (isNews ? Confirmations : PerKind);
}
