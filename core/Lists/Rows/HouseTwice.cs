using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>A house number that stands in its own column and once more behind the street or in the addition. The same is one; of two that differ none is chosen.</summary>
internal sealed class HouseTwice(RowCells cells, ColumnMap columns, Wording wording)
{
    /// <param name="house">The street as its cell has it, and the number of the other cell.</param>
    /// <param name="typed">That other cell.</param>
    /// <param name="isAdditionOfStreet">Only the street says the addition.</param>
    public House? One(House house, string typed, out bool isAdditionOfStreet)
    {
        isAdditionOfStreet = false;
        var street = Postal.WithoutNumberSign(house.Street);
        if (street.Length < house.Street.Length)
            cells.Bend(Field.Street, wording.StreetTurned, house.Street, street);
        if (!street.Any(char.IsAsciiDigit) || !Postal.TrySplitStreet(street, out var inStreet) || NumberedPart.IsMatch(inStreet.Street))
            return house with { Street = street };

        var isSame = inStreet.Number == house.Number;
        if (isSame && EndOfStreet.IsMatch(inStreet.Street) && (house.Addition is null || inStreet.Addition is null || string.Equals(house.Addition, inStreet.Addition, StringComparison.OrdinalIgnoreCase)))
        {
            cells.Bend(Field.Street, wording.NumberTwice, street, inStreet.Street);
            isAdditionOfStreet = house.Addition is null && inStreet.Addition is not null;
            return house with { Street = inStreet.Street, Addition = house.Addition ?? inStreet.Addition };
        }

        // "12 Apostelenstraat", "Sectie Noord 3" and "Botter 12" are names.
        if (char.IsAsciiDigit(street[0]) ? !isSame : !EndOfStreet.IsMatch(inStreet.Street))
        {
            if (!char.IsAsciiDigit(street[0]))
                cells.Bend(Field.Street, wording.NumberOfStreet, street, $"{street} · {typed}");
            return house with { Street = street };
        }

        Refuse([Field.Street, Field.HouseNumber], $"{street}, {typed}");
        return null;
    }

    /// <summary>Two additions, of which only one can be: "5 hs" behind the street and 2 in its column, "12a" and b, "12-3" and 4. False then, and said.</summary>
    public bool IsOneAddition(House house, bool isOfStreet, Field field, string text)
    {
        if (house.Addition is not { } addition)
            return true;
        var part = Postal.Plain(text);
        var isSame = part.Length == 0 || string.Equals(part, addition, StringComparison.OrdinalIgnoreCase) || part == house.Number || string.Equals(part, house.Number + addition, StringComparison.OrdinalIgnoreCase);
        if (isSame || !(isOfStreet || (IsLetter(addition) && IsLetter(part)) || (addition.All(char.IsAsciiDigit) && part.All(char.IsAsciiDigit))))
            return true;
        Refuse([isOfStreet ? Field.Street : columns.Has(Field.HouseNumber) ? Field.HouseNumber : Field.Street, field], $"{house.Number} {addition}, {text}");
        return false;
    }

    private static bool IsLetter(string text) => text is [var letter] && char.IsLetter(letter);

    private void Refuse(Field[] fields, string value) =>
        cells.Warn(string.Join(", ", fields.Select(columns.HeaderOf)), ProblemCodes.HouseNumberInvalid, wording.TwoNumbers, value);

    // Quarters that have numbers for names: "Wijk 4" is all the street there is.
    private static readonly Regex NumberedPart = new(@"^(?:wijk|buurt|blok|vak|sectie|zone|sector|kavel|complex|flat|park|plein|hof)\z", RegexOptions.IgnoreCase);

    private static readonly Regex EndOfStreet = new(@"\p{L}(?:straat|str\.?|laan|weg|plein|gracht|kade|dijk|singel|steeg|pad|hof|dreef|markt|plantsoen|wal|lei|straße|strasse|allee|platz|ring|gasse|street|road|avenue|lane)\z|^(?:rue|avenue|chauss[eé]e|place|boulevard)\s", RegexOptions.IgnoreCase);
}
