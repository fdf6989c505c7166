using System.Threading.Channels;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// The one that writes: it puts all changes which wait together into one transaction, each behind a savepoint, so that a refused one
/// takes back only itself. A caller hears of its change when it is committed, and not before.
/// </summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqliteNames names) : IDisposable
{
    // Bounds how long the first of a group waits for the last, and how large the write-ahead log grows at once.
    private const int MaxGroup = 64;

    // Versions are drawn in blocks, so that not every transaction rewrites the row that counts them.
    private const int VersionBlock = 10_000;
    private const string DrawVersions = "UPDATE version SET last = last + ?1 RETURNING last";
    private readonly Channel<Change> _waiting = Channel.CreateUnbounded<Change>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<Change> _group = new(MaxGroup);
    private long _version;
    private long _lastDrawn;

    /// <summary>
    /// Runs the change with a version that no other change has, in another process neither, higher than all before it here. What it throws refuses this change alone,
    /// but for <see cref="StoreUnavailableException"/>, which refuses the group.
    /// </summary>
    /// <param name="body">The change. It may run on the caller's thread, when nobody else writes: two thread switches cost more than a small change.</param>
    /// <param name="bulk">Rather let it wait for others to share a transaction with.</param>
    public Task<T> RunAsync<T>(Func<SqliteConnection, long, T> body, bool bulk)
    {
        var change = new Change<T>(body);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(change), this);
        if (_turn.Wait(0))
        {
            if (bulk)
                WorkElsewhere();
            else
                Work();
        }

        return change.Answer;
    }

    /// <summary>Finishes what waits, then stops.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _turn.Wait();
        while (_waiting.Reader.TryPeek(out _))
            CommitNext();
        connection.Dispose();
        _turn.Dispose();
    }

    // One group for each turn: a caller who works for others as well should not do so for ever.
    private void Work()
    {
        CommitNext();
        _turn.Release();
        // Writers that arrived meanwhile left their work to us.
        if (_waiting.Reader.TryPeek(out _) && _turn.Wait(0))
            WorkElsewhere();
    }

    private void WorkElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(writer => writer.Work(), this, preferLocal: false);

    private void CommitNext()
    {
        while (_group.Count < MaxGroup && _waiting.Reader.TryRead(out var change))
            _group.Add(change);
        if (_group.Count > 0)
            Commit();
        _group.Clear();
    }

    private void Commit()
    {
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            if (_version + _group.Count > _lastDrawn)
                Draw();
            if (_group.Count == 1)
                _group[0].Run(connection, ++_version);
            else
                _group.ForEach(change => RunOne(change, ++_version));
            connection.Execute("COMMIT");
            names.Commit();
        }
        catch (Exception e)
        {
            TakeBack();
            foreach (var change in _group)
                change.Fail(e);
            return;
        }

        foreach (var change in _group)
            change.Tell();
    }

    private void Draw()
    {
        using var statement = connection.Use(DrawVersions).Bind(1, VersionBlock);
        statement.Step();
        _lastDrawn = statement.Long(0);
        _version = _lastDrawn - VersionBlock;
    }

    private void RunOne(Change change, long version)
    {
        connection.Execute("SAVEPOINT one");
        try
        {
            change.Run(connection, version);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            connection.Execute("ROLLBACK TO one");
            names.Forget();
            change.Refuse(e);
        }

        connection.Execute("RELEASE one");
    }

    private void TakeBack()
    {
        names.Forget();
        // Perhaps the block was drawn in this very transaction.
        _version = _lastDrawn = 0;
        try
        {
            // SQLite rolls back by itself when the disk fails.
            if (connection.IsInTransaction)
                connection.Execute("ROLLBACK");
        }
        catch (StoreUnavailableException)
        {
            // The callers hear of the failure that came first; the next BEGIN says whether this one lasts.
        }
    }

    private abstract class Change
    {
        public abstract void Run(SqliteConnection connection, long version);

        public abstract void Refuse(Exception reason);

        public abstract void Fail(Exception reason);

        public abstract void Tell();
    }

    private sealed class Change<T>(Func<SqliteConnection, long, T> body) : Change
    {
        private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _refusal;
        private T? _result;

        public Task<T> Answer => _source.Task;

        public override void Run(SqliteConnection connection, long version) => _result = body(connection, version);

        public override void Refuse(Exception reason) => _refusal = reason;

        public override void Fail(Exception reason) => _source.SetException(reason);

        public override void Tell()
        {
            if (_refusal is null)
                _source.SetResult(_result!);
            else
                _source.SetException(_refusal);
        }
    }
}
