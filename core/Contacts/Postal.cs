using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>Street, house number and postcode as people type them in the Netherlands, Belgium and Germany.</summary>
internal static partial class Postal
{
    /// <summary>"12 bis", "12-A", "12 (achter)", "nr. 12", "hs 12": the number and what follows it. False when it is not one house ("12 t/m 16").</summary>
    public static bool TrySplitNumber(string text, out string number, out string? addition)
    {
        (number, addition) = (text, null);
        if (text.Length is > 0 and <= 5 && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return true;

        var match = HouseNumber.Match(text);
        if (!match.Success)
            match = Turned.Match(text);
        if (!match.Success || ExcelDates.IsDate(text) || BeginsWithFloor(text))
            return false;
        number = match.Groups["number"].Value.TrimStart('0');
        addition = Plain(match.Groups["addition"].Value) is { Length: > 0 } rest ? rest : null;
        return number.Length > 0 && (addition is null || (!Unknown().IsMatch(addition) && !IsSameWithLetter(number, addition) && (Additions.IsKnown(addition) || (Additions.MayBe(addition) && !Postcodes.IsDutch(text)))));
    }

    /// <summary>An addition that may be another thing: one that we do not know, or another house of the same side ("12/14", "12-16").</summary>
    public static bool IsDoubtful(string text, string number, string addition) => !Additions.IsKnown(addition) || (TwoNumbers().Match(text) is { Success: true } two && two.Groups["from"].Value == number && IsNextDoor(two));

    // Behind a dash a low number is a floor or a flat: "1-2".
    private static bool IsNextDoor(Match two) =>
        (int.Parse(two.Groups["to"].ValueSpan, CultureInfo.InvariantCulture) - int.Parse(two.Groups["from"].ValueSpan, CultureInfo.InvariantCulture)) switch
        {
            1 => two.Groups["between"].Value == "/" || two.Groups["to"].Length > 1,
            var apart => apart is > 0 and <= MaxRow && apart % 2 == 0,
        };

    // "12/12a" is two houses. "1 1e" may be a floor.
    private static bool IsSameWithLetter(string number, string addition) =>
        addition.Length == number.Length + 1 && addition.StartsWith(number, StringComparison.Ordinal) && char.IsLetter(addition[^1]) && addition[^1] is not ('e' or 'E');

    /// <summary>The addition comes first: "hs 12".</summary>
    public static bool IsTurned(string text) => !char.IsAsciiDigit(text[0]) && Turned.IsMatch(text);

    /// <summary>
    /// "Kerkstraat 12 3 hoog" in one cell: the first number that can be a house number ends the street, so that the floor or the flat does not become the house.
    /// A number in the name of a street ("Plein 1945 12", "1e Dwarsstraat 3") is known by its look.
    /// </summary>
    public static bool TrySplitStreet(string text, out House house)
    {
        house = null!;
        if (SeveralInStreet.IsMatch(text))
            return false;
        foreach (Match start in NumberStart.Matches(text))
        {
            var street = WithoutNr.Replace(text[..start.Index], "").TrimEnd(' ', ',');
            var rest = text[start.Index..];
            if (Opposite().Match(street) is { Success: true } opposite)
            {
                // "t/o 12" is a berth or a stand: another address than 12 itself.
                if (!TrySplitNumber(rest, out var across, out var behind))
                    return false;
                house = new(street[..opposite.Index], across, OneLine.Of($"{opposite.Groups["where"].Value} {behind}"), IsGuessed: true);
                return house.Street.Any(char.IsLetter);
            }

            if (!street.Any(char.IsLetter) || IsOfTheName(rest) || IsUnfinished.IsMatch(street) || (KindOfStreet.IsMatch(street) && (Year().IsMatch(rest) || Years.IsMatch(rest))))
                continue;
            if (BeginsWithFloor(rest) || IsTown(text[..start.Index], rest))
                return false;
            // What cannot follow this number does not make the next number the house: "Appartement 3, Kerkstraat 12".
            return TrySplitNumber(rest, out var number, out var addition) && (addition is null || Additions.IsKnown(addition) || addition.Length <= MaxUnknown)
                ? Found(street, number, addition, rest, out house)
                : TryLeaveOff(street, rest, out house);
        }

        if (NumberFirst().Match(text) is not { Success: true } first)
            return false;
        house = new(first.Groups["street"].Value.Trim(), first.Groups["number"].Value, first.Groups["letter"] is { Success: true, Value: var letter } ? letter : null, IsGuessed: true);
        return true;
    }

    /// <summary>"Kerkstraat nr": the number itself has a column of its own.</summary>
    public static string WithoutNumberSign(string street) => WithoutNr.Replace(street, "");

    private static bool Found(string street, string number, string? addition, string rest, out House house)
    {
        if (FloorApart(street) is { } apart)
        {
            house = new(apart.Street, number, addition is null ? apart.Floor : OneLine.Of($"{addition} {apart.Floor}"), IsGuessed: true);
            return true;
        }

        // "Kerkstraat 12 3" may be number 3 in a street with a number in its name.
        var isNumber = rest.Contains(' ', StringComparison.Ordinal) && addition is not null && char.IsAsciiDigit(addition[0]) && !addition.Any(char.IsLetter);
        house = new(street, number, addition, IsGuessed: isNumber || EndsInDoor.IsMatch(street) || EndsInOrdinal().IsMatch(street) || (addition is not null && IsDoubtful(rest, number, addition)));
        return true;
    }

    private static bool TryLeaveOff(string street, string rest, out House house)
    {
        house = null!;
        var digits = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0 || !Additions.TryLeaveOff(rest[digits..], out var addition) || !TrySplitNumber(rest[..digits], out var number, out _))
            return false;
        house = new(street, number, addition, IsGuessed: true);
        return true;
    }

    /// <summary>What follows a house number, without brackets, dashes and full stops around it.</summary>
    public static string Plain(string addition) =>
        OneLine.Of(Brackets().Replace(addition, " ")).Trim(' ', '-', '/', '.', ',', '–', '—');

    /// <summary>A postcode of a country that the group may reach; a Dutch one as "1234 AB".</summary>
    public static bool TryPostcode(string text, CountryRules countries, out string postcode) => Postcodes.TryRead(text, countries, out postcode);

    // The register of addresses has additions of four letters at most; a longer word in the cell of a street is more likely a city or a name.
    private const int MaxUnknown = 4;

    // House numbers further apart than this are not neighbours.
    private const int MaxRow = 20;

    /// <summary>A year, years or a day of the month in the name of a street, with the house number behind it.</summary>
    private static bool IsOfTheName(string rest) => YearsThenNumber.IsMatch(rest) || DayThenNumber.IsMatch(rest);

    private static readonly Regex HouseNumber = new(@"^(?:(?:huis)?(?:nr|no|num|nummer)\.? *|№ *|# *)?(?<number>(?>[0-9]{1,5}))(?![0-9]|\.[0-9]|, ?[0-9]+\z)(?:[ \-/.,–—]*(?<addition>[\p{L}0-9(][\p{L}0-9 \-/().'°º]*)?)?[ .\-–]*\z", RegexOptions.IgnoreCase);

    private static readonly Regex Turned = new(@"^(?<addition>" + Additions.MayComeFirst + @")\.? *(?<number>[0-9]{1,5})\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^\D*(?<from>[1-9][0-9]{0,4})[a-z]? *(?<between>[-–/ ]) *(?<to>[1-9][0-9]{0,4})[a-z]?\z", RegexOptions.IgnoreCase)]
    private static partial Regex TwoNumbers();

    private static readonly Regex EndsInDoor = new(@"\b(?:" + Additions.Numbered + @")\.?\z", RegexOptions.IgnoreCase);

    // The years of a war: "Plein 40-45".
    private static readonly Regex Years = new(@"^(?:14[-–]18|40[-–]45|(?:1[5-9]|20)[0-9]{2}[-–](?:(?:1[5-9]|20)[0-9]{2}|[0-9]{2}))\z");

    [GeneratedRegex("^(?:nvt|onbekend)", RegexOptions.IgnoreCase)]
    private static partial Regex Unknown();

    private static readonly Regex SeveralInStreet = new(" [0-9]{1,5}[a-z]? *(?:" + HouseRow.Until + @"|en|and|und|&|\+) *[0-9]", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"[ ,]+(?<where>t/o|tegenover|naast)\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Opposite();

    private static readonly Regex NumberStart = new(@"(?<=[\p{L}0-9.)'’][ ,]{1,3}|\p{L}(?:str\.|straat|strasse|straße|weg|laan|plein|gracht|kade|singel|dreef|allee|gasse|platz)|[\p{L}.)'’](?:[ ,]{0,3})(?:nr|no|num|nummer|№|#)\.? {0,2})[0-9]{1,5}(?![0-9]|e\b|de\b|ste\b|st\b|nd\b|rd\b|th\b|\. ?[\p{L}]{4})", RegexOptions.IgnoreCase);

    private static readonly Regex WithoutNr = new(@"[ ,]+(?:huis)?(?:nr|no|num|nummer|№|#)\.? *\z", RegexOptions.IgnoreCase);

    private static readonly Regex YearsThenNumber = new(@"^(?:1[5-9][0-9]{2}|20[0-9]{2}|[0-9]{2,4}[-–][0-9]{2,4})[ ,]+(?:(?:huis)?(?:nr|no|num|nummer)\.? *|№ *|# *)?[0-9]", RegexOptions.IgnoreCase);

    // "Laan van 1813": no street ends here, so the number belongs to its name.
    private static readonly Regex IsUnfinished = new(@"(?<=\s)(?:van|de|den|der|het|'t|op|aan|in|of|the|du|des|la|von|vom)\z", RegexOptions.IgnoreCase);

    // "Plein 1944" is the name of a street.
    private static readonly Regex KindOfStreet = new(@"^(?:plein|laan|straat|weg|park|platz|square|place)\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^(?:1[5-9][0-9]{2}|20[0-9]{2})\z")]
    private static partial Regex Year();

    // The name of a street has it in full: "12 jan" is a house and somebody's name. Of the other languages only these two are in names of streets here.
    private static readonly Regex DayThenNumber = new("^[0-9]{1,2} (?:" + MonthNames.DutchInFull + @"|mai|märz)\b", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^(?<number>[1-9][0-9]{0,4})(?: ?(?<letter>bis|ter|quater)\b|(?<letter>[a-z]))?(?:,| )\s*(?<street>\p{L}[\p{L} .'’\-]{3,})\z", RegexOptions.IgnoreCase)]
    private static partial Regex NumberFirst();

    [GeneratedRegex("[()]+")]
    private static partial Regex Brackets();
}
