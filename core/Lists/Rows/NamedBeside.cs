using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Outreach.Lists.Columns;
using Outreach.People;

namespace Outreach.Lists.Rows;

/// <summary>Whose a number or an address is, as a name beside it says: "06… (Kees), 06… (Bob)", "Kees: 06…".</summary>
internal static class NamedBeside
{
    // Capitals that name no person: which phone it is, when to call it, whose network it is on.
    private static readonly FrozenSet<string> Labels = WordSet.Of(
        "thuis werk mobiel prive tel telefoon telefoonnummer vast mob gsm email mail mailadres adres nieuw nieuwe oud oude nummer nr home work mobile private phone landline new old cell cellphone business office main other personal "
        + "zakelijk kantoor privat arbeit festnetz handy buro dienstlich geschaftlich neu alt hauptnummer avond avonds overdag dag ochtend middag weekend evening daytime abends tagsuber soir jour whatsapp signal telegram app sms "
        + "vodafone kpn ziggo odido tmobile telfort lebara lyca lycamobile simyo hollandsnieuwe youfone proximus orange telenet telekom o2 prepaid nederland belgie duitsland nl be de bureau maison domicile travail portable fixe "
        + "ja nee yes no ok voorkeur liefst niet alleen graag eerst eerste tweede extra reserve first second primary secondary maandag dinsdag woensdag donderdag vrijdag zaterdag zondag let op urgent spoed huis mobiele mobielnummer mobil telefon telephone telefoonnr telnr huistelefoon vaste vastnummer contact voicemail bellen sms arabisch turks engels pools frans doof slechthorend spreekt tolk gmail hotmail outlook ziggomail actueel juist goed correct check gecheckt");

    /// <summary>The name of the current row; null when it has none that tells one person from another.</summary>
    public static string? NameOf(RowCells cells)
    {
        var first = cells.Text(Field.FirstName) ?? cells.Text(Field.Initials);
        var name = cells.Text(Field.Name) ?? (first is null ? null : $"{first} {cells.Text(Field.LastName)}");
        return name is null || Family.IsMatch(name) || !name.Any(char.IsLetter) ? null : name;
    }

    /// <param name="words">What stands beside the number, in its own part of the cell.</param>
    /// <returns>Null when no name stands there.</returns>
    public static bool? IsOwn(string words, string? name)
    {
        var part = words.Trim(' ', '(', ')', '[', ']', '<', '>', ':', ';', ',', '/', '|', '-', '=', '.', '"', '\'', '\n');
        if (name is null || part.Length == 0)
            return null;
        var parts = Headers.Words(part).ToList();
        if (parts.Exists(Labels.Contains))
            return null;
        if (SameName.MayBeOne(part, name) && parts.Exists(word => word.Length > 1))
            return true;
        return PersonName.IsMatch(part) ? false : null;
    }

    private static readonly Regex Family = new(@"\b(?:fam|familie|family|gezin|huishouden|household|haushalt)\b", RegexOptions.IgnoreCase);

    private static readonly Regex PersonName = new(@"^(?:(?:van|voor|of|for|von|de|nummer van|t\.?a\.?v\.?|t\.?n\.?v\.?|nr) )?(?:(?:dhr|mevr|mw|mvr|mr|mrs|fam|herr|frau|mme)\.? )?(?:\p{Lu}\.)*\p{Lu}[\p{L}'’\-]+(?: (?:van|de|der|den|het|'t|ter|ten|te|von|el|al|ben|bin|du|le|la|\p{Lu}\.|\p{Lu}[\p{L}'’\-]+)){0,4}\z");
}
