using System.Buffers;
using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>
/// A no where a number, an address or a language belongs, or behind a house: "weigert" for an e-mail address, "12 nee" for a house. What only answers no, or that there
/// is none, is about that way; a word of will is about all.
/// </summary>
internal static partial class NoInPlace
{
    private static readonly SearchValues<char> OfContacts = SearchValues.Create("@0123456789");

    /// <summary>The ways that such a no is about.</summary>
    public static Ways WaysOf(Field field, string no) => IsOfThisWay(field, no) ? WayOf(field) : Ways.All;

    /// <summary>Where in the cell the no begins; null when there is none, or the column is about something else.</summary>
    public static int? Start(Field? of, string cell)
    {
        if (of is not { } field || field is Field.Name or Field.FirstName or Field.Initials or Field.Infix or Field.LastName || cell.Length == 0)
            return null;
        if (Headers.IsContact(field) && cell.AsSpan().ContainsAny(OfContacts))
            return null;
        // "12 nee" has a house before its no.
        if (!cell.AsSpan().ContainsAnyInRange('0', '9') && IsNo(field, cell))
            return 0;
        if (field is Field.Language || Headers.IsContact(field))
            return null;
        var behind = Behind().Match(cell);
        return behind.Success && behind.Groups["no"] is var no && !Additions.IsKnown(no.Value) && IsNo(field, no.Value) ? no.Index : null;
    }

    private static bool IsNo(Field field, string text)
    {
        var bare = BareOf(text);
        var word = Headers.Compact(bare);
        if (word is "" ? !CellsOfNo.IsBare(bare) : word.Length < 2)
            return false;
        // An addition that a house has not got.
        if (field is Field.HouseLetter or Field.Addition or Field.Beside && CellsOfNo.IsBare(bare))
            return false;
        if (CellsOfNo.IsBare(bare))
            return true;
        // No other no is as short as the letters of a postcode.
        if (bare.Length < 3)
            return false;
        var words = Headers.Spaced(bare);
        if (Headers.IsContact(field) ? NoMail.IsMatch(words) : OptOutPhrases.Contains(bare))
            return true;
        return CellsOfNo.IsPlain(bare) || CellsOfNo.IsWeak(bare) || Alone.IsMatch(words) || (!IsOfHouse(field) && Gone.IsMatch(words));
    }

    /// <summary>"Kerkstraat 12 verhuisd": such an address is refused whole.</summary>
    private static bool IsOfHouse(Field field) => field is Field.Street or Field.HouseNumber or Field.HouseLetter or Field.Addition or Field.Beside;

    private static bool IsOfThisWay(Field field, string no) => CellsOfNo.IsBare(BareOf(no)) || (Headers.IsContact(field) && HasNone.IsMatch(Headers.Spaced(no)));

    private static string BareOf(string text) => text.Trim(' ', '(', ')', '[', ']', '!', '.', ',', ';', '-');

    private static Ways WayOf(Field field) => field switch
    {
        Field.Mobile => Ways.Sms,
        Field.Phone => Ways.Sms | Ways.Call,
        Field.OtherPhone => Ways.Call,
        Field.Email or Field.OtherEmail => Ways.Email,
        Field.Language => Ways.All,
        _ => Ways.Post,
    };

    [GeneratedRegex(@"[0-9]\p{L}?(?:(?<=[0-9]{4}) ?[A-Z]{2})?[ ,;(\[/\-]+(?<no>[^0-9]+)\z")]
    private static partial Regex Behind();

    private static readonly Regex Alone = new("^(?:is )?(?:stop|afgemeld|uitgeschreven|overleden|opt ?out|unsubscribed|dnc)$");

    private static readonly Regex Gone = new("^(?:is )?(?:verhuisd|vertrokken|verzogen|moved(?: away)?|umgezogen|weggezogen)$");

    private static readonly Regex NoMail = new("^(?:geen|no|keine?|pas d) (?:e ?mails?|sms|sms ?jes|appjes)$");

    private static readonly Regex HasNone = new("^(?:heeft )?(?:geen|no|keine?|pas d) (?:e ?mails?|mail|appjes|sms ?jes|telefoon|tel|mobiel|sms|phone|handy)(?: ?(?:adres|nummer))?$");
}
