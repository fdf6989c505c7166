using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Columns whose header says nothing to us: what their cells say of a no.</summary>
internal sealed partial class ColumnMap
{
    // "Hoeft niet" says there that somebody needs none.
    private readonly HashSet<int> _ofSomethingElse = [];

    private IReadOnlyList<bool?>? _replies;
    private IReadOnlyList<LabelsOfNo.Sort>? _sorts;

    /// <summary>The ways that a no is about which stands where a number, an address or a language belongs.</summary>
    public Ways InPlace(int index, string cell) => NoInPlace.Of(FieldAt(index), cell);

    private bool MaySayNo(int index, string cell) => IgnoredAt(index) switch
    {
        // "Any remarks?" No.
        IgnoreReason.Notes => PermissionWords.IsOrder(cell) || NotesOfNo.MayBe(cell) || CellsOfNo.IsPlain(cell) || (!IsQuestion(Header[index]) && (PermissionWords.IsAllOfANote(cell) || CellsOfNo.IsWeak(cell))),
        IgnoreReason.Unknown => NotesOfNo.IsPlain(cell) || CellsOfNo.IsPlain(cell) || (CellsOfNo.IsWeak(cell) && !_ofSomethingElse.Contains(index)) || IsNoReply(index, cell),
        _ => false,
    };

    /// <summary>What an organiser said of such a column holds.</summary>
    private bool IsNoReply(int index, string cell)
    {
        if (_settled.Contains(index))
            return false;
        _sorts ??= [.. Header.Select(LabelsOfNo.Of)];
        if (LabelsOfNo.MayBe(_sorts[index], cell))
            return true;
        _replies ??= [.. Header.Select(NotesOfNo.IsOfReplies)];
        return _replies[index] is { } isReply && NotesOfNo.InReply(cell, isReply);
    }

    /// <summary>Asks about a column in which a bare no stands beside other answers, and leaves those alone that ask for something else.</summary>
    private void JudgeUnknown(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var index = 0; index < Header.Count; index++)
        {
            if (IgnoredAt(index) is not IgnoreReason.Unknown || Header[index].Length == 0 || _permissions.Exists(one => one.Index == index) || ColumnsOfOthers.Has(Header, index))
                continue;
            var cells = rows.Select(row => index < row.Count ? row[index] : "").ToList();
            if (RoundCells.AnswerSomethingElse(cells))
                _ofSomethingElse.Add(index);
            if (_passedOver.Contains(index) || !(WayCells.NameWaysAndNone(cells) || RoundCells.HoldBareNo(cells)))
                continue;
            _permissions.Add((index, new(PermissionKind.Asked, Ways.All)));
            _ignored[index] = null;
        }
    }
}
