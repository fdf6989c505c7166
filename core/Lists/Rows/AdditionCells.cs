using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>What tells the doors of a house apart: its letter, its addition, a floor.</summary>
internal sealed class AdditionCells(RowCells cells, ColumnMap columns, Wording wording)
{
    /// <param name="isOfStreet">The house has one already, from the cell of its street.</param>
    public bool TryRead(House house, bool isOfStreet, HouseTwice twice, out string? addition)
    {
        var parts = new List<string>(4);
        if (house.Addition is { } own)
            parts.Add(own);
        addition = null;
        foreach (var field in (ReadOnlySpan<Field>)[Field.HouseLetter, Field.Addition, Field.Beside])
        {
            if (cells.Number(field) is not { } text || Unknown.Is(text) && text is not ("x" or "X"))
                continue;
            // What a spreadsheet looks up and does not find.
            if (text is "0" or "00")
            {
                cells.Bend(field, wording.Placeholder, text, "");
                continue;
            }

            // Whether there is one, and not which.
            if (PermissionWords.IsPlainNo(text) || PermissionWords.IsPlainYes(text) && text.Length > 1)
                continue;
            if (ExcelDates.IsDate(text))
            {
                cells.Warn(field, ProblemCodes.HouseNumberDate, wording.HouseNumberDate, text);
                return false;
            }

            var kept = SensitiveWords.AreIn(text) ? WithoutSensitive(field, text, SensitiveWords.WithoutWords) : text;
            if (!twice.IsOneAddition(house, isOfStreet, field, kept))
                return false;
            if (kept.Length > 0 && PartOf(field, kept, house, parts) is { } part)
                parts.Add(part);
        }

        addition = parts.Count == 0 ? null : OneLine.Of(string.Join(' ', parts));
        return true;
    }

    /// <param name="taken">Additions of the same house that stand before it.</param>
    private string? PartOf(Field field, string text, House house, List<string> taken)
    {
        var part = field is Field.Beside ? Additions.Spelt(text) : Postal.Plain(text);
        var rest = part.StartsWith(house.Number, StringComparison.Ordinal) && part[house.Number.Length..] is [var letter] && char.IsLetter(letter) ? part[^1..] : part;
        // Of a single digit it is a floor or a flat: 2-2.
        if (part == house.Number && (part.Length > 1 || house.Addition is not null))
        {
            cells.Bend(field, wording.AdditionTwice, text, $"{house.Number} {house.Addition}".TrimEnd());
            return null;
        }

        var isTwice = taken.Contains(rest, StringComparer.OrdinalIgnoreCase);
        if (isTwice || rest.Length < part.Length)
            cells.Bend(field, wording.AdditionTwice, text, $"{house.Number} {rest}");
        else if (part.Length > 0 && (!Additions.IsKnown(part) || (field is not Field.Beside && HouseDoubt.IsPlace(part))))
            cells.Bend(field, HouseDoubt.IsPlace(part) ? wording.HousePlace : wording.AdditionUnknown, text, part);
        return isTwice ? null : rest;
    }

    /// <summary>A cell of an address without words of health, origin or belief, which is said.</summary>
    public string WithoutSensitive(Field field, string text, Func<string, string, string> without)
    {
        var left = without(text, "").Trim();
        if (left == text)
            return text;
        columns.HasWhatIsNotKept = true;
        cells.Bend(field, wording.NotKept, without(text, SensitiveWords.Shown), left);
        return left;
    }
}
