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

    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly SqliteWriter writer;
    private readonly string path;
    private bool closed;

    /// <exception cref="StoreUnavailableException">The folder cannot be used; the message says why and what to do.</exception>
    public SqliteStore(string dataFolder)
    {
        path = Path.Combine(DataFolder.Prepare(dataFolder), "outreach.db");
        var connection = SqliteConnection.OpenWriter(path);
        try
        {
            CheckFormat(connection);
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var statement in Schema)
                connection.Execute(statement);
            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        writer = new SqliteWriter(connection, Names);
    }

    public SqliteNames Names { get; } = new();

    public T Read<T>(Func<SqliteConnection, T> question)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!readers.TryTake(out var reader))
            reader = SqliteConnection.OpenReader(path);
        try
        {
            return question(reader);
        }
        finally
        {
            readers.Add(reader);
        }
    }

    /// <inheritdoc cref="SqliteWriter.RunAsync"/>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, long, T> body, bool bulk = false) => writer.RunAsync(body, bulk);

    /// <summary>
    /// Folds the write-ahead log into the database file and empties it: what was deleted stands in old pages of the log as well. While another process reads it
    /// may stay; the next time it goes.
    /// </summary>
    public void FoldLog()
    {
        using var connection = SqliteConnection.OpenWriter(path);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Looks at the file itself, past what this process remembers of it, and writes.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged, gone, full or may not be written.</exception>
    public void Probe()
    {
        if (!File.Exists(path))
            throw new StoreUnavailableException($"The store {path} is gone. Stop, and put back the last backup of the data folder.");
        using var connection = SqliteConnection.OpenWriter(path);
        connection.Execute("UPDATE version SET last = last + 1");
    }

    /// <summary>Reads all of the file: seconds, where there is much.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged.</exception>
    public void CheckWhole()
    {
        using var connection = SqliteConnection.OpenReader(path);
        using var statement = connection.Use("PRAGMA quick_check(1)");
        if (!statement.Step() || statement.Text(0) != "ok")
            throw new StoreUnavailableException($"The store {path} is damaged. Stop, and put back the last backup of the data folder.");
    }

    /// <summary>Finishes what waits; the last one to close folds the write-ahead log into the database file.</summary>
    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        while (readers.TryTake(out var reader))
            reader.Dispose();
        writer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void CheckFormat(SqliteConnection connection)
    {
        using var statement = connection.Use("PRAGMA user_version");
        statement.Step();
        if (statement.Long(0) > Format)
            throw new StoreUnavailableException($"The store {path} was written by a newer Outreach. Start that version, or put back a backup from before the update.");
    }
}
