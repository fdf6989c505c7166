using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Notes that say of a number or an address in the same row that it is wrong. Nothing goes to it unasked; a house is only warned of.</summary>
internal sealed class NotesBeside(IRowSource source, RowCells cells, ColumnMap columns, Wording wording)
{
    public Candidate Heed(Candidate candidate)
    {
        for (var i = 0; i < Math.Min(source.Count, columns.Header.Count); i++)
        {
            if (columns.IgnoredAt(i) is IgnoreReason.Notes or IgnoreReason.Unknown && source.Cell(i) is { Length: > 0 } note)
                candidate = Heed(candidate, i, NotesOfWrong.Of(note) & WaysOf(candidate));
        }

        return candidate;
    }

    private Candidate Heed(Candidate candidate, int index, Ways wrong)
    {
        if (wrong is Ways.None)
            return candidate;
        // Only the part of the note that is about this is reported.
        var said = NotesOfWrong.Bare(source.Cell(index))!;
        var held = wrong & ~Ways.Post;
        if (held is not Ways.None)
            cells.Warn(columns.Header[index], ProblemCodes.ConsentUnknown, wording.WrongByNote, said);
        else
            cells.Warn(columns.Header[index], ProblemCodes.Adjusted, wording.WrongHouseByNote, said);
        return candidate with { Permissions = candidate.Permissions.And(held, Permission.Unproven) };
    }

    private static Ways WaysOf(Candidate candidate) =>
        (candidate.Mobile is null ? Ways.None : Ways.Sms) | (candidate.Mobile is null && candidate.Landline is null ? Ways.None : Ways.Call)
        | (candidate.Email is null ? Ways.None : Ways.Email) | (candidate.Address is null ? Ways.None : Ways.Post);
}
