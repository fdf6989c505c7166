using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Files;
using Outreach.Lists.Rows;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Columns of which the header does not say enough: their cells do, or an organiser.</summary>
internal sealed partial class ColumnMap
{
    // Whatever stands further to the right belongs to no list.
    private const int MaxBeside = 50;

    // An organiser said that they mean nothing, before anybody asked.
    private readonly HashSet<int> _passedOver = [];

    /// <summary>Columns that may hold a no, or what is somebody else's, and nobody has said yet.</summary>
    public IEnumerable<string> Asked => _permissions.Where(column => column.Column.Kind is PermissionKind.Asked).Select(column => column.Index)
        .Concat(_whose.Where(IsWhoseAsked)).Select(index => Header[index]).Distinct();

    /// <summary>Where the columns stand that may hold a no. A yes column and a no column to tick belong together and are left out.</summary>
    public IEnumerable<int> AskedAt => _permissions.Where(one => one.Column.Kind is PermissionKind.Asked && !TitlesOfNo.IsAnswer(Header[one.Index]) && Headers.Compact(Header[one.Index]) is not ("ja" or "yes" or "oui")).Select(one => one.Index);

    /// <summary>Columns of a state, of which a cell says that somebody wants no message: what else stands there may say so too.</summary>
    public IEnumerable<int> StopsIn(Func<int, string> cellAt) =>
        _permissions.Where(one => one.Column.Kind is PermissionKind.AnyStatus && PermissionWords.InAnyStatus(cellAt(one.Index)) is Permission.OptedOut).Select(one => one.Index);

    /// <summary>Where one state is a no, one that is not known may be another.</summary>
    public void ReadStrictly(IReadOnlySet<int> states)
    {
        for (var i = 0; i < _permissions.Count; i++)
        {
            if (states.Contains(_permissions[i].Index) && _permissions[i].Column is { Kind: PermissionKind.AnyStatus } column)
                _permissions[i] = (_permissions[i].Index, column with { Kind = PermissionKind.Status });
        }
    }

    /// <summary>In all the rows nothing stands in these columns, so there is nothing to ask.</summary>
    public void LeaveUnasked(IReadOnlySet<int> empty)
    {
        foreach (var index in empty)
        {
            _permissions.RemoveAll(one => one.Index == index);
            _ignored[index] = SensitiveHeaders.ReasonOf(Header[index]) ?? ReasonOfUnknown(Header[index]);
        }
    }

    /// <summary>The header, with a name for the columns that have none and hold answers: they can be asked about.</summary>
    public static IReadOnlyList<string> WithAnswersNamed(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, Wording wording)
    {
        var named = header.ToList();
        foreach (var (index, cells) in NamelessCells(header, rows))
        {
            if (!PermissionWords.AreNamelessAnswers(cells))
                continue;
            while (named.Count <= index)
                named.Add("");
            named[index] = wording.ColumnAt(index);
        }

        return named;
    }

    private static SortedDictionary<int, List<string>> NamelessCells(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = new SortedDictionary<int, List<string>>();
        foreach (var row in rows)
        {
            for (var i = 0; i < Math.Min(row.Count, header.Count + MaxBeside); i++)
            {
                if ((i >= header.Count || header[i].Length == 0) && CellText.Of(row[i]) is { Length: > 0 } cell)
                    (cells.TryGetValue(i, out var others) ? others : cells[i] = []).Add(cell);
            }
        }

        return cells;
    }

    /// <summary>"Lid" and "Huurder" name somebody, or say whether somebody is one.</summary>
    private bool IsNameDoubtful => IndexOf(Field.Name) is >= 0 and var at && Headers.FieldOf(Header[at]) is null;

    /// <summary>Asks about the columns of which only the cells show that they hold answers, and takes those that hold numbers or addresses.</summary>
    /// <param name="rows">The first rows below the header.</param>
    public void Judge(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        TakeOpenContacts(rows);
        TakeOwnContacts(rows);
        SetAsideOfOthers(rows);
        DropDoubtfulName(rows);
        JudgeUnknown(rows);
        AskAboutAnswers(rows);
    }

    private void TakeOpenContacts(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var (index, _) in _permissions.Where(one => IsOpen(one.Index)).OrderByDescending(one => Headers.Compact(Header[one.Index]) is "sms").ToList())
        {
            // It is the other person's, and a no among the addresses counts all the same.
            if (ColumnsOfOthers.PersonBeforeContact(Header, index) is { } person && Headers.FieldOf(Header[index]) is { } kind && HasAnother(kind, index) && !NamesNobody(rows, person))
                continue;
            if (rows.Any(row => index < row.Count && OtherBlock.IsContact(row[index])))
                TakeContact(index);
        }
    }

    private void DropDoubtfulName(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (!IsNameDoubtful)
            return;
        var name = IndexOf(Field.Name);
        if (PermissionWords.AreAnswers(rows.Select(row => name < row.Count ? row[name].Trim() : "")))
            (_indexes[(int)Field.Name], _ignored[name]) = (-1, IgnoreReason.Unknown);
    }

    private void AskAboutAnswers(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var i = _permissions.Count - 1; i >= 0; i--)
        {
            var (index, column) = _permissions[i];
            if (column.Kind is not PermissionKind.Doubtful || !HoldsAnswers(rows, index))
                continue;
            if (_settled.Contains(index))
            {
                _permissions.RemoveAt(i);
                continue;
            }

            _permissions[i] = (index, column with { Kind = PermissionKind.Asked });
            _ignored[index] = null;
        }
    }

    private bool HoldsAnswers(IReadOnlyList<IReadOnlyList<string>> rows, int index)
    {
        var cells = rows.Select(row => index < row.Count ? RowCells.WithoutDecimals(row[index].Trim()) : "");
        return PermissionWords.AreAnswers(cells) || (WayCells.IsIn(Header[index]) && WayCells.MaySayNo(cells));
    }

    /// <summary>Their cells may show that a column of "SMS" or "Mail" is a way to reach them.</summary>
    public bool MayReach => CanReach || HasOthers || _permissions.Exists(one => IsOpen(one.Index));

    /// <summary>A number, an address or an answer: neither its name nor an organiser says which.</summary>
    private bool IsOpen(int index) =>
        Headers.MayHoldAnswers(Header, index) && !_settled.Contains(index) && _permissions.Exists(one => one.Index == index && one.Column.Kind is PermissionKind.Doubtful);

    private bool HasAnother(Field kind, int index) => kind is Field.Email ? Has(kind) && IndexOf(kind) != index : HasPhone;

    private static IgnoreReason ReasonOfUnknown(string header) =>
        Headers.Compact(header) is "reden" or "reason" ? IgnoreReason.EarlierReason : IgnoreReason.Unknown;

    private void TakeContact(int index)
    {
        var field = Headers.FieldOf(Header[index]) is Field.Email ? Field.Email : Has(Field.Mobile) ? Field.OtherPhone : Field.Mobile;
        if (field is Field.OtherPhone && Has(field))
            return;
        // It stays doubtful: a plain no among the numbers counts.
        _ignored[index] = null;
        Take(field, index);
    }
}
