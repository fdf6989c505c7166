using Outreach.Contacts;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>The name of a row, in one cell or in parts, without what stands beside it.</summary>
internal sealed class NameCells(RowCells cells, ColumnMap columns, Wording wording)
{
    public string? Read()
    {
        if (Part(Field.Name) is { } name)
            return OneLine.Of(BesideName.Without(name));
        var first = Part(Field.FirstName) ?? Part(Field.Initials);
        var (infix, last) = (Part(Field.Infix), Part(Field.LastName));
        if (infix is null && (first is null || last is null))
            return (first ?? last) is { } only ? OneLine.Of(BesideName.Without(only)) : null;
        return OneLine.Of(BesideName.Without(string.Join(' ', new[] { first, infix, last }.Where(part => part is not null))));
    }

    private string? Part(Field field)
    {
        if (cells.Name(field) is not { } text)
            return null;
        var left = BesideName.WithoutSensitive(text, " ");
        if (left == text)
            return text;
        left = OneLine.Of(left).TrimEnd(',', ';', '-', ' ');
        columns.HasWhatIsNotKept = true;
        cells.Bend(field, wording.NotKept, BesideName.WithoutSensitive(text, $" ({SensitiveWords.Shown})"), left);
        return left.Length > 0 ? left : null;
    }
}
