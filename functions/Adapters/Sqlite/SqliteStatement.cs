using System.Text;
using SQLitePCL;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>A prepared statement. Disposing it gives it back to its connection, ready for the next use.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    // Strict: two keys with broken surrogates must not become one.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public SqliteStatement Bind(int index, long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        var most = Utf8.GetMaxByteCount(value.Length);
        var bytes = most <= 2048 ? stackalloc byte[most] : new byte[most];
        return Bind(index, bytes[..Utf8.GetBytes(value, bytes)]);
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, and SQLite takes no address for NULL.
        connection.Check(text.IsEmpty ? raw.sqlite3_bind_text(handle, index, "") : raw.sqlite3_bind_text(handle, index, text));
        return this;
    }

    /// <summary>True when there is a row to read, false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not raw.SQLITE_ROW and not raw.SQLITE_DONE)
            connection.Check(code);
        return code is raw.SQLITE_ROW;
    }

    /// <summary>Runs a change to its end and says how many rows it changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return connection.Changes();
    }

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => Utf8.GetString(raw.sqlite3_column_blob(handle, column));

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    // The code that reset returns repeats the failure of the step before it, which has been thrown.
    public void Dispose() => _ = raw.sqlite3_reset(handle);

    internal void Close() => handle.Dispose();
}
