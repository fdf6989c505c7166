using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>A no where something else belongs, and in columns whose header says nothing to us.</summary>
internal sealed partial class ColumnMap
{
    private const int MaxKnownCells = 5000;

    // A neighbourhood has few streets and postcodes, and each cell is looked at many times.
    private readonly Dictionary<(int Index, string Cell), int?> _noStarts = [];

    // "Hoeft niet" says there that somebody needs none.
    private readonly HashSet<int> _ofSomethingElse = [];

    private IReadOnlyList<bool?>? _replies;
    private IReadOnlyList<LabelsOfNo.Sort>? _sorts;

    /// <summary>The ways that a no is about where a number, an address or a language belongs; none when the cell says no such thing.</summary>
    public Ways InPlace(int index, string cell) => NoStart(index, cell) is { } start ? NoInPlace.WaysOf(FieldAt(index)!.Value, cell[start..]) : Ways.None;

    /// <summary>Where in the cell that no begins; null when there is none.</summary>
    public int? NoStart(int index, string cell)
    {
        if (_noStarts.TryGetValue((index, cell), out var known))
            return known;
        if (_noStarts.Count >= MaxKnownCells)
            _noStarts.Clear();
        return _noStarts[(index, cell)] = NoInPlace.Start(FieldAt(index), cell);
    }

    private IReadOnlyList<bool>? _evenings;

    private bool IsOfOneEvening(int index) => index < Header.Count && (_evenings ??= [.. Header.Select(OneEvening.IsAbout)])[index];

    private bool MaySayNo(int index, string cell) => IgnoredAt(index) switch
    {
        IgnoreReason.EarlierReason when cell.Length > MaxOwnReason => false,
        // "Any remarks?" No.
        IgnoreReason.Notes or IgnoreReason.EarlierReason => PermissionWords.IsOrder(cell) || NotesOfNo.MayBe(cell) || CellsOfNo.IsPlain(cell) || (!IsQuestion(Header[index]) && (PermissionWords.IsAllOfANote(cell) || CellsOfNo.IsWeak(cell))),
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
        ReadStrictly(_permissions.Where(one => one.Column.Kind is PermissionKind.AnyStatus && TrafficLights.Are([.. TextsOf(rows, one.Index)])).Select(one => one.Index).ToHashSet());
        for (var index = 0; index < Header.Count; index++)
        {
            if (IgnoredAt(index) is not IgnoreReason.Unknown || Header[index].Length == 0 || _permissions.Exists(one => one.Index == index) || ColumnsOfOthers.Has(Header, index))
                continue;
            var cells = rows.Select(row => index < row.Count ? row[index] : "").ToList();
            var texts = TextsOf(rows, index);
            if (RoundCells.AnswerSomethingElse(texts))
                _ofSomethingElse.Add(index);
            if (_passedOver.Contains(index) || !((WayCells.NameWaysAndNone(cells) && !OrdinaryHeaders.IsPaperOrBill(Headers.Spaced(Header[index]))) || RoundCells.HoldBareNo(texts) || TrafficLights.Are(texts)))
                continue;
            _permissions.Add((index, new(PermissionKind.Asked, Ways.All)));
            _ignored[index] = null;
        }
    }

    private static List<string> TextsOf(IReadOnlyList<IReadOnlyList<string>> rows, int index) => [.. rows.Select(row => index < row.Count ? row[index] : "").Where(cell => cell.Length > 0).Distinct()];
}
