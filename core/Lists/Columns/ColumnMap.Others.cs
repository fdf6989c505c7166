using System.Text.RegularExpressions;
using Outreach.Lists.Columns.Noes;
using Outreach.Lists.Rows;
using Outreach.People;

namespace Outreach.Lists.Columns;

/// <summary>Columns of numbers and addresses that stand behind the name of another person than the one of the row.</summary>
internal sealed partial class ColumnMap
{
    private readonly SortedSet<int> _whose = [];

    // No header says so: the cells before them hold names.
    private readonly HashSet<int> _behindNames = [];

    private readonly HashSet<int> _chosen = [];
    private readonly HashSet<int> _answered = [];

    /// <summary>The number or the address of somebody else, or their own: nobody has said yet.</summary>
    public bool IsWhoseAsked(int index) => _whose.Contains(index) && (_behindNames.Contains(index) || ColumnsOfOthers.IsToBeAsked(Header, index));

    public bool IsWhoseAsked(string header) => _whose.Any(index => Header[index] == header && IsWhoseAsked(index));

    /// <summary>Numbers or addresses stand there behind the name of another person.</summary>
    public bool HasWhose => _whose.Count > 0;

    /// <summary>The same, or behind the contact person.</summary>
    public bool HasOthers => HasWhose || Enumerable.Range(0, Header.Count).Any(index => Headers.IsContact(Headers.FieldOf(Header[index])) && IsOfAnother(index));

    /// <summary>Where a column says whose the numbers of another are.</summary>
    public int? SaysWhose(int contact) => Whose.TryGetValue(contact, out var says) ? says : null;

    public bool IsSaidWhose(int index) => Whose.ContainsValue(index);

    private Dictionary<int, int> Whose => field ??= Enumerable.Range(0, Header.Count).Where(index => IsContact(index) && WhoseColumns.Of(Header, index) is { } says && IgnoredAt(says) is IgnoreReason.Unknown).ToDictionary(index => index, index => WhoseColumns.Of(Header, index)!.Value);

    private bool IsOfAnother(int index) => _behindNames.Contains(index) || ColumnsOfOthers.Has(Header, index);

    private void TakeOwnContacts(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var index in _whose.Where(index => NamesNobody(rows, ColumnsOfOthers.PersonBefore(Header, index))).ToList())
        {
            _whose.Remove(index);
            _ignored[index] = null;
            Take(Headers.FieldOf(Header[index])!.Value, index);
        }
    }

    /// <summary>Right behind a column that we do not know, and that holds names of other people, they are theirs.</summary>
    private void SetAsideOfOthers(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var index = 1; index < Header.Count; index++)
        {
            if (!IsContact(index) || _chosen.Contains(index) || !StandsBehindNames(rows, index))
                continue;
            _indexes[(int)FieldAt(index)!.Value] = -1;
            _ignored[index] = IgnoreReason.Unknown;
            _behindNames.Add(index);
            if (!_answered.Contains(index))
                _whose.Add(index);
        }
    }

    private bool StandsBehindNames(IReadOnlyList<IReadOnlyList<string>> rows, int index)
    {
        var person = index - 1;
        while (person > 0 && (IsContact(person) || _behindNames.Contains(person)))
            person--;
        return IgnoredAt(person) is IgnoreReason.Unknown && Header[person].Length > 0 && !IsPermission(person) && !ColumnsOfOthers.Has(Header, person) && !OtherPeople.BroughtThem(Header[person]) && HoldsOtherPeople(rows, person, index);
    }

    private bool HoldsOtherPeople(IReadOnlyList<IReadOnlyList<string>> rows, int person, int contact)
    {
        var named = rows.Select(row => (Cell: CellAt(row, person), Name: NameIn(row))).Where(row => row.Cell.Length > 0).ToList();
        if (named.Count == 0)
            return false;
        // Of a list that was read before, nothing else is kept.
        if (named.TrueForAll(row => row.Cell == SensitiveWords.Shown))
            return rows.Any(row => CellAt(row, contact) == SensitiveWords.Shown);
        return named.Count(row => IsPerson(row.Cell)) * 4 >= named.Count * 3
            && named.Count(row => FirstNames.AreUsual([.. Headers.Words(row.Cell)])) * 3 >= named.Count
            && named.Count(row => row.Name.Length > 0 && !SameName.AreAlike(row.Cell, row.Name)) * 2 > named.Count;
    }

    private string NameIn(IReadOnlyList<string> row) =>
        string.Join(' ', new[] { Field.Name, Field.FirstName, Field.LastName }.Where(Has).Select(field => CellAt(row, IndexOf(field))).Where(part => part.Length > 0));

    private static string CellAt(IReadOnlyList<string> row, int index) => index < row.Count ? CellText.Of(row[index]) : "";

    private void LookWhose(int index, bool isChosen, bool isAnswered)
    {
        if (isChosen)
            _chosen.Add(index);
        else if (isAnswered)
            _answered.Add(index);
        else if (ColumnsOfOthers.PersonBefore(Header, index) is not null && !_isHidden(index))
            _whose.Add(index);
    }

    /// <summary>"Mantelzorger: ja" and "Ouders: 2" name nobody, and what stands behind them is about the person of the row.</summary>
    private bool NamesNobody(IReadOnlyList<IReadOnlyList<string>> rows, int? before)
    {
        if (before is not { } person)
            return true;
        var cells = rows.Select(row => CellAt(row, person)).Where(cell => cell.Length > 0).ToList();
        return PermissionWords.AreAnswers(cells) || !cells.Exists(cell => cell.Any(char.IsLetter) || cell == SensitiveWords.Shown)
            || (OtherPeople.MayBeOne(Header[person]) && !cells.Exists(cell => cell == SensitiveWords.Shown || IsPerson(cell) || FirstNames.AreUsual([.. Headers.Words(cell)])));
    }

    private static bool IsPerson(string cell) => NamelessList.IsFullName(cell) && !Place.IsMatch(cell);

    private static readonly Regex Place = new("(?:straat|weg|laan|plein|gracht|kade|hof|school|kerk|huis|stichting|groep|vereniging|club)\\b", RegexOptions.IgnoreCase);
}
