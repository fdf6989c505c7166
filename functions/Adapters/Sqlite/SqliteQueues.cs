using System.Globalization;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>Queues in the embedded store: what became visible first leaves first. A receipt is the number of the change that took the message.</summary>
internal sealed class SqliteQueues(SqliteStore store, TimeProvider clock) : IQueues
{
    private const string Kind = "queue";
    private const string Columns = "id, text, receipt, dequeued, inserted";
    private const string Send = "INSERT INTO messages (queue, visible, receipt, dequeued, inserted, text) VALUES (?1, ?2, 0, 0, ?3, ?4)";
    private const string Peek = $"SELECT {Columns} FROM messages WHERE queue = ?1 AND visible <= ?2 ORDER BY visible, id LIMIT ?3";
    private const string Receive = "UPDATE messages SET visible = ?4, receipt = ?5, dequeued = dequeued + 1 "
        + $"WHERE id IN (SELECT id FROM messages WHERE queue = ?1 AND visible <= ?2 ORDER BY visible, id LIMIT ?3) RETURNING {Columns}";
    private const string Delete = "DELETE FROM messages WHERE id = ?1 AND receipt = ?2 AND queue = ?3";
    private const string Extend = $"UPDATE messages SET visible = ?4, receipt = ?5 WHERE id = ?1 AND receipt = ?2 AND queue = ?3 RETURNING {Columns}";
    private const string Count = "SELECT COUNT(*) FROM messages WHERE queue = ?1";

    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckSend(queue, text, delay);
        var now = Now();
        return store.WriteAsync((writer, _) =>
        {
            var id = store.Names.Given(writer, Kind, queue);
            using var statement = writer.Use(Send).Bind(1, id).Bind(2, now + delay.Ticks).Bind(3, now).Bind(4, text);
            return statement.Run();
        });
    }

    // An empty queue costs a lock and no write: an update of nothing leaves nothing to commit.
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckReceive(queue, max, visibility);
        var now = Now();
        return store.WriteAsync<IReadOnlyList<QueueMessage>>((writer, version) =>
        {
            var id = store.Names.Given(writer, Kind, queue);
            using var statement = writer.Use(Receive).Bind(1, id).Bind(2, now).Bind(3, max).Bind(4, now + visibility.Ticks).Bind(5, version);
            return ReadAll(statement);
        });
    }

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckName(queue);
        return store.WriteAsync((writer, _) =>
        {
            using var statement = BindHeld(writer.Use(Delete), writer, queue, message);
            return statement.Run() == 1;
        });
    }

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckExtend(queue, visibility);
        var until = Now() + visibility.Ticks;
        return store.WriteAsync((writer, version) =>
        {
            using var statement = BindHeld(writer.Use(Extend), writer, queue, message).Bind(4, until).Bind(5, version);
            return ReadAll(statement).SingleOrDefault();
        });
    }

    public Task<int> CountAsync(string queue, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckName(queue);
        return Task.FromResult(store.Read(reader =>
        {
            if (store.Names.Known(reader, Kind, queue) is not { } id)
                return 0;
            using var statement = reader.Use(Count).Bind(1, id);
            return statement.Step() ? (int)statement.Long(0) : 0;
        }));
    }

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        QueueRules.CheckPeek(queue, max);
        return Task.FromResult<IReadOnlyList<QueueMessage>>(store.Read(reader =>
        {
            if (store.Names.Known(reader, Kind, queue) is not { } id)
                return [];
            using var statement = reader.Use(Peek).Bind(1, id).Bind(2, Now()).Bind(3, max);
            return ReadAll(statement).ConvertAll(message => message with { Receipt = null });
        }));
    }

    private long Now() => clock.GetUtcNow().UtcTicks;

    private SqliteStatement BindHeld(SqliteStatement statement, SqliteConnection writer, string queue, QueueMessage message) =>
        statement.Bind(1, Number(message.Id)).Bind(2, Number(message.Receipt)).Bind(3, store.Names.Given(writer, Kind, queue));

    // A receipt that is not a number belongs to no message.
    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static List<QueueMessage> ReadAll(SqliteStatement statement)
    {
        var messages = new List<QueueMessage>();
        while (statement.Step())
            messages.Add(ReadMessage(statement));
        return messages;
    }

    private static QueueMessage ReadMessage(SqliteStatement statement) => new(
        statement.Long(0).ToString(CultureInfo.InvariantCulture),
        statement.Text(1),
        statement.Long(2).ToString(CultureInfo.InvariantCulture),
        (int)statement.Long(3),
        new DateTimeOffset(statement.Long(4), TimeSpan.Zero));
}
