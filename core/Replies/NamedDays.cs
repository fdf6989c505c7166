using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>The weekdays that a text names, in every language: "see you Friday" is not a yes to a Thursday.</summary>
internal static class NamedDays
{
    /// <summary>In letters: a shorter name begins other words too.</summary>
    private const int MinStem = 4;

    private static readonly (string Stem, DayOfWeek Day)[] Names =
        [.. Language.All.SelectMany(language => Enum.GetValues<DayOfWeek>().Select(day => (Stem(language, day), day))).OrderByDescending(name => name.Item1.Length)];

    /// <summary>Whether it names a day, and not the one of the meeting.</summary>
    public static bool AreOthers(string text, Meeting meeting, Settings settings)
    {
        var days = In([.. AnswerWords.Of(text).Words.Select(word => word.Text)]);
        return days.Count > 0 && !days.Overlaps(Of(meeting).Select(moment => settings.Day(moment).DayOfWeek));
    }

    private static IEnumerable<DateTimeOffset> Of(Meeting meeting) =>
        meeting.MovedFrom is { } before ? [meeting.StartsAt, meeting.EndsAt, before] : [meeting.StartsAt, meeting.EndsAt];

    private static HashSet<DayOfWeek> In(string[] words)
    {
        var found = new HashSet<DayOfWeek>();
        for (var at = 0; at < words.Length; at++)
        {
            var joined = at + 1 < words.Length ? Find(words[at] + words[at + 1], whole: true) : null;     // "پنج شنبه"
            if ((joined ?? Find(words[at], whole: false)) is { } day)
                found.Add(day);
            at += joined is null ? 0 : 1;
        }
        return found;
    }

    private static DayOfWeek? Find(string word, bool whole)
    {
        foreach (var (stem, day) in Names)
            if (word == stem || !whole && stem.Length >= MinStem && word.StartsWith(stem, StringComparison.Ordinal))
                return day;
        return null;
    }

    /// <summary>As a bare word, without the ending that Polish and Ukrainian change: "w sobotę".</summary>
    private static string Stem(Language language, DayOfWeek day)
    {
        var name = string.Concat(AnswerWords.Of(language.Weekday(day)).Words.Select(word => word.Text));
        return language.Code is "pl" or "uk" ? name.TrimEnd('a', 'а', 'я') : name;
    }
}
