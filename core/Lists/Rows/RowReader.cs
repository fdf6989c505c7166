using Outreach.Lists.Columns;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Makes a candidate of the current row of a source, or says why not.</summary>
internal sealed class RowReader(IRowSource source, ColumnMap columns, ListRules rules, Wording wording)
{
    // Names are usual in a list that has more than this many rows with one for each row without.
    private const int NamedPerNameless = 4;

    private static readonly Field[] NameFields = [Field.Name, Field.FirstName, Field.Initials, Field.LastName];

    private readonly RowCells _cells = new(source, columns, wording);
    private readonly WhatIsMissing _missing = new(source, columns, wording);
    private readonly bool _mayHideNo = columns.Permissions.Any(one => one.Column.Kind is not PermissionKind.Doubtful);
    private RowParts? _parts;
    private int _named;
    private int _nameless;
    private Candidate? _above;

    /// <summary>Null for a blank row.</summary>
    public ListRow? Read()
    {
        _cells.Begin();
        if (source.IsBroken)
            return Rejected([new(source.Row, "", ProblemCodes.FileUnreadable, wording.BrokenRow, "", Rejected: true)]);
        if (Parts.NoResident.Counts())
            return Refused(new());
        if (Parts.NoResident.Says())
            return Refused(ReadCandidate());

        var candidate = ReadCandidate();
        if (LookBesideTheHeader() && _mayHideNo)
            candidate = candidate with { Permissions = candidate.Permissions.And(Ways.All, Permission.Unproven) };
        candidate = Parts.Notes.Heed(candidate);
        LookForName(candidate);
        if (candidate.Address is null && candidate.IsReachable)
            Parts.Address.SayLost();

        if (candidate.IsReachable)
            return Taken(candidate);
        if (!_cells.IsFilled && IsBlank())
            return null;
        if (_cells.Problems.All(problem => !ProblemCodes.IsOfContact(problem.Code)))
            _missing.Say(_cells, Parts.Name.Read());
        return Refused(candidate);
    }

    /// <summary>Who the current row is about, as far as it matters for a no; nothing is said of it.</summary>
    /// <param name="isOnlyNo">Null unless somebody says no in it.</param>
    public ListRow? ReadForNo(bool isOnlyNo)
    {
        _cells.Begin();
        if (source.IsBroken || Parts.NoResident.Counts() || (isOnlyNo && !Parts.Permissions.Read().HasNo))
            return null;
        var candidate = ReadCandidate();
        if (Parts.NoResident.Says())
            return candidate.Permissions.HasNo ? Refused(candidate) : null;
        return candidate.IsReachable ? Taken(candidate) : Refused(candidate);
    }

    private RowParts Parts => _parts ??= PartsOf();

    private Candidate ReadCandidate()
    {
        var (name, contacts, address, permissions) = (Parts.Name, Parts.Contacts, Parts.Address, Parts.Permissions);
        contacts.Begin();
        var candidate = contacts.ReadPhones(new Candidate
        {
            Name = name.Read(),
            Email = contacts.ReadEmail(),
            Language = ReadLanguage(),
            Address = address.Read(),
            Permissions = permissions.Read(),
        });
        for (var i = 0; candidate.Permissions.HasNo && i < columns.Header.Count; i++)
        {
            if (columns.MayBeSecondContact(i))
                contacts.SetAside(source.Cell(i));
        }

        return candidate;
    }

    private ListRow Taken(Candidate candidate) =>
        new(source.Row, candidate, _cells.Problems.Count == 0 ? [] : [.. _cells.Problems]) { Others = Parts.Contacts.OthersThan(candidate) };

    private ListRow Refused(Candidate candidate)
    {
        if (candidate.Permissions.HasNo)
            _cells.Warn(NameFields.FirstOrDefault(columns.Has), ProblemCodes.ConsentUnknown, wording.NoInRefusedRow, candidate.Name ?? "-");
        var row = Rejected([.. _cells.Problems.Select(problem => problem with { Rejected = true })]);
        return candidate.Permissions.HasNo ? row with { Others = Parts.Contacts.OthersThan(candidate), Refuser = candidate } : row;
    }

    private RowParts PartsOf() => new(
        new NameCells(_cells, columns, wording), new ContactCells(_cells, rules.Countries, wording), new AddressCells(_cells, columns, rules.Countries, wording), new PermissionCells(source, _cells, columns, wording))
    {
        NoResident = new(source, _cells, columns, wording),
        Notes = new(source, _cells, columns, wording),
    };

    private ListRow Rejected(IReadOnlyList<RowProblem> problems) => new(source.Row, null, problems, CellsAsTheyCame());

    private string[] CellsAsTheyCame()
    {
        if (source.IsBroken && !columns.AllMayComeBack)
            return [];
        var cells = new string[columns.Header.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = columns.Kept(i, source.Cell(i), isDraft: true);
        return cells;
    }

    private string? ReadLanguage()
    {
        if (_cells.Text(Field.Language) is not { } text)
            return null;
        var (code, isWhole) = LanguageNames.Read(text);
        if (code is not null && !isWhole)
            _cells.Bend(Field.Language, wording.LanguageInPart, text, code);
        if (code is not null)
            return code;
        _cells.Warn(Field.Language, ProblemCodes.LanguageUnknown, wording.LanguageUnknown, text);
        return null;
    }

    /// <summary>Cells to the right of the header mean that the row has moved, or that a column has no name.</summary>
    /// <returns>Whether there are any. Then nobody can tell which cell is in which column.</returns>
    private bool LookBesideTheHeader()
    {
        var isTooLong = false;
        for (var i = 0; i < source.Count; i++)
        {
            if (columns.IgnoredAt(i) is not IgnoreReason.Unknown)
                continue;
            var cell = CommentedNo.Without(source.Cell(i));
            var looksLikeBsn = SensitiveHeaders.LooksLikeBsn(cell);
            if (looksLikeBsn)
                columns.FoundIdentityNumbers(i);
            if (i < columns.Header.Count || string.IsNullOrWhiteSpace(cell))
                continue;
            columns.HasWhatIsNotKept = true;
            isTooLong = true;
            _cells.Warn(wording.ColumnAt(i), ProblemCodes.RowTooLong, _mayHideNo ? wording.RowTooLongHeld : wording.RowTooLong, looksLikeBsn || !columns.AllMayComeBack ? SensitiveWords.Shown : cell.Trim());
        }

        return isTooLong;
    }

    /// <summary>A second number of somebody may stand in a row of its own, below their name. Where names are often missing that says nothing.</summary>
    private void LookForName(Candidate candidate)
    {
        var isNamed = candidate.Name is not null;
        if (!isNamed && candidate.HasContact && _above is { } above && !candidate.SharesContact(above) && _named > NamedPerNameless * _nameless && OnlyContact() is { } contact)
            _cells.Warn(NameFields.FirstOrDefault(columns.Has), ProblemCodes.NameMissing, wording.NamelessBelow, contact);
        if (isNamed)
            _named++;
        else if (!IsBlank())
            _nameless++;
        _above = isNamed ? candidate : null;
    }

    /// <summary>The one cell that is filled, if it is a number or an address.</summary>
    private string? OnlyContact()
    {
        var filled = Enumerable.Range(0, source.Count).Where(i => !string.IsNullOrWhiteSpace(source.Cell(i))).Take(2).ToList();
        return filled is [var only] && columns.IsContact(only) ? CommentedNo.Without(source.Cell(only)) : null;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(source.Cell(i)))
                return false;
        }

        return true;
    }

    /// <summary>As much of a value as a problem shows; never half a character.</summary>
    public static string Shown(string value)
    {
        if (value.Length <= ListRules.MaxShownCharacters)
            return value;
        var end = char.IsHighSurrogate(value[ListRules.MaxShownCharacters - 1]) ? ListRules.MaxShownCharacters - 1 : ListRules.MaxShownCharacters;
        return value[..end];
    }

    private sealed record RowParts(NameCells Name, ContactCells Contacts, AddressCells Address, PermissionCells Permissions)
    {
        public required NoResident NoResident { get; init; }

        public required NotesBeside Notes { get; init; }
    }
}
