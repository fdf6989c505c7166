using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>The postal address of a row, in one cell, two or five. What is not understood is said with its column, never left out of the address.</summary>
internal sealed class AddressCells(RowCells cells, ColumnMap columns, CountryRules countries, Wording wording)
{
    private readonly HouseTwice _twice = new(cells, columns, wording);
    private readonly AdditionCells _additions = new(cells, columns, wording);

    public Address? Read()
    {
        if (cells.Name(Field.Street) is not { } cell || IsElsewhere())
            return null;
        var (street, behind, city) = Postal.WithoutPostcode(_additions.WithoutSensitive(Field.Street, cell, SensitiveWords.WithoutBrackets));
        if (ReadHouse(street, out var isAdditionOfStreet) is not { } house || ReadPostcode(behind, out var cityBehind) is not { } postcode || !_additions.TryRead(house, isAdditionOfStreet, _twice, out var addition))
            return null;
        SayWhatMayBelongToTheHouse();
        if (behind is not null)
            cells.Bend(Field.Street, wording.StreetTurned, cell, $"{street} · {postcode}");
        else if (HouseDoubt.IsPlaceBefore(house.Street))
            cells.Bend(Field.Street, wording.HousePlace, cell, $"{house.Street} {house.Number}");
        return new(OneLine.Of(house.Street), house.Number, addition, postcode, ReadCity() ?? city ?? cityBehind);
    }

    /// <summary>Whoever is reached in another way has lost their address all the same.</summary>
    public void SayLost()
    {
        SayWithoutStreet();
        if (columns.Has(Field.Postcode) && cells.Text(Field.Postcode) is null && cells.Text(Field.Street) is { } street && !Unknown.Is(street)
            && !cells.Problems.Any(problem => problem.Column == columns.HeaderOf(Field.Street) || problem.Column == columns.HeaderOf(Field.HouseNumber)))
        {
            cells.Warn(Field.Postcode, ProblemCodes.PostcodeInvalid, wording.PostcodeMissing, SensitiveWords.WithoutBrackets(street));
        }
    }

    /// <summary>The post knows a house by its postcode and number; we write to a street.</summary>
    private void SayWithoutStreet()
    {
        if (columns.Has(Field.Street) && cells.Text(Field.Street) is null && cells.Text(Field.HouseNumber) is { } number && !Unknown.Is(number) && number.Any(char.IsAsciiDigit))
            cells.Warn(Field.Street, ProblemCodes.HouseNumberInvalid, wording.StreetMissing, SensitiveWords.WithoutWords($"{number} {cells.Text(Field.Postcode)}".TrimEnd(), SensitiveWords.Shown));
    }

    private string? ReadCity() => cells.Name(Field.City) is { } city && _additions.WithoutSensitive(Field.City, city, SensitiveWords.WithoutBrackets) is { Length: > 0 } left ? left : null;

    /// <summary>A column that we do not know, right behind the house number, with "a" or "II" in it.</summary>
    private void SayWhatMayBelongToTheHouse()
    {
        var index = columns.IndexOf(Field.HouseNumber) + 1;
        if (index > 0 && index < columns.Header.Count && !columns.Has(Field.HouseLetter) && !columns.Has(Field.Addition)
            && columns.IgnoredAt(index) is IgnoreReason.Unknown && HouseColumns.MayHoldAdditions(columns.Header[index]) && cells.TextAt(index) is { } text && HouseColumns.MayBeAddition(text))
        {
            cells.Warn(columns.Header[index], ProblemCodes.Adjusted, wording.MayBeAddition, text);
        }
    }

    private bool IsElsewhere()
    {
        if (cells.NewerBeside(Field.Street) is { } newer)
            return Refuse(Field.Street, newer, cells.Text(Field.Street)!) is null;
        foreach (var field in (ReadOnlySpan<Field>)[Field.Street, Field.HouseNumber, Field.HouseLetter, Field.Addition])
        {
            if (cells.Text(field) is not { } text || !(field is Field.Street ? Belonging.IsElsewhere(text) : Belonging.IsElsewhereBehind(text)))
                continue;
            Refuse(field, wording.AddressNotTheirs, field is Field.Street ? text : SensitiveWords.WithoutWords(text, SensitiveWords.Shown));
            return true;
        }
        return false;
    }

    private House? ReadHouse(string street, out bool isAdditionOfStreet)
    {
        isAdditionOfStreet = false;
        var number = cells.Number(Field.HouseNumber) is { } typed ? _additions.WithoutSensitive(Field.HouseNumber, typed, SensitiveWords.WithoutWords) : null;
        if (number is null || Unknown.Is(number))
            return ReadStreet(street, number);
        if (ExcelDates.IsDate(number))
            return Refuse(Field.HouseNumber, wording.HouseNumberDate, number, ProblemCodes.HouseNumberDate);
        if (!Postal.TrySplitNumber(number, out var house, out var addition))
            return Refuse(Field.HouseNumber, Postal.BeginsWithFloor(number) ? wording.HouseFloor : wording.HouseNumberInvalid, number);
        if (Postal.IsTurned(number))
            cells.Bend(Field.HouseNumber, wording.HouseNumberTurned, number, $"{house} {addition}");
        else if (addition is not null && HouseDoubt.Of(number, house, addition, wording) is { } doubt)
            cells.Bend(Field.HouseNumber, doubt, number, $"{house} {addition}");
        return _twice.One(new(street, house, addition), number, out isAdditionOfStreet);
    }

    private House? ReadStreet(string text, string? number)
    {
        if (number is null && ExcelDates.IsDate(text))
            return Refuse(Field.Street, wording.HouseNumberDate, text, ProblemCodes.HouseNumberDate);
        if (number is null && Postal.TrySplitStreet(text, out var house))
        {
            if (ExcelDates.IsDate(house.Number))
                return Refuse(Field.Street, wording.HouseNumberDate, text, ProblemCodes.HouseNumberDate);
            if (house.IsGuessed || (house.Addition is { } addition && HouseDoubt.Of($"{house.Number}{addition}", house.Number, addition, wording) is not null))
                cells.Bend(Field.Street, wording.StreetTurned, text, string.Join(' ', new[] { house.Street, house.Number, house.Addition }.Where(part => part is not null)));
            return house;
        }

        return number is not null && !text.Any(char.IsAsciiDigit)
            ? Refuse(Field.HouseNumber, wording.HouseNumberMissing, number)
            : Refuse(Field.Street, WhyNoHouse(text), text);
    }

    private string WhyNoHouse(string text)
    {
        if (!text.Any(char.IsAsciiDigit) || Postal.LacksNumber(text))
            return wording.HouseNumberMissing;
        return Postal.HoldsTown(text) ? wording.AddressTogether : wording.HouseNumberInvalid;
    }

    /// <param name="behindStreet">What the cell of the street says; null when nothing.</param>
    /// <param name="city">What stands behind the postcode in its cell.</param>
    private string? ReadPostcode(string? behindStreet, out string? city)
    {
        var own = cells.Number(Field.Postcode);
        (own, city) = own is null ? (null, null) : Postal.WithoutCity(own);
        if ((own ?? behindStreet) is not { } text)
            return null;
        if (!Postal.TryPostcode(text, countries, out var postcode) && !(CountryNames.CodeOf(Headers.Compact(cells.Country ?? "")) is { } country && Postal.TryPostcode($"{country}-{text}", countries, out postcode)))
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
