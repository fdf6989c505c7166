using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>The postal address of a row, in one cell, two or five. What is not understood is said with its column, never left out of the address.</summary>
internal sealed class AddressCells(RowCells cells, CountryRules countries, Wording wording)
{
    public Address? Read()
    {
        if (cells.Name(Field.Street) is not { } cell)
            return null;
        if (IsElsewhere())
            return null;
        var (street, behind, city) = Postal.WithoutPostcode(cell);
        if (ReadHouse(street) is not { } house || ReadPostcode(behind) is not { } postcode || !TryReadAddition(house.Addition, out var addition))
            return null;
        if (behind is not null)
            cells.Bend(Field.Street, wording.StreetTurned, cell, $"{street} · {postcode}");
        return new(OneLine.Of(house.Street), house.Number, addition, postcode, cells.Name(Field.City) ?? city);
    }

    private bool IsElsewhere()
    {
        foreach (var field in (ReadOnlySpan<Field>)[Field.Street, Field.HouseNumber, Field.HouseLetter, Field.Addition])
        {
            if (cells.Text(field) is not { } text || !(field is Field.Street ? Belonging.IsElsewhere(text) : Belonging.IsElsewhereBehind(text)))
                continue;
            Refuse(field, wording.AddressNotTheirs, text);
            return true;
        }

        return false;
    }

    private House? ReadHouse(string street)
    {
        var number = cells.Number(Field.HouseNumber);
        if (number is null || Unknown.Is(number))
            return ReadStreet(street, number);
        if (ExcelDates.IsDate(number))
            return Refuse(Field.HouseNumber, wording.HouseNumberDate, number, ProblemCodes.HouseNumberDate);
        if (!Postal.TrySplitNumber(number, out var house, out var addition))
            return Refuse(Field.HouseNumber, wording.HouseNumberInvalid, number);
        if (Postal.IsTurned(number))
            cells.Bend(Field.HouseNumber, wording.HouseNumberTurned, number, $"{house} {addition}");
        else if (addition is not null && Postal.IsDoubtful(number, house, addition))
            cells.Bend(Field.HouseNumber, wording.AdditionUnknown, number, $"{house} {addition}");
        return new(street, house, addition);
    }

    private House? ReadStreet(string text, string? number)
    {
        if (number is null && ExcelDates.IsDate(text))
            return Refuse(Field.Street, wording.HouseNumberDate, text, ProblemCodes.HouseNumberDate);
        if (number is null && Postal.TrySplitStreet(text, out var house))
        {
            if (ExcelDates.IsDate(house.Number))
                return Refuse(Field.Street, wording.HouseNumberDate, text, ProblemCodes.HouseNumberDate);
            if (house.IsGuessed)
                cells.Bend(Field.Street, wording.StreetTurned, text, string.Join(' ', new[] { house.Street, house.Number, house.Addition }.Where(part => part is not null)));
            return house;
        }

        return number is not null && !text.Any(char.IsAsciiDigit)
            ? Refuse(Field.HouseNumber, wording.HouseNumberMissing, number)
            : Refuse(Field.Street, text.Any(char.IsAsciiDigit) ? wording.HouseNumberInvalid : wording.HouseNumberMissing, text);
    }

    private bool TryReadAddition(string? own, out string? addition)
    {
        var parts = new List<string>(4);
        if (own is not null)
            parts.Add(own);
        addition = null;
        foreach (var field in (ReadOnlySpan<Field>)[Field.HouseLetter, Field.Addition, Field.Beside])
        {
            if (cells.Number(field) is not { } text || Unknown.Is(text) && text is not ("x" or "X"))
                continue;
            if (ExcelDates.IsDate(text))
            {
                Refuse(field, wording.HouseNumberDate, text, ProblemCodes.HouseNumberDate);
                return false;
            }

            var part = field is Field.Beside ? Additions.Spelt(text) : Postal.Plain(text);
            if (part.Length > 0 && !Additions.IsKnown(part))
                cells.Bend(field, wording.AdditionUnknown, text, part);
            parts.Add(part);
        }

        addition = parts.Count == 0 ? null : OneLine.Of(string.Join(' ', parts));
        return true;
    }

    /// <param name="behindStreet">What the cell of the street says; null when nothing.</param>
    private string? ReadPostcode(string? behindStreet)
    {
        var own = cells.Number(Field.Postcode);
        if ((own ?? behindStreet) is not { } text)
            return null;
        if (!Postal.TryPostcode(text, countries, out var postcode))
        {
            cells.Warn(Field.Postcode, ProblemCodes.PostcodeInvalid, wording.PostcodeInvalid, text);
            return null;
        }

        if (own is null || behindStreet is null || (Postal.TryPostcode(behindStreet, countries, out var other) && other == postcode))
            return postcode;
        cells.Warn(Field.Street, ProblemCodes.PostcodeInvalid, wording.TwoPostcodes, $"{behindStreet}, {text}");
        return null;
    }

    private House? Refuse(Field field, string message, string value, string code = ProblemCodes.HouseNumberInvalid)
    {
        cells.Warn(field, code, message, value);
        return null;
    }
}
