using SQLitePCL;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>The embedded store could not do its work and has changed nothing; the message says what an operator can do.</summary>
internal sealed class StoreUnavailableException(string message, Exception? inner = null) : IOException(message, inner)
{
    internal static StoreUnavailableException From(int code, string detail, string path)
    {
        var advice = (code & 0xff) switch
        {
            raw.SQLITE_FULL => "the disk is full. Free some space; what was not stored is tried again.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "it may not be written. Give this account write access to the folder and the files in it.",
            raw.SQLITE_CANTOPEN => "it cannot be opened. Check that the folder exists, that this account may write in it and that it is not on a network share.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program has been writing to it for too long. Let that end, or stop it.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "it is damaged or no database of ours. Stop, and put back the last backup of the data folder.",
            raw.SQLITE_IOERR => "the disk reports an error. Check the disk; what was not stored is tried again.",
            _ => "it failed unexpectedly.",
        };
        return new StoreUnavailableException($"The store {path}: {advice} (SQLite {code}: {detail})");
    }
}
