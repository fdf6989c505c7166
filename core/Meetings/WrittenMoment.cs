using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Ids;

namespace Outreach.Meetings;

/// <summary>A day and hours as people write them in Dutch or English: "do 3 dec 19:30", "3-12-2026", "morgen van 19.30 tot 21 uur".</summary>
/// <param name="Day">Null when only hours are written.</param>
public sealed record WrittenMoment(DateOnly? Day, TimeOnly? From, TimeOnly? Until)
{
    private const int DaysAWeek = 7;

    /// <summary>From 2096 to 2104: 2100 has no 29 February.</summary>
    private const int MaxYearsToLeapDay = 8;
    private const int Noon = 12;

    private static readonly string[] Months =
    [
        "jan januari january", "feb febr februari february", "maa mrt mar maart march", "apr april", "mei may", "jun juni june", "jul juli july",
        "aug augustus august", "sep sept september", "okt oct oktober october", "nov november", "dec december",
    ];

    private static readonly string[] Weekdays =
    [
        "zo zon zondag sun sunday", "ma maandag mon monday", "di din dins dinsdag tue tues tuesday", "wo woe woensdag wed wednesday", "do don donderdag thu thur thurs thursday",
        "vr vrij vrijdag fri friday", "za zat zaterdag sat saturday",
    ];

    private static readonly SearchValues<char> Between = SearchValues.Create(" ,.-/–()");

    private static readonly HashSet<string> Fillers = ["op", "om", "van", "tot", "t", "m", "en", "de", "het", "uur", "u", "at", "on", "from", "to", "till", "until", "the", "of", "and", "e", "ste", "st", "nd", "rd", "th", "komende", "aanstaande", "a", "s", "as"];

    /// <summary>Null for what cannot be read without a guess: a word that we do not know, two days, or a weekday that is not that of the date.</summary>
    /// <param name="earliest">Without a year it is the first such day from here on; from today, unless days in the past are meant too.</param>
    public static WrittenMoment? Read(string? text, DateOnly today, DateOnly? earliest = null)
    {
        var found = new Found(today, earliest ?? today);
        var written = CleanText.Decomposed(text ?? "").ToLowerInvariant();
        var at = 0;
        foreach (Match match in Part.Matches(written))
        {
            if (written[at..match.Index].AsSpan().ContainsAnyExcept(Between) || !found.Take(match))
                return null;
            at = match.Index + match.Length;
        }

        return written[at..].AsSpan().ContainsAnyExcept(Between) ? null : found.ToMoment();
    }

    /// <summary>A day without hours; null for anything else.</summary>
    public static DateOnly? DayOf(string? text, DateOnly today, DateOnly? earliest = null) => Read(text, today, earliest) is { Day: { } day, From: null } ? day : null;

    private static int IndexOf(string[] names, string word) => Array.FindIndex(names, name => name.Split(' ').Contains(word));

    private static readonly Regex Part = new(@"(?<y>[0-9]{4})-(?<mo>[0-9]{1,2})-(?<d>[0-9]{1,2})|(?<d>[0-9]{1,2})[-/.](?<mo>[0-9]{1,2})[-/.](?<y>[0-9]{4}|[0-9]{2})(?![0-9])"
        + @"|(?<h>[0-9]{1,2})[:.](?<mi>[0-9]{2})(?![0-9])(?:\s*(?<half>[ap])\.?m\b)?|(?<h>[0-9]{1,2})\s*(?:uur|u|h)(?<mi>[0-9]{2})?(?![\p{L}0-9])|(?<h>[0-9]{1,2})\s*(?<half>[ap])\.?m\b"
        + @"|(?<d>[0-9]{1,2})[-/](?<mo>[0-9]{1,2})(?![0-9])|(?<y>[0-9]{4})(?![0-9])|(?<d>[0-9]{1,2})(?![0-9])|(?<word>\p{L}+)");

    /// <summary>What a text says, part by part. A second value for one thing is a contradiction.</summary>
    private sealed class Found(DateOnly today, DateOnly earliest)
    {
        private readonly List<TimeOnly> _times = [];
        private int? _day;
        private int? _month;
        private int? _year;
        private int? _weekday;
        private int? _ahead;
        private bool _nextWeek;

        public bool Take(Match match)
        {
            if (match.Groups["word"] is { Success: true, Value: var word })
                return TakeWord(word);
            if (match.Groups["h"] is { Success: true })
                return TakeTime(match);
            return Set(ref _day, match.Groups["d"]) && Set(ref _month, match.Groups["mo"]) && Set(ref _year, match.Groups["y"]);
        }

        public WrittenMoment? ToMoment()
        {
            if (_times.Count > 2 || !TryDay(out var day) || (day is null && _times.Count == 0))
                return null;
            return new WrittenMoment(day, _times.Count > 0 ? _times[0] : null, _times.Count > 1 ? _times[1] : null);
        }

        private bool TakeWord(string word)
        {
            if (Fillers.Contains(word))
                return true;
            if (word is "week" or "volgende" or "next")
                return _nextWeek = true;
            if (word switch { "vandaag" or "today" => 0, "morgen" or "tomorrow" => 1, "overmorgen" => 2, "gisteren" or "yesterday" => -1, _ => int.MinValue } is > int.MinValue and var ahead)
                return Set(ref _ahead, ahead);
            if (IndexOf(Weekdays, word) is >= 0 and var weekday)
                return Set(ref _weekday, weekday);
            return IndexOf(Months, word) is >= 0 and var month && Set(ref _month, month + 1);
        }

        private bool TakeTime(Match match)
        {
            var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
            var minute = match.Groups["mi"].Success ? int.Parse(match.Groups["mi"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (match.Groups["half"] is { Success: true, Value: var half })
            {
                if (hour is 0 or > Noon)
                    return false;
                hour = (hour % Noon) + (half == "p" ? Noon : 0);
            }

            if (hour > 23 || minute > 59)
                return false;
            _times.Add(new TimeOnly(hour, minute));
            return true;
        }

        private bool TryDay(out DateOnly? day)
        {
            day = null;
            if (_day is null != _month is null || (_year is not null && _day is null) || (_ahead is not null && (_day is not null || _nextWeek)))
                return false;
            day = _ahead is { } ahead ? today.AddDays(ahead) : _day is not null ? Dated() : _weekday is not null ? Coming() : null;
            if (day is null)
                return _ahead is null && _day is null && _weekday is null && !_nextWeek;
            return _weekday is null || (int)day.Value.DayOfWeek == _weekday;
        }

        private DateOnly? Dated()
        {
            if (_year is { } year)
                return DayOf(year < 100 ? 2000 + year : year);
            return Enumerable.Range(earliest.Year, MaxYearsToLeapDay + 1).Select(DayOf).FirstOrDefault(day => day >= earliest);
        }

        private DateOnly? DayOf(int year) =>
            year is >= 1 and <= 9999 && _month is >= 1 and <= 12 && _day >= 1 && _day <= DateTime.DaysInMonth(year, _month.Value) ? new DateOnly(year, _month.Value, _day!.Value) : null;

        /// <summary>The first such day after today; of next week, when that is said.</summary>
        private DateOnly Coming()
        {
            if (!_nextWeek)
                return today.AddDays(1 + ((_weekday!.Value - (int)today.DayOfWeek + DaysAWeek + DaysAWeek - 1) % DaysAWeek));
            var monday = today.AddDays(DaysAWeek - (((int)today.DayOfWeek + DaysAWeek - 1) % DaysAWeek));
            return monday.AddDays((_weekday!.Value + DaysAWeek - 1) % DaysAWeek);
        }

        private static bool Set(ref int? known, Group group) => !group.Success || Set(ref known, int.Parse(group.ValueSpan, CultureInfo.InvariantCulture));

        private static bool Set(ref int? known, int value)
        {
            if (known is not null && known != value)
                return false;
            known = value;
            return true;
        }
    }
}
