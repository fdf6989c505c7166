using System.Globalization;
using Outreach.Languages;

namespace Outreach.Replies.Answers;

/// <summary>The days that a text names, in every language: "see you Friday" is not a yes to a Thursday, nor "see you tomorrow" to next week.</summary>
internal static class NamedDays
{
    /// <summary>In letters: a shorter name begins other words too.</summary>
    private const int MinStem = 4;

    private static readonly (string Stem, DayOfWeek Day)[] Weekdays =
        [.. Language.All.SelectMany(language => Enum.GetValues<DayOfWeek>().Select(day => (Stem(language, day), day))).OrderByDescending(name => name.Item1.Length)];

    private static readonly ILookup<string, int> Months =
        Language.All.SelectMany(language => Enumerable.Range(1, 12).Select(month => (Name: Joined(language.Month(month)), month))).Distinct().ToLookup(month => month.Name, month => month.month);

    private delegate Named? Finder(IReadOnlyList<AnswerWord> words, int at, DateOnly today);

    private static readonly Finder[] Everything = [NearDays.Find, Date, Weekday];

    /// <summary>Whether an answer names a day, and not one of the meeting. A no may give its reason with a day of its own, "I work tomorrow": of days like that only those count that it refuses.</summary>
    /// <param name="today">The day on which it was written.</param>
    /// <param name="meeting">The days of the meeting.</param>
    public static bool AreOthers(Reading reading, string text, DateOnly today, IReadOnlyList<DateOnly> meeting)
    {
        List<Func<DateOnly, bool>> named = reading.Kind is ReplyKind.No
            ? [.. In(text, today, [Weekday]), .. In(reading.Refused ?? "", today, Everything)]
            : [.. In(text, today, Everything), .. In(reading.Respelled ?? "", today, Everything)];
        return named.Count > 0 && !named.Exists(days => meeting.Any(days.Invoke));
    }

    /// <summary>The parts of a sentence in which somebody says that they cannot come, and nothing else.</summary>
    public static string Refused(Statement said) => string.Join(", ", said.LinkedClauses()
        .Where(clause => clause.Any(piece => piece.Kind is PieceKind.No && said.SaysComing(piece)) && !clause.Any(piece => piece.Kind is PieceKind.Reason or PieceKind.Unknown))
        .Select(clause => said.Spelled(clause[0].Start, clause[^1].End)));

    /// <summary>Whether a text names a day of the week: that may be another one.</summary>
    public static bool AreNamed(string text) => In(text, DateOnly.MinValue, [Weekday]).Count > 0;

    /// <summary>What is said together is one day: "Thursday next week", "Thursday 25 March".</summary>
    private static List<Func<DateOnly, bool>> In(string text, DateOnly today, Finder[] finders)
    {
        var words = AnswerWords.Of(text).Words;
        var (named, end) = (new List<Func<DateOnly, bool>>(), -1);
        for (var at = 0; at < words.Count;)
        {
            if (finders.Select(find => find(words, at, today)).FirstOrDefault(found => found is not null) is not { } found)
            {
                at++;
                continue;
            }

            if (found.Is is { } day && at == end && named is [.., var before] && !words[at].AfterBreak)
                named[^1] = date => before(date) && day(date);
            else if (found.Is is not null)
                named.Add(found.Is);
            at = end = at + found.Length;
        }

        return named;
    }

    private static Named? Weekday(IReadOnlyList<AnswerWord> words, int at, DateOnly today)
    {
        var joined = at + 1 < words.Count ? Weekday(words[at].Text + words[at + 1].Text, whole: true) : null;     // "پنج شنبه"
        return (joined ?? Weekday(words[at].Text, whole: false)) is { } weekday ? new Named(joined is null ? 1 : 2, day => day.DayOfWeek == weekday) : null;
    }

    private static DayOfWeek? Weekday(string word, bool whole)
    {
        foreach (var (stem, day) in Weekdays)
            if (word == stem || !whole && stem.Length >= MinStem && word.StartsWith(stem, StringComparison.Ordinal))
                return day;
        return null;
    }

    /// <summary>"25 maart", "25 March".</summary>
    private static Named? Date(IReadOnlyList<AnswerWord> words, int at, DateOnly today) =>
        at + 1 < words.Count && words[at].Text is { Length: 1 or 2 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Months[words[at + 1].Text].ToArray() is { Length: > 0 } months
            ? new Named(2, day => day.Day == number && months.Contains(day.Month))
            : null;

    /// <summary>As a bare word, without the ending that Polish and Ukrainian change: "w sobotę".</summary>
    private static string Stem(Language language, DayOfWeek day)
    {
        var name = Joined(language.Weekday(day));
        return language.Code is "pl" or "uk" ? name.TrimEnd('a', 'а', 'я') : name;
    }

    private static string Joined(string name) => string.Concat(AnswerWords.Of(name).Words.Select(word => word.Text));
}

/// <param name="Length">In words.</param>
/// <param name="Is">Whether it is that day; null where no day is meant after all.</param>
internal sealed record Named(int Length, Func<DateOnly, bool>? Is);
