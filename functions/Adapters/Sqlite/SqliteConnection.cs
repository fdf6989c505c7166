using SQLitePCL;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>One connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private const int BusyMilliseconds = 10_000;
    private readonly Dictionary<string, SqliteStatement> _statements = [];
    private readonly string _path;
    private readonly sqlite3 _handle;

    static SqliteConnection() => Batteries_V2.Init();

    private SqliteConnection(string path)
    {
        _path = path;
        var code = raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code is not raw.SQLITE_OK)
        {
            _handle.Dispose();
            throw StoreUnavailableException.From(code, raw.sqlite3_errstr(code).utf8_to_string(), path);
        }

        raw.sqlite3_busy_timeout(_handle, BusyMilliseconds);
        // Otherwise a value that is bound to LIMIT makes SQLite compile the statement anew, each time that it is used.
        Check(raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _));
    }

    public static SqliteConnection OpenReader(string path) => Open(path, "PRAGMA cache_size = -8192", "PRAGMA query_only = 1");

    /// <summary>
    /// WAL with synchronous = normal: a killed process loses nothing that was answered; a power cut may lose the last moments, never the order of things.
    /// What is deleted is overwritten: an erased person is in no free page of the file either.
    /// </summary>
    public static SqliteConnection OpenWriter(string path) => Open(
        path, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000");

    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public SqliteStatement Use(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement))
            return statement;
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
        return _statements[sql] = new SqliteStatement(this, prepared);
    }

    public void Execute(string sql)
    {
        using var statement = Use(sql);
        statement.Run();
    }

    /// <summary>The whole database as it is at this moment into a file that is empty or not there, without the space of what was deleted. Writers go on meanwhile.</summary>
    public void CopyTo(string file)
    {
        Check(raw.sqlite3_prepare_v2(_handle, "VACUUM INTO ?1", out var prepared));
        using var statement = prepared;
        Check(raw.sqlite3_bind_text(statement, 1, file));
        if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE and var code)
            Check(code);
    }

    public int Changes() => raw.sqlite3_changes(_handle);

    public long LastId() => raw.sqlite3_last_insert_rowid(_handle);

    public void Check(int code)
    {
        if (code is not raw.SQLITE_OK)
            throw StoreUnavailableException.From(raw.sqlite3_extended_errcode(_handle), raw.sqlite3_errmsg(_handle).utf8_to_string(), _path);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _handle.Dispose();
    }

    private static SqliteConnection Open(string path, params ReadOnlySpan<string> settings)
    {
        var connection = new SqliteConnection(path);
        try
        {
            foreach (var setting in settings)
                connection.Execute(setting);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
