using System.Buffers;

namespace Outreach.Lists;

/// <summary>Text for a cell of a file that a spreadsheet opens: what it would run stays text.</summary>
public static class SafeCell
{
    private static readonly SearchValues<char> PhoneCharacters = SearchValues.Create("0123456789 ()");

    public static string Of(string cell) => IsFormula(cell) ? $"'{cell}" : cell;

    // A plus before nothing but digits and blanks is a phone number, which computes to itself and has to come back unharmed.
    private static bool IsFormula(string cell) =>
        cell.AsSpan().TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] text
        && !(text[0] is '+' && !text[1..].ContainsAnyExcept(PhoneCharacters))
        && !text.SequenceEqual("-");
}
