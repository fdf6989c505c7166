using Outreach.Contacts;

namespace Outreach.Lists.Rows;

/// <summary>What stands in one cell or field about a person, as they meant it: one line of clean text, without what a program wrapped it in.</summary>
public static class CellText
{
    public static string Of(string raw)
    {
        if (raw.Length == 0)
            return raw;
        var text = OneLine.Of(raw);
        if (text.AsSpan().ContainsAnyInRange('–', '―'))
            text = text.Replace('–', '-').Replace('—', '-').Replace('―', '-');
        return text is ['=' or '\'' or '“', _, ..] ? Unwrapped(text) : text;
    }

    // ="0612345678" is how programs keep Excel from making a number of it; the apostrophe is ours, before what Excel would take for a formula.
    private static string Unwrapped(string text)
    {
        if (text is (['\'', _, .., '\''] or ['“', _, .., '”' or '“']) && text.AsSpan(1, text.Length - 2).IndexOfAny("'“”") < 0)
            return OneLine.Of(text[1..^1]);
        if (text is ['\'', '=' or '+' or '-' or '@' or (>= '0' and <= '9'), ..] || (text is ['\'', >= 'A' and <= 'Z', >= 'a' and <= 'z', ..] && text.LastIndexOf('\'') == 0))
            text = text[1..];
        if (text is not ['=', ..] || text.AsSpan(1).TrimStart() is not ['"', .. var inner, '"'])
            return text;
        return IsOneText(inner) ? OneLine.Of(inner.ToString().Replace("\"\"", "\"", StringComparison.Ordinal)) : text;
    }

    // Not ="06"&"12345678", which has to be computed.
    private static bool IsOneText(ReadOnlySpan<char> inner)
    {
        while (inner.IndexOf('"') is var at and >= 0)
        {
            if (at + 1 == inner.Length || inner[at + 1] != '"')
                return false;
            inner = inner[(at + 2)..];
        }

        return true;
    }
}
