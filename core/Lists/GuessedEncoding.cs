using System.Text;
using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Where the encoding of a text file was guessed, a person sees by one text whether that was right.</summary>
internal sealed class GuessedEncoding(bool isGuessed)
{
    private bool _isSaid = !isGuessed;

    /// <summary>Said once, at the first row that shows it.</summary>
    public RowProblem? SaidAt(IRowSource source, ColumnMap columns, Wording wording)
    {
        for (var i = 0; !_isSaid && i < columns.Header.Count; i++)
        {
            if (columns.IgnoredAt(i) is not null || Ascii.IsValid(source.Cell(i)))
                continue;
            _isSaid = true;
            return new(source.Row, columns.Header[i], ProblemCodes.EncodingGuessed, wording.EncodingGuessed, RowReader.Shown(source.Cell(i)), Rejected: false);
        }

        return null;
    }
}
