namespace Outreach.Lists;

/// <summary>Which column of a list holds what, as its header says.</summary>
internal sealed class ColumnMap
{
    private readonly int[] _indexes = new int[Enum.GetValues<Field>().Length];
    private readonly IgnoreReason?[] _ignored;

    public ColumnMap(IReadOnlyList<string> header)
    {
        Header = header;
        _ignored = new IgnoreReason?[header.Count];
        Array.Fill(_indexes, -1);
        var doubles = new List<string>();
        for (var i = 0; i < header.Count; i++)
        {
            if (Headers.FieldOf(header[i]) is not { } field)
                _ignored[i] = SensitiveHeaders.ReasonOf(header[i]) ?? ReasonOfUnknown(header[i]);
            else if (_indexes[(int)field] < 0)
                _indexes[(int)field] = i;
            else
                doubles.AddRange([header[_indexes[(int)field]], header[i]]);
        }

        Doubles = [.. doubles.Distinct()];
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Headers of columns that mean the same.</summary>
    public IReadOnlyList<string> Doubles { get; }

    public bool CanReach =>
        Has(Field.Mobile) || Has(Field.Phone) || Has(Field.OtherPhone) || Has(Field.Email) || (Has(Field.Street) && Has(Field.Postcode));

    public int IndexOf(Field field) => _indexes[(int)field];

    public bool Has(Field field) => IndexOf(field) >= 0;

    /// <summary>The header of a field's column; the field need not have one.</summary>
    public string HeaderOf(Field field) => Has(field) ? Header[IndexOf(field)] : "";

    /// <summary>Why a column is ignored, null when it is used. Cells to the right of the header count as an unknown column.</summary>
    public IgnoreReason? IgnoredAt(int index) => index < _ignored.Length ? _ignored[index] : IgnoreReason.Unknown;

    /// <summary>Its cells may come back in the rejected file. Those of sensitive columns and notes do not.</summary>
    public bool MayComeBack(int index) => IgnoredAt(index) is null or IgnoreReason.Unknown;

    /// <summary>In a row that hangs together wrongly nobody can tell which cell is in which column.</summary>
    public bool AllMayComeBack => Enumerable.Range(0, _ignored.Length).All(MayComeBack);

    public void FoundIdentityNumbers(int index)
    {
        if (index < _ignored.Length)
            _ignored[index] = IgnoreReason.LooksLikeIdentityNumber;
    }

    public IEnumerable<IgnoredColumn> Ignored(Wording wording)
    {
        for (var i = 0; i < _ignored.Length; i++)
        {
            if (_ignored[i] is { } reason && Header[i].Length > 0)
                yield return new(Header[i], reason, wording.Ignored(reason));
        }
    }

    private static IgnoreReason ReasonOfUnknown(string header) =>
        Headers.Compact(header) is "reden" or "reason" ? IgnoreReason.EarlierReason : IgnoreReason.Unknown;
}
