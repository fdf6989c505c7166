using System.Globalization;

namespace Outreach.Replies;

/// <param name="AfterBreak">Whether a comma, a full stop or a new line stands before it.</param>
/// <param name="IsSymbol">An emoji or another symbol that is not a word.</param>
/// <param name="IsCapital">Written with a capital and small letters after it, as a name is.</param>
internal readonly record struct AnswerWord(string Text, bool AfterBreak, bool IsSymbol, bool IsCapital = false)
{
    /// <summary>Beyond every party: a number that cannot be one (0600, 1000000).</summary>
    public const int NoParty = 1000;

    /// <summary>An hour, as digits: 8, 19:30, 19.30. "1930" is not one: it may be a year.</summary>
    public bool IsClock => Text.Split(ClockDividers) switch
    {
        [var hour] => IsUpTo(hour, 24),
        [var hour, var minutes] => IsUpTo(hour, 24) && minutes.Length == 2 && IsUpTo(minutes, 59),
        _ => false,
    };

    private static readonly char[] ClockDividers = [':', '.', ','];

    private static bool IsUpTo(string digits, int most) => digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) && int.Parse(digits, CultureInfo.InvariantCulture) <= most;

    public int? Number
    {
        get
        {
            if (!Text.All(char.IsAsciiDigit))
                return null;
            return Text.Length <= 3 && Text[0] != '0' ? int.Parse(Text, CultureInfo.InvariantCulture) : NoParty;
        }
    }
}
