using System.Globalization;

namespace Outreach.Replies.Answers;

/// <param name="AfterBreak">Whether a comma, a full stop or a new line comes before it.</param>
/// <param name="IsSymbol">An emoji or another symbol that is not a word.</param>
/// <param name="IsCapital">Written with a capital and small letters after it, as a name is.</param>
/// <param name="IsAllCapitals">In two letters or more, as our messages write what may be answered.</param>
/// <param name="IsAsked">Whether a question mark follows it.</param>
internal readonly record struct AnswerWord(string Text, bool AfterBreak, bool IsSymbol, bool IsCapital = false, bool IsAllCapitals = false, bool IsAsked = false)
{
    /// <summary>Beyond every party: a number that cannot be one (0600, 1000000).</summary>
    public const int NoParty = 1000;

    /// <summary>The hour that the digits say: 8, 19:30, 19.30. "1930" says none: it may be a year.</summary>
    public int? Hour => Text.Split(ClockDividers) switch
    {
        [var hour] => UpTo(hour, 24),
        [var hour, { Length: 2 } minutes] when UpTo(minutes, 59) is not null => UpTo(hour, 24),
        _ => null,
    };

    private static readonly char[] ClockDividers = [':', '.', ','];

    private static int? UpTo(string digits, int most) =>
        digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) && int.Parse(digits, CultureInfo.InvariantCulture) is var number && number <= most ? number : null;

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
