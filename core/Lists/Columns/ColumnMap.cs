using System.Text.RegularExpressions;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Columns;

/// <summary>Which column of a list holds what, as its header says.</summary>
internal sealed partial class ColumnMap
{
    // The reasons that we gave an earlier time are sentences, and some say no. What a person writes there is short.
    private const int MaxOwnReason = 40;

    private readonly int[] _indexes = new int[Enum.GetValues<Field>().Length];
    private readonly IgnoreReason?[] _ignored;
    private readonly List<(int Index, PermissionColumn Column)> _permissions = [];
    private readonly HashSet<int> _settled = [];
    private readonly List<string> _doubles = [];
    private readonly Func<int, bool> _isHidden;

    /// <param name="rules">With what an organiser said that columns mean.</param>
    /// <param name="isHidden">Whether Excel does not show a column. What it would say of a person is not read; a no in it counts all the same.</param>
    public ColumnMap(IReadOnlyList<string> header, ListRules? rules = null, Func<int, bool>? isHidden = null)
    {
        (Header, _isHidden) = (header, isHidden ?? (_ => false));
        _ignored = new IgnoreReason?[header.Count];
        Array.Fill(_indexes, -1);
        for (var i = 0; i < header.Count; i++)
        {
            var chosen = ChosenUse(rules, i);
            var meaning = chosen is { } use ? ColumnUses.MeaningOf(use) : AnsweredMeaning(rules, header[i]);
            if ((chosen is { } given ? SaidField(i, given) : OwnField(i)) is { } field)
                Take(field, i);
            else
                ReadPermission(i, meaning);
            LookWhose(i, isChosen: chosen is not null, isAnswered: meaning is not null);
        }
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Columns that say whether somebody may be written to.</summary>
    public IReadOnlyList<(int Index, PermissionColumn Column)> Permissions => _permissions;

    /// <summary>Read as a permission; of a doubtful column only a plain no is.</summary>
    public bool IsPermission(int index) => _permissions.Exists(column => column.Index == index && column.Column.Kind is not PermissionKind.Doubtful);

    /// <summary>Headers of columns that mean the same.</summary>
    public IReadOnlyList<string> Doubles => [.. _doubles.Distinct()];

    public bool CanReach => HasPhone || HasEmail || (Has(Field.Street) && (Has(Field.Postcode) || Headers.NamesAddress(HeaderOf(Field.Street))));

    /// <summary>Only a letter can come to these people, and the postcode has no column of its own.</summary>
    public bool ReachesByAddressAlone => !HasPhone && !HasEmail && !Has(Field.Postcode);

    /// <summary>Only a letter can come to these people, and the house number has no column of its own.</summary>
    public bool ReachesByStreetAlone => !HasPhone && !HasEmail && !Has(Field.HouseNumber);

    public int IndexOf(Field field) => _indexes[(int)field];

    public bool Has(Field field) => IndexOf(field) >= 0;

    private bool HasEmail => Has(Field.Email) || Has(Field.OtherEmail);

    private bool HasPhone => Has(Field.Mobile) || Has(Field.Phone) || Has(Field.OtherPhone);

    /// <summary>The header of a field's column; the field need not have one.</summary>
    public string HeaderOf(Field field) => Has(field) ? Header[IndexOf(field)] : "";

    /// <summary>The header of the column that says who somebody is.</summary>
    public string NameColumn => HeaderOf(Has(Field.Name) ? Field.Name : Has(Field.LastName) ? Field.LastName : Field.FirstName);

    /// <summary>Why a column is ignored, null when it is used. Cells to the right of the header count as an unknown column.</summary>
    public IgnoreReason? IgnoredAt(int index) => index < _ignored.Length ? _ignored[index] : IgnoreReason.Unknown;

    /// <summary>Its cells may be kept and come back in the rejected file: only what is used may.</summary>
    public bool MayComeBack(int index) => IgnoredAt(index) is null;

    /// <summary>In a row that hangs together wrongly nobody can tell which cell is in which column.</summary>
    public bool AllMayComeBack => Enumerable.Range(0, _ignored.Length).All(MayComeBack);

    /// <summary>The file as it came holds what must not be stored.</summary>
    public bool HasWhatIsNotKept { get => field || _ignored.Any(reason => reason is not null); set; }

    public string Kept(int index, string cell, bool isDraft = false) => KeptCells.Of(this, index, cell, isDraft);

    /// <summary>
    /// What a cell says by itself, whatever its column is about. Refused: it says no. Unproven: it may, beside a name, as all of a note, as an order, or in a column that
    /// nobody named.
    /// </summary>
    public Permission Said(int index, string cell)
    {
        if (cell.Length == 0)
            return Permission.Unsaid;
        // There are people of that name.
        if (cell.Trim() is "Stop" && FieldAt(index) is Field.LastName)
            return Permission.Unproven;
        // "Geen e-mail" where an address belongs is about mail alone.
        if (IsContact(index) && InPlace(index, cell) is not (Ways.None or Ways.All))
            return Permission.Unproven;
        if (IsOfOneEvening(index) && OneEvening.IsSignedOff(cell))
            return Permission.Unproven;
        if (ByWay(index, cell) is { } answers)
            return answers.IsSure ? Permission.Refused : Permission.Unproven;
        var beside = IsName(index) ? BesideName.Said(cell) : BesideContact.Said(FieldAt(index), cell);
        if ((OptOutPhrases.Contains(cell) || beside is Permission.Refused) && (IgnoredAt(index) is not IgnoreReason.EarlierReason || cell.Length <= MaxOwnReason))
            return Permission.Refused;
        if (index >= Header.Count || Header[index].Length == 0)
            return PermissionWords.IsPlainNo(cell) || PermissionWords.IsOrder(cell) || NotesOfNo.IsPlain(cell) || CellsOfNo.IsPlain(cell) || CellsOfNo.IsWeak(cell) ? Permission.Unproven : Permission.Unsaid;
        return beside is Permission.Unproven || InPlace(index, cell) is not Ways.None || (!IsName(index) && MaySayNo(index, cell)) ? Permission.Unproven : Permission.Unsaid;
    }

    /// <summary>What a note, or a cell of a column that we do not know, answers for each way.</summary>
    public AnswersByWay? ByWay(int index, string cell) => IgnoredAt(index) is IgnoreReason.Notes or IgnoreReason.EarlierReason or IgnoreReason.Unknown ? AnswersByWay.In(cell) : null;

    private static bool IsQuestion(string header) => header.Contains('?', StringComparison.Ordinal) || Headers.Words(header).FirstOrDefault() is "heeft" or "hebt" or "heb" or "zijn" or "is" or "any" or "do";

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
                yield return new(Header[i], reason, IsPermission(i) ? wording.OnlyTheNo : IsWhoseAsked(i) ? wording.Whose : IsOfAnother(i) ? wording.OfAnother : wording.Ignored(reason));
        }
    }

    /// <summary>A column that no choice changes: what must not be read is not, and a no that is understood counts.</summary>
    public bool IsFixed(int index)
    {
        if (OwnField(index) is not null)
            return false;
        var reason = SensitiveHeaders.ReasonOf(Header[index]);
        return PermissionOf(index, reason) is { } column ? column.Kind is not (PermissionKind.Asked or PermissionKind.Doubtful) : reason is not null;
    }

    /// <summary>What a column is read as; null when nobody has said yet what it means.</summary>
    public ColumnUse? UseOf(int index)
    {
        if (Asked.Contains(Header[index]))
            return null;
        return FieldAt(index) is { } field ? ColumnUses.Of(field) : IgnoredAt(index) is null && OwnField(index) is { } own ? ColumnUses.Of(own) : ColumnUse.Ignore;
    }

    private Field? FieldAt(int index) => Array.IndexOf(_indexes, index) is >= 0 and var field ? (Field)field : null;

    public bool IsContact(int index) => Headers.IsContact(FieldAt(index));

    /// <summary>"E-mail 2": one more of the person's own, that is not used.</summary>
    public bool MayBeSecondContact(int index) =>
        IgnoredAt(index) is IgnoreReason.Unknown && !IsOfAnother(index) && Headers.Compact(Header[index]).TrimEnd('1', '2', '3', '4', '5') is var name
        && (Headers.IsContact(Headers.FieldOf(name)) || Headers.IsContact(Headers.FieldOf(Ordinal.Replace(name, ""))));

    public bool IsName(int index) => Headers.IsName(FieldAt(index));

    private static readonly Regex Ordinal = new("^(?:(?:2e|tweede|second|zweites?|ander|andere|other|anderes?|extra|alternatie(?:f|ve)|alternative|deuxieme|autre))+");

    private ColumnUse? ChosenUse(ListRules? rules, int index) => rules is not null && index < rules.Columns.Count && !IsFixed(index) ? rules.Columns[index] : null;

    private static ColumnMeaning? AnsweredMeaning(ListRules? rules, string header) => rules?.Answers?.TryGetValue(header, out var meaning) is true ? meaning : null;

    // What must not be read is asked whether it says no, and is nothing else whatever is said of it.
    private Field? SaidField(int index, ColumnUse use) => SensitiveHeaders.ReasonOf(Header[index]) is null or IgnoreReason.Notes ? ColumnUses.FieldOf(use) : null;

    private Field? OwnField(int index) => Headers.MayHoldAnswers(Header, index) || ColumnsOfOthers.Has(Header, index) || Headers.IsOutdone(Header, index) ? null : OtherSpellings.HouseOf(Header, index) ?? Headers.FieldOf(Header[index]) ?? Headers.NumberBehindStreet(Header, index) ?? OtherSpellings.FieldOf(Header, index);

    private void Take(Field field, int index)
    {
        if (_isHidden(index))
            _ignored[index] = IgnoreReason.Hidden;
        else if (Has(field))
            _doubles.AddRange([HeaderOf(field), Header[index]]);
        else
            _indexes[(int)field] = index;
    }
}
