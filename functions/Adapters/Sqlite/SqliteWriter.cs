using System.Threading.Channels;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// The one that writes: a thread that puts all changes which wait together into one transaction, each behind a savepoint, so that a
/// refused one takes back only itself. A caller hears of its change when it is committed, and not before.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Bounds how long the first of a group waits for the last, and how large the write-ahead log grows at once.
    private const int MaxGroup = 64;
    private const string NextVersion = "UPDATE version SET last = last + ?1 RETURNING last";
    private readonly Channel<Change> waiting = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteNames names;
    private readonly Thread thread;

    public SqliteWriter(SqliteConnection connection, SqliteNames names)
    {
        this.connection = connection;
        this.names = names;
        thread = new Thread(Loop) { IsBackground = true, Name = "store writer" };
        thread.Start();
    }

    /// <summary>
    /// Runs the change with a version that no other change has, higher than all before. What it throws refuses this change alone,
    /// but for <see cref="StoreUnavailableException"/>, which refuses the group.
    /// </summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, long, T> body)
    {
        var change = new Change<T>(body);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(change), this);
        return change.Answer;
    }

    /// <summary>Finishes what waits, then stops.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Loop()
    {
        var group = new List<Change>(MaxGroup);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && waiting.Reader.TryRead(out var change))
                group.Add(change);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Change> group)
    {
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            var version = Reserve(group.Count) - group.Count;
            foreach (var change in group)
                RunOne(change, ++version);
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

    private long Reserve(int count)
    {
        using var statement = connection.Use(NextVersion).Bind(1, count);
        statement.Step();
        return statement.Long(0);
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
