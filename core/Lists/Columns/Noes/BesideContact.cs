using System.Buffers;
using System.Text.RegularExpressions;
using Outreach.Records;

namespace Outreach.Lists.Columns.Noes;

/// <summary>
/// What stands beside a number or an address in its cell and is about being reached by it: "06… (nee)", "an@… wil geen mail". What is said of the number itself, "oud"
/// or "niet", is read with the numbers.
/// </summary>
internal static partial class BesideContact
{
    private static readonly SearchValues<char> BesideAnAddress = SearchValues.Create(" ()[];,/:\n");

    private const int MaxCell = 200;

    /// <summary>Refused where it is plain, unproven where it may be a no.</summary>
    public static Permission Said(Field? field, string cell)
    {
        if (!Headers.IsContact(field) || cell.Length > MaxCell || IsBare(field, cell))
            return Permission.Unsaid;
        var contacts = Contact().Count(cell);
        if (contacts == 0)
            return Permission.Unsaid;
        var said = Cross.IsMatch(cell) ? Permission.Unproven : Permission.Unsaid;
        foreach (var part in Between().Split(Contact().Replace(cell, "\n")))
        {
            if (OfPart(part.Trim(' ', '.', '!', '"', '\'', '-')) is var answer && answer > said)
                said = answer;
        }

        // Of two numbers one may be wanted.
        return said is Permission.Refused && contacts > 1 ? Permission.Unproven : said;
    }

    // Nearly every cell is a number or an address and nothing else.
    private static bool IsBare(Field? field, string cell) =>
        field is Field.Email or Field.OtherEmail ? !cell.AsSpan().ContainsAny(BesideAnAddress) : !cell.Any(c => char.IsLetter(c) || c > '\u2000');

    private static Permission OfPart(string part)
    {
        // "(man overleden)" is said of somebody else, and "niet" or "fout" of the number.
        if (part.Length < 2 || OptOutPhrases.IsOfAnother(part) || IsDead.IsMatch(Headers.Spaced(part)) || Headers.Compact(part) is "niet" || CellsOfNo.IsFalse(part))
            return Permission.Unsaid;
        if (PermissionWords.IsPlainNo(part) || Headers.Compact(part) is "stop")
            return Permission.Refused;
        return PermissionWords.IsAllOfANote(part) || PermissionWords.IsOrder(part) || OptOutPhrases.IsOutOfIt(part) || NoMail.IsMatch(Accents.Without(part)) || NotForThis.IsMatch(Headers.Spaced(part)) ? Permission.Unproven : Permission.Unsaid;
    }

    private static readonly Regex IsDead = new("^(?:(?:nummer|nr|tel|telefoon|mail|mailadres|adres|dit|deze|die|is|the|this|number|helaas) )*(?:(?:werkt|bestaat|klopt|doet het) (?:nu |helaas )?niet(?: meer)?|niet (?:meer|langer) (?:in gebruik|bereikbaar|actief|geldig)|(?:does not|doesn t|no longer) (?:work|works|exist|exists)(?: any ?more)?|(?:funktioniert|existiert|geht) nicht(?: mehr)?)$");

    // "No. 06…" is a number too.
    [GeneratedRegex(@"[^\s@<>()\[\];,]+@[^\s@<>()\[\];,]+|(?:\b(?:no|nr|num)\b[.:]?\s*)?[+(]*[0-9](?:[0-9 ().\-/\u2010-\u2015\u00A0]*[0-9]){5,}", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    [GeneratedRegex(@"[()\[\]{}<>,;:|/\n]|\s[-–—]+\s")]
    private static partial Regex Between();

    private static readonly Regex Cross = new(PermissionWords.Crosses);

    // Where there is an address, nobody says of it that there is none.
    private static readonly Regex NoMail = new(@"\b(?:geen|no|keine?) (?:e-?)?mails?\b|\b(?:niet|nicht|not|nooit|never) (?:e-?)?mail(?:en|s|ing)?\b", RegexOptions.IgnoreCase);

    // "Niet voor sms", "alleen voor noodgevallen".
    private static readonly Regex NotForThis = new("\\b(?:niet|nicht|not|nooit|never|pas) (?:(?:voor|via|per|om|te|for|by|to|fur|fuer|zum|mit|pour|par|bedoeld|geschikt|suitable|geeignet) )+(?:sms\\w*|apps?|appen|appjes|whats ?app\\w*|berichten|messages?|text(?:s|en|ing)?|nachrichten|e ?mail\\w*|mail\\w*|contact|uitnodig\\w+)\\b"
        + "|\\b(?:alleen|uitsluitend|enkel|only|nur|seulement|uniquement) (?:voor|for|fur|fuer|pour|bij|in|im|om|zum) (?:te )?(?:bellen|telefoon\\w*|calls?|calling|anrufe?n?|spoed\\w*|nood\\w*|emergenc\\w*|notf\\w*|urgences?)\\b"
        + "|\\b(?:alleen|uitsluitend|enkel|only|nur) (?:(?:via|per|voor|met|by|via|fur) )?(?:whats ?app\\w*|wa|apps?|appen|appjes|signal|telegram|bestuur|intern|mij|ons|nood)\\b|\\b(?:whats ?app|wa|app|signal|calls?) only\\b|^(?:is )?(?:geheim|vertrouwelijk|confidential|vertraulich|prive nummer geheim|geheim nummer)\\b"
        + "|\\b(?:niet|nicht|not|nooit) (?:door|verder|weiter)? ?(?:geven|delen|verspreiden|doorgeven|verdergeven|weitergeben|share)\\b|\\bdo not share\\b");
}
