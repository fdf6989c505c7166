namespace Outreach.Lists;

/// <summary>
/// The rows of a list that have two things or more in common with other rows, such as a number with one and an address with another: by these a no goes on from row to
/// row. All others are forgotten, so that a long list takes little memory.
/// </summary>
internal sealed class LinkingRows
{
    // Two that have one hash by chance keep a row too many.
    private readonly HashSet<int> _once = [];
    private readonly HashSet<int> _more = [];
    private readonly Dictionary<string, List<ListRow>> _by = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<ListRow> _next = new();
    private readonly HashSet<int> _waiting = [];

    /// <summary>All rows, before any is kept.</summary>
    public void Count(IEnumerable<string> keys)
    {
        foreach (var hash in keys.Select(HashOf).Distinct())
        {
            if (!_once.Add(hash))
                _more.Add(hash);
        }
    }

    public void Keep(ListRow row, IEnumerable<string> keys)
    {
        List<string> shared = [.. keys.Where(key => _more.Contains(HashOf(key))).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (shared.Count < 2)
            return;
        foreach (var key in shared)
            (_by.TryGetValue(key, out var rows) ? rows : _by[key] = []).Add(row);
        Look(row);
    }

    /// <summary>Something new is known of these keys: the rows that have them are looked at again.</summary>
    public void LookAgain(IEnumerable<string> keys)
    {
        foreach (var key in keys)
            _by.GetValueOrDefault(key)?.ForEach(Look);
    }

    /// <summary>Null when nothing is left to look at.</summary>
    public ListRow? Next()
    {
        if (!_next.TryDequeue(out var row))
            return null;
        _waiting.Remove(row.Row);
        return row;
    }

    private void Look(ListRow row)
    {
        if (_waiting.Add(row.Row))
            _next.Enqueue(row);
    }

    private static int HashOf(string key) => StringComparer.OrdinalIgnoreCase.GetHashCode(key);
}
