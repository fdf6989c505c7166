using Outreach.Languages;

namespace Outreach.Replies.Answers;

/// <summary>Days that are named by their distance from today, in every language: "tomorrow", "next week".</summary>
internal static class NearDays
{
    private const int DaysOfWeek = 7;

    /// <summary>The longest first: "the day after tomorrow" holds "tomorrow".</summary>
    private static readonly (string[] Words, NearDay Day)[] Names =
        [.. Language.All.SelectMany(language => Enum.GetValues<NearDay>().SelectMany(day => language.Near(day).Select(name => (Words: Words(name), day)))).OrderByDescending(name => name.Words.Length).ThenBy(name => name.day)];

    public static Named? Find(IReadOnlyList<AnswerWord> words, int at, DateOnly today)
    {
        foreach (var (name, day) in Names)
            if (StandsAt(words, at, name) && (day is not NearDay.None || name.Length > 1 || Greets(words, at)))
                return new Named(name.Length, Is(day, today));
        return null;
    }

    private static bool StandsAt(IReadOnlyList<AnswerWord> words, int at, string[] name)
    {
        for (var i = 0; i < name.Length; i++)
            if (at + i >= words.Count || words[at + i].Text != name[i])
                return false;
        return true;
    }

    private static bool Greets(IReadOnlyList<AnswerWord> words, int at) => at == 0 && words.Count > 1 && words[1].AfterBreak;

    private static Func<DateOnly, bool>? Is(NearDay near, DateOnly today) => near switch
    {
        NearDay.None => null,
        NearDay.Today => day => day == today,
        NearDay.Tomorrow => day => day == today.AddDays(1),
        NearDay.AfterTomorrow => day => day == today.AddDays(2),
        NearDay.ThisWeek => day => Monday(day) == Monday(today),
        NearDay.Weekend => day => Monday(day) == Monday(today) && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
        _ => day => Monday(day) == Monday(today).AddDays(DaysOfWeek),
    };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    private static string[] Words(string name) => [.. AnswerWords.Of(name).Words.Select(word => word.Text)];
}
