using System.Collections.Concurrent;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// The database file of a data folder: one writer, and readers that neither wait for it nor hold it up. A second process (an operator's
/// chore while the server runs) may open the same folder: SQLite's locks let their transactions take turns. Not on a network share, where those locks fail.
/// </summary>
internal sealed class SqliteStore : IDisposable, IAsyncDisposable
{
    private const int Format = 1;

    // Rows by rowid with one unique index: half again as fast as WITHOUT ROWID, since only keys move when a page splits.
    private static readonly string[] Schema =
    [
        "CREATE TABLE IF NOT EXISTS version (last INTEGER NOT NULL)",
        "INSERT INTO version SELECT 0 WHERE NOT EXISTS (SELECT * FROM version)",
        "CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name))",
        "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, partition INTEGER NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL)",
        "CREATE UNIQUE INDEX IF NOT EXISTS rows_key ON rows (partition, key)",
        "CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, queue INTEGER NOT NULL, visible INTEGER NOT NULL, receipt INTEGER NOT NULL, "
            + "dequeued INTEGER NOT NULL, inserted INTEGER NOT NULL, text TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible)",
        "PRAGMA user_version = 1",
    ];

    // Without a sign that it once held something, a store that was lost looks like a new one.
    private const string Mark = "store.mark";

    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly SqliteWriter _writer;
    private readonly string _path;
    private readonly string _mark;
    private bool _closed;

    /// <exception cref="StoreUnavailableException">The folder cannot be used; the message says why and what to do.</exception>
    public SqliteStore(string dataFolder)
    {
        _path = Path.Combine(DataFolder.Prepare(dataFolder), "outreach.db");
        _mark = Path.Combine(Path.GetDirectoryName(_path)!, Mark);
        var wasUsed = File.Exists(_mark);
        if (wasUsed && !File.Exists(_path))
            throw Lost("is gone");
        var connection = SqliteConnection.OpenWriter(_path);
        try
        {
            CheckFormat(connection);
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var statement in Schema)
                connection.Execute(statement);
            connection.Execute("COMMIT");
            if (wasUsed && IsEmpty(connection))
                throw Lost("is empty");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _writer = new SqliteWriter(connection, Names);
    }

    public SqliteNames Names { get; } = new();

    public T Read<T>(Func<SqliteConnection, T> question)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (!_readers.TryTake(out var reader))
            reader = SqliteConnection.OpenReader(_path);
        try
        {
            return question(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <inheritdoc cref="SqliteWriter.RunAsync"/>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, long, T> body, bool bulk = false) => _writer.RunAsync(body, bulk);

    /// <summary>
    /// Folds the write-ahead log into the database file and empties it: what was deleted is in old pages of the log as well. While another process reads it
    /// may stay; the next time it goes.
    /// </summary>
    public void FoldLog()
    {
        using var connection = SqliteConnection.OpenWriter(_path);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>
    /// Rewrites the database. What is deleted is overwritten where it lay, but a page that was balanced before may still have a copy of it in its gap. Writers wait
    /// meanwhile: some seconds for a large group, at night.
    /// </summary>
    public void Compact()
    {
        using var connection = SqliteConnection.OpenWriter(_path);
        connection.Execute("PRAGMA temp_store = FILE");
        connection.Execute("VACUUM");
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Looks at the file itself, past what this process remembers of it, and writes.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged, gone, full or may not be written.</exception>
    public void Probe()
    {
        if (!File.Exists(_path))
            throw new StoreUnavailableException($"The store {_path} is gone. Stop, and put back the last backup of the data folder.");
        using var connection = SqliteConnection.OpenWriter(_path);
        connection.Execute("UPDATE version SET last = last + 1");
    }

    /// <summary>Reads all of the file: seconds, where there is much.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged.</exception>
    public void CheckWhole()
    {
        using var connection = SqliteConnection.OpenReader(_path);
        using var statement = connection.Use("PRAGMA quick_check(1)");
        if (!statement.Step() || statement.Text(0) != "ok")
            throw new StoreUnavailableException($"The store {_path} is damaged. Stop, and put back the last backup of the data folder.");
    }

    /// <summary>From now on an empty store here counts as one that was lost.</summary>
    public void MarkAsUsed()
    {
        if (!File.Exists(_mark))
            SecretFile.Write(_mark, "This folder holds the data of Outreach. Without outreach.db the program does not start: put back a backup.\n");
    }

    /// <summary>Moves everything in a queue, visible or not, to another, where it is visible at once.</summary>
    /// <param name="change">What becomes of the text of each.</param>
    /// <returns>How many messages that were.</returns>
    public int MoveMessages(string from, string to, Func<string, string> change)
    {
        using var connection = SqliteConnection.OpenWriter(_path);
        connection.Execute("BEGIN IMMEDIATE");
        var moved = MessagesOf(connection, from);
        var target = Names.Given(connection, "queue", to);
        foreach (var (id, text) in moved)
        {
            using var move = connection.Use("UPDATE messages SET queue = ?2, visible = 0, text = ?3 WHERE id = ?1").Bind(1, id).Bind(2, target).Bind(3, change(text));
            move.Run();
        }

        connection.Execute("COMMIT");
        Names.Commit();
        return moved.Count;
    }

    /// <summary>Finishes what waits; the last one to close folds the write-ahead log into the database file.</summary>
    public void Dispose()
    {
        if (_closed)
            return;
        _closed = true;
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _writer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private List<(long Id, string Text)> MessagesOf(SqliteConnection connection, string queue)
    {
        var messages = new List<(long, string)>();
        using var statement = connection.Use("SELECT id, text FROM messages WHERE queue = ?1").Bind(1, Names.Known(connection, "queue", queue) ?? 0);
        while (statement.Step())
            messages.Add((statement.Long(0), statement.Text(1)));
        return messages;
    }

    private static bool IsEmpty(SqliteConnection connection)
    {
        using var statement = connection.Use("SELECT 1 FROM names LIMIT 1");
        return !statement.Step();
    }

    private StoreUnavailableException Lost(string how) => new(
        $"The store {_path} {how}, but this folder held one. Put back the last backup ('outreach restore FILE' into an empty folder); to begin anew, delete {_mark} as well.");

    private void CheckFormat(SqliteConnection connection)
    {
        using var statement = connection.Use("PRAGMA user_version");
        statement.Step();
        if (statement.Long(0) > Format)
            throw new StoreUnavailableException($"The store {_path} was written by a newer Outreach. Start that version, or put back a backup from before the update.");
    }
}
