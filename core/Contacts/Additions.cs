using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>What may follow a house number: "12 A-3", "12 3 hoog", "12 bis". Anything else may be a city, a note, another house or a phone number.</summary>
internal static partial class Additions
{
    /// <summary>These also stand before the number: "hs 12". A letter or "oost" there ends the name of the street.</summary>
    public const string MayComeFirst = "hs|huis|bg|bel|sous|bis|boven|beneden|achter|voor|links|rechts|flat|app|apt|woonboot|wb";

    /// <summary>A number behind these is that of a door in the house: "flat 3".</summary>
    public const string Numbered = "kamer|kmr|app|appartement|apt|apartment|flat|unit|blok|complex|room|zimmer|wohnung|etage|verdieping";

    private const string Words = MayComeFirst + "|" + Numbered + "|hoog|laag|ter|voorhuis|achterhuis|bovenhuis|benedenhuis|midden|vh|ah|woonschip|woonark|boot|schip|ark|ws|woonwagen|wagen|"
        + "standplaats|ligplaats|stacaravan|caravan|chalet|ap|appt|studio|bus|boîte|boite|bte|box|verd|begane|grond|beganegrond|souterrain|sout|kelder|zolder|bov|ben|bovenwoning|"
        + "benedenwoning|woning|winkel|kantoor|garage|gar|schuur|onder|toren|trap|portiek|rood|rd|zwart|zw|wit|parterre|ps|tuinhuis|whg|stock|og|eg|dg|hinterhaus|vorderhaus|floor|ground|top|left|right|basement|traf|haus|noord|oost|zuid|west";

    // Each part ends where it ends: without that "Nijmegen" is "Nij", "meg" and "en", and 06123 the beginning of a phone number.
    private const string Part = @"(?:(?:(?<letter>\p{L})\k<letter>?|[ivx]{2,4}|" + Words + @")\.?(?!\p{L})|[0-9]{1,4}(?:(?:e|de|ste)(?!\p{L}))?(?![0-9]))";

    // A letter with a full stop or an apostrophe belongs to a name: "J. Jansen", "'s-Hertogenbosch".
    private const string EndOfPart = @"(?![\p{L}.'’\-/])";

    // Opposite a house and beside it: "12 t/o" is a berth, and "12 t/o 14" says two houses.
    private const string Places = "t/o|to|by|bij|tegenover|naast";

    private const int MaxLength = 30;

    public static bool IsKnown(string addition) => addition.Length <= MaxLength && Known.IsMatch(addition) && !Elsewhere.IsMatch(addition) && !Fraction().IsMatch(addition) && !IsRowOfLetters(addition);

    /// <summary>The codes of the register of persons as people write them.</summary>
    public static string Spelt(string code) => code.ToLowerInvariant() switch { "to" => "t/o", "by" => "bij", _ => code };

    /// <summary>One word that we do not know, or a fraction: it may well be an addition, and says nothing of another house.</summary>
    public static bool MayBe(string addition) => addition.Length <= MaxLength && (OneWord().IsMatch(addition) || Fraction().IsMatch(addition));

    /// <summary>"12 a-c", "12a/b".</summary>
    private static bool IsRowOfLetters(string addition) =>
        TwoLetters().Match(addition) is { Success: true } two && char.ToLowerInvariant(two.Groups[1].Value[0]) < char.ToLowerInvariant(two.Groups[2].Value[0]);

    /// <summary>"12 a Nijmegen", "12 mevrouw Jansen": words alone that tell no house apart are left off. False when there is more to it, such as another number.</summary>
    public static bool TryLeaveOff(string addition, out string? left)
    {
        var match = WithWords.Match(addition);
        left = match.Groups["addition"] is { Length: > 0, Value: var kept } ? kept : null;
        return match.Success;
    }

    private static readonly Regex Known = new(@"^(?:[ \-/.,()–—°º]*" + Part + @")*(?:(?:^|[ ,(]+)(?:" + Places + @")\.?)?[ .)\-]*\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^(\p{L}) ?[/\-–] ?(\p{L})\z")]
    private static partial Regex TwoLetters();

    [GeneratedRegex(@"^[0-9]{1,2}/[0-9]{1,2}\z")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^\p{L}+\.?\z")]
    private static partial Regex OneWord();

    // Two houses or a row of them, where nobody lives, or a postcode.
    private static readonly Regex Elsewhere = new(@"^bis\.? *[0-9]|\bbel(?:len)? *[0-9]+ *(?:x|keer)\b|(?<!\p{L})(?:" + HouseRow.Until + "|en|and|und|" + Places + @")\.? *[0-9]|\b(?:t/m|tot en met)\b|^[1-9][0-9]{3} ?[a-z]{2}\z", RegexOptions.IgnoreCase);

    private static readonly Regex WithWords = new(@"^(?:[ \-/]*(?<addition>(?:[0-9]{1,4}[ \-]?)?(?:\p{L}|[ivx]{2,4}|" + Words + ")" + EndOfPart + "(?: (?:" + Words + ")" + EndOfPart + @")*)(?=[ ,]))?[ ,\-(]*(?<words>(?!(?:" + HouseRow.Until + "|" + Places + @"|en|of|or|und|oder)\b)['’]?\p{L}[\p{L} .,'’()\-]{3,})\z", RegexOptions.IgnoreCase);
}
