using Outreach.Contacts;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>The name of a row, in one cell or in parts, without what stands beside it.</summary>
internal sealed class NameCells(RowCells cells, ColumnMap columns, Wording wording)
{
    public string? Read()
    {
        var name = NameParts.Join(Part(Field.Name), Part(Field.FirstName) ?? Part(Field.Initials), Part(Field.Infix), Part(Field.LastName));
        return name is null ? null : OneLine.Of(BesideName.Without(name));
    }

    private string? Part(Field field)
    {
        if (cells.Name(field) is not { } typed)
            return null;
        if (TidyName.HasLostLetters(typed))
            cells.Warn(field, ProblemCodes.TextGarbled, wording.TextGarbled, typed);
        var text = TidyName.Plain(typed);
        var own = NameRemarks.OwnPart(text);
        var harmless = BesideName.WithoutSensitive(own, " ");
        var left = TidyName.Bare(NameRemarks.Without(harmless));
        if (left.Length > 0 && (TidyName.IsNobody(text) || TidyName.IsNobody(left) || (left != typed && Unknown.IsNoName(left))))
        {
            cells.Bend(field, wording.Placeholder, KeptCells.NameOf(typed), "");
            return null;
        }

        if (left == text)
            return text;
        left = OneLine.Of(left).TrimEnd(',', ';', '-', '/', ' ');
        Say(field, text, own.Length < text.Length ? wording.NameOfAnother : harmless.Trim() != own ? wording.NotKept : wording.NameCut, left);
        return left.Length > 0 ? left : null;
    }

    private void Say(Field field, string text, string message, string left)
    {
        columns.HasWhatIsNotKept = true;
        // A no is said as one.
        if (message != wording.NameCut || columns.Said(columns.IndexOf(field), text) is Permission.Unsaid)
            cells.Bend(field, message, KeptCells.NameOf(text), left);
    }
}
