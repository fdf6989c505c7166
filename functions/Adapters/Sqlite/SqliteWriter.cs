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
    private readonly Channel<Change> waiting = Channel.CreateUnbounded<Change>();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<Change> group = new(MaxGroup);
    private long version;
    private long lastDrawn;

    /// <summary>
    /// Runs the change with a version that no other change has, in another process neither, higher than all before it here. What it throws refuses this change alone,
    /// but for <see cref="StoreUnavailableException"/>, which refuses the group.
    /// </summary>
    /// <param name="body">The change. It may run on the caller's thread, when nobody else writes: two thread switches cost more than a small change.</param>
    /// <param name="bulk">Rather let it wait for others to share a transaction with.</param>
    public Task<T> RunAsync<T>(Func<SqliteConnection, long, T> body, bool bulk)
    {
        var change = new Change<T>(body);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(change), this);
        if (turn.Wait(0))
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
        waiting.Writer.TryComplete();
        turn.Wait();
        while (waiting.Reader.TryPeek(out _))
            CommitNext();
        connection.Dispose();
        turn.Dispose();
    }

    // One group for each turn: a caller who works for others as well should not do so for ever.
    private void Work()
    {
        CommitNext();
        turn.Release();
        // Writers that arrived meanwhile left their work to us.
        if (waiting.Reader.TryPeek(out _) && turn.Wait(0))
            WorkElsewhere();
    }

    private void WorkElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(writer => writer.Work(), this, preferLocal: false);

    private void CommitNext()
    {
        while (group.Count < MaxGroup && waiting.Reader.TryRead(out var change))
            group.Add(change);
        if (group.Count > 0)
            Commit();
        group.Clear();
    }

    private void Commit()
    {
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            if (version + group.Count > lastDrawn)
                Draw();
            if (group.Count == 1)
                group[0].Run(connection, ++version);
            else
                group.ForEach(change => RunOne(change, ++version));
            connection.Execute("COMMIT");
            names.Commit();
        }
        catch (Exception e)
        {
            TakeBack();
            foreach (var change in group)
                change.Fail(e);
            return;
        }

        foreach (var change in group)
            change.Tell();
    }

    private void Draw()
    {
        using var statement = connection.Use(DrawVersions).Bind(1, VersionBlock);
        statement.Step();
        lastDrawn = statement.Long(0);
        version = lastDrawn - VersionBlock;
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
        version = lastDrawn = 0;
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
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? refusal;
        private T? result;

        public Task<T> Answer => source.Task;

        public override void Run(SqliteConnection connection, long version) => result = body(connection, version);

        public override void Refuse(Exception reason) => refusal = reason;

        public override void Fail(Exception reason) => source.SetException(reason);

        public override void Tell()
        {
            if (refusal is null)
                source.SetResult(result!);
            else
                source.SetException(refusal);
        }
    }
}
