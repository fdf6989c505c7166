using System.Collections.Concurrent;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Small integers for the long names that would be in each row: a (table, partition) or a ("queue", name).
/// An id is never taken back, so it may be remembered once its transaction is committed.
/// </summary>
internal sealed class SqliteNames
{
    private const string Find = "SELECT id FROM names WHERE kind = ?1 AND name = ?2";
    private const string Add = "INSERT INTO names (kind, name) VALUES (?1, ?2)";
    private readonly ConcurrentDictionary<(string Kind, string Name), long> _committed = new();
    private readonly Dictionary<(string Kind, string Name), long> _fresh = [];

    /// <summary>The id, or null when nothing was ever stored under the name.</summary>
    public long? Known(SqliteConnection reader, string kind, string name)
    {
        if (_committed.TryGetValue((kind, name), out var id))
            return id;
        if (Read(reader, kind, name) is not { } found)
            return null;
        return _committed[(kind, name)] = found;
    }

    /// <summary>The id, given out if need be. Only for the writer, in its transaction.</summary>
    public long Given(SqliteConnection writer, string kind, string name)
    {
        if (_committed.TryGetValue((kind, name), out var id) || _fresh.TryGetValue((kind, name), out id))
            return id;
        return _fresh[(kind, name)] = Read(writer, kind, name) ?? Insert(writer, kind, name);
    }

    public void Commit()
    {
        if (_fresh.Count == 0)
            return;
        foreach (var (name, id) in _fresh)
            _committed[name] = id;
        _fresh.Clear();
    }

    public void Forget() => _fresh.Clear();

    private static long? Read(SqliteConnection connection, string kind, string name)
    {
        using var statement = connection.Use(Find).Bind(1, kind).Bind(2, name);
        return statement.Step() ? statement.Long(0) : null;
    }

    private static long Insert(SqliteConnection connection, string kind, string name)
    {
        using var statement = connection.Use(Add).Bind(1, kind).Bind(2, name);
        statement.Run();
        return connection.LastId();
    }
}
