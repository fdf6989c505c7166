using Outreach.Lists.Files;
using Outreach.Lists.Rows;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>
/// Who says no in a list, and by what they are known. A no holds for all rows of the same person, and what else stands in those rows is closed too. Read ahead, for it
/// may stand below the row that it is about, in one that is hidden or in one that is refused.
/// </summary>
internal sealed class NosOfList(string nameColumn, Wording wording)
{
    // Whoever else shares a number or an address with so many people who said no is stopped by it where it is stored.
    private const int MaxOfOne = 32;

    private static readonly List<No> Nobody = [];

    private readonly Dictionary<string, List<No>> _by = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _hidden = [];
    private readonly HashSet<int> _unread = [];

    /// <summary>Looks through the rows below the header, the hidden ones too, and stands at the first again.</summary>
    public void ReadIn(ShownRows source, RowReader reader, int header)
    {
        foreach (var row in Rows(isOnlyNo: true))
        {
            Add(row);
            if (source.IsHidden)
                (row.Candidate is { IsOptedOut: true } ? _hidden : _unread).Add(row.Row);
        }

        if (_by.Count > 0)
            Follow(() => Rows(isOnlyNo: false));
        source.Return(header, _hidden.Contains);

        IEnumerable<ListRow> Rows(bool isOnlyNo) => RowsBelow(source, reader, header, isOnlyNo);
    }

    /// <summary>A row of somebody who said no may show one more number of theirs, and that one more row, in whatever order they stand.</summary>
    private void Follow(Func<IEnumerable<ListRow>> rows)
    {
        var links = new LinkingRows();
        foreach (var row in rows())
            links.Count(LinksOf(row));
        foreach (var row in rows())
            links.Keep(row, LinksOf(row));
        while (links.Next() is { } row)
        {
            if (Under(row) is var under && under != row && Add(under))
                links.LookAgain(LinksOf(row));
        }
    }

    private static IEnumerable<string> LinksOf(ListRow row) => KeysOf(row).Where(key => key.Kind is not Key.Name).Select(key => key.Key);

    /// <summary>The row with what its person says in other rows of the list.</summary>
    public ListRow Under(ListRow row)
    {
        if (_by.Count == 0 || row.Candidate is not { } candidate)
            return row;
        var (said, problems) = (candidate.Permissions, new List<RowProblem>());
        foreach (var (key, kind) in KeysOf(row))
        {
            foreach (var no in _by.GetValueOrDefault(key, Nobody).Where(no => no.Row != row.Row))
                said = Hear(no, kind);
        }

        if (said == candidate.Permissions)
            return row;
        return row with
        {
            Candidate = candidate with { Permissions = said },
            Others = [.. row.Others.Select(other => other with { Permissions = said })],
            Problems = problems.Count == 0 ? row.Problems : [.. row.Problems, problems[0]],
        };

        Permissions Hear(No no, Key kind)
        {
            var isSure = IsOfThem(no, kind, candidate);
            var after = isSure is null ? said : said.And(isSure.Value ? no.Said : new Permissions().And(no.Ways, Permission.Unproven));
            if (after != said && kind is not Key.Contact)
                problems.Add(Warning(row, no, isSure!.Value));
            return after;
        }
    }

    /// <summary>The cells of the current row for a copy in which no row is hidden: what a hidden one says of its person goes along.</summary>
    public IReadOnlyList<string> Marked(RowReader reader, string[] cells)
    {
        if (_unread.Count == 0 || reader.ReadForNo(isOnlyNo: false) is not { Candidate: { } candidate } row)
            return cells;
        var isSaid = KeysOf(row).Any(key => _by.GetValueOrDefault(key.Key, Nobody).Exists(no => _unread.Contains(no.Row) && IsOfThem(no, key.Kind, candidate) is true));
        var first = Array.FindIndex(cells, cell => cell.Length > 0);
        if (isSaid && first >= 0)
            cells[first] = CommentedNo.MarkOn(cells[first]);
        return cells;
    }

    private static IEnumerable<ListRow> RowsBelow(ShownRows source, RowReader reader, int header, bool isOnlyNo)
    {
        if (!source.Return(header, _ => true))
            yield break;
        var last = source.Row + ListRules.MaxRows - 1;
        do
        {
            if (reader.ReadForNo(isOnlyNo) is { } row)
                yield return row;
        }
        while (IsMore() && source.Row <= last);

        bool IsMore()
        {
            try
            {
                return source.Read();
            }
            catch (UnreadableFileException)
            {
                // That is said where the rows are taken in.
                return false;
            }
        }
    }

    /// <returns>Whether it says more than was known.</returns>
    private bool Add(ListRow row)
    {
        if ((row.Candidate ?? row.Refuser) is not { Permissions.HasNo: true } person)
            return false;
        var (no, isMore) = (new No(row.Row, person.Name, person.Permissions.Nos, row.Candidate is null) { House = HouseOf(person) }, false);
        var keys = KeysOf(row).Where(key => key.Kind is not Key.Name);
        foreach (var (key, _) in (no.IsRefused || IsWhole(person.Name)) && NameKey(person.Name) is { } name ? keys.Append((name, Key.Name)) : keys)
        {
            if (!_by.TryGetValue(key, out var nos))
                _by[key] = nos = [];
            if (nos.Count >= MaxOfOne || nos.Exists(known => known.Name == no.Name && known.Said.And(no.Said) == known.Said))
                continue;
            nos.Add(no);
            isMore = true;
        }

        return isMore;
    }

    /// <returns>Whether it is certain that they are one; null when they are two.</returns>
    private static bool? IsOfThem(No no, Key kind, Candidate candidate) => kind switch
    {
        // Two records of one person need not share a number, but two houses are two people.
        Key.Name => no.House is not null && HouseOf(candidate) is { } house && house != no.House ? null : false,
        Key.House when no.Name is null => candidate.Name is null ? null : false,
        Key.House => candidate.Name is null || !SameName.AreAlike(no.Name, candidate.Name) ? null : NameKey(no.Name) == NameKey(candidate.Name) && SameName.MayBeOne(no.Name, candidate.Name),
        _ => no.IsRefused || SameName.MayBeOne(no.Name, candidate.Name) ? true : SameName.AreAlike(no.Name, candidate.Name) ? false : null,
    };

    /// <summary>A first name and a surname: of one word, or of initials, there are many.</summary>
    private static bool IsWhole(string? name) => name is not null && SameName.KeyOf(name) is { } key && key.Split(' ').Count(word => word.Length > 2) > 1;

    private static string? HouseOf(Candidate candidate) => candidate.Address is { } address ? ContactHasher.Household(address) : null;

    private RowProblem Warning(ListRow row, No no, bool isSure) => isSure
        ? new(row.Row, nameColumn, ProblemCodes.Adjusted, wording.NoInRow(no.Row), row.Candidate!.Name ?? "", Rejected: false) { Became = wording.OptedOut }
        : new(row.Row, nameColumn, ProblemCodes.ConsentUnknown, no.Name is null ? wording.MayBeNoAtHouse(no.Row) : wording.MayBeNoInRow(no.Row), row.Candidate!.Name ?? "", Rejected: false);

    private static IEnumerable<(string Key, Key Kind)> KeysOf(ListRow row)
    {
        foreach (var one in (row.Candidate ?? row.Refuser) is { } person ? row.Others.Prepend(person) : row.Others)
        {
            if (one.Mobile is { } mobile)
                yield return (mobile.Value, Key.Contact);
            if (one.Email is { } email)
                yield return (email.Value, Key.Contact);
            if (one.Landline is { } landline)
                yield return (landline.Value, Key.Landline);
        }

        if (row.Candidate?.Address is { } address)
            yield return (ContactHasher.Household(address), Key.House);
        if (NameKey(row.Candidate?.Name) is { } name)
            yield return (name, Key.Name);
    }

    private static string? NameKey(string? name) => name is null ? null : $"= {SameName.KeyOf(name) ?? name.ToUpperInvariant()}";

    private enum Key
    {
        Contact,
        Landline,
        House,
        Name,
    }

    /// <param name="IsRefused">Nothing else of the row is of use.</param>
    private sealed record No(int Row, string? Name, Permissions Said, bool IsRefused)
    {
        public string? House { get; init; }
        public Ways Ways => (Said.Sms is Permission.Unsaid ? Ways.None : Ways.Sms) | (Said.Email is Permission.Unsaid ? Ways.None : Ways.Email)
            | (Said.Call is Permission.Unsaid ? Ways.None : Ways.Call) | (Said.Post is Permission.Unsaid ? Ways.None : Ways.Post);
    }
}
