using System.Buffers;
using System.Globalization;

namespace Outreach.Contacts;

/// <summary>An e-mail address, trimmed and in lower case.</summary>
public readonly record struct EmailAddress(string Value)
{
    private const int MaxLength = 254;
    private const int MaxLocal = 64;

    // The characters of an unquoted local part (RFC 5321 atoms). Quoted ones are legal, and always a mistake in a list.
    private static readonly SearchValues<char> Local = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~.-");
    private static readonly SearchValues<char> Domain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
    private static readonly IdnMapping Idn = new();

    public override string ToString() => Value;

    /// <summary>Reads one address as lists have it: also <c>mailto:a@b.nl</c> and <c>Name &lt;a@b.nl&gt;</c>.</summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        var part = AddressPart(text);
        var at = part.IndexOf('@');
        if (at is < 1 or > MaxLocal || part.Length > MaxLength)
            return false;

        var whole = text!.Length == part.Length && IsLower(part) ? text : part.ToString().ToLowerInvariant();
        if (whole.AsSpan(at + 1).ContainsAnyExceptInRange('\0', '\x7f') && !TryAscii(ref whole, at))
            return false;

        var local = whole.AsSpan(0, at);
        var domain = whole.AsSpan(at + 1);
        if (local.ContainsAnyExcept(Local) || !DotsAreBetween(local) || !IsDomain(domain) || whole.Length > MaxLength)
            return false;

        address = new(whole);
        return true;
    }

    private static ReadOnlySpan<char> AddressPart(ReadOnlySpan<char> text)
    {
        text = TrimInvisible(TrimInvisible(text).TrimEnd(";,"));
        var open = text.LastIndexOf('<');
        if (open >= 0 && text.EndsWith(">") && !text[..open].Contains('<'))
            text = TrimInvisible(text[(open + 1)..^1]);
        text = WithoutQuotes(text);
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[7..];
            var query = text.IndexOf('?');
            text = query < 0 ? text : text[..query];
        }

        return TrimInvisible(text);
    }

    // Outlook puts addresses without a name between apostrophes, which an address may have too: only the pair is known by its look.
    private static ReadOnlySpan<char> WithoutQuotes(ReadOnlySpan<char> text) =>
        text is ['\'', .., '\''] or ['"', .., '"'] or ['\u2018', .., '\u2019'] or ['\u201C' or '\u201D', .., '\u201D'] ? TrimInvisible(text[1..^1]) : text;

    private static ReadOnlySpan<char> TrimInvisible(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsInvisible(text[0]))
            text = text[1..];
        while (text.Length > 0 && IsInvisible(text[^1]))
            text = text[..^1];
        return text;
    }

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || (c >= 0x80 && char.GetUnicodeCategory(c) is UnicodeCategory.Format);

    private static bool IsLower(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('A', 'Z') && !text.ContainsAnyExceptInRange('\0', '\x7f');

    private static bool TryAscii(ref string whole, int at)
    {
        try
        {
            whole = string.Concat(whole.AsSpan(0, at + 1), Idn.GetAscii(whole, at + 1).ToLowerInvariant());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool DotsAreBetween(ReadOnlySpan<char> text) =>
        text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (domain.IsEmpty || domain.ContainsAnyExcept(Domain) || !domain.Contains('.'))
            return false;

        ReadOnlySpan<char> last = default;
        foreach (var range in domain.Split('.'))
        {
            last = domain[range];
            if (last.Length is 0 or > 63 || last[0] == '-' || last[^1] == '-')
                return false;
        }

        return last.Length >= 2 && (last.StartsWith("xn--") || !last.ContainsAnyExceptInRange('a', 'z'));
    }
}
