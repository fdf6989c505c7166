using System.Globalization;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>Queues in memory on a test's clock: first in, first visible, first out; with <see cref="Faults"/> around each call.</summary>
public sealed class InMemoryQueues(TimeProvider clock, Faults? faults = null) : IQueues
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Held>> queues = [];
    private readonly Faults faults = faults ?? new Faults();
    private readonly List<(string Queue, string Text)> sent = [];
    private long last;

    /// <summary>Everything that was ever sent, in order.</summary>
    public IReadOnlyList<(string Queue, string Text)> Sent
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    /// <summary>The queues that hold a message, in ordinal order, for a test to look at.</summary>
    public IReadOnlyList<string> NotEmpty()
    {
        lock (gate)
            return [.. queues.Where(q => q.Value.Count > 0).Select(q => q.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>When the next of the hidden messages can be seen, for a test that goes there.</summary>
    public DateTimeOffset? NextAt
    {
        get
        {
            lock (gate)
                return queues.Values.SelectMany(held => held).Select(one => (DateTimeOffset?)one.VisibleAt).Where(at => at > clock.GetUtcNow()).Min();
        }
    }

    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        QueueRules.CheckSend(queue, text, delay);
        return Call(nameof(SendAsync), queue, held =>
        {
            var now = clock.GetUtcNow();
            sent.Add((queue, text));
            held.Add(new Held(new QueueMessage(Next(), text, null, 0, now), now + delay));
            return true;
        }, ct);
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckReceive(queue, max, visibility);
        return Call<IReadOnlyList<QueueMessage>>(nameof(ReceiveAsync), queue, held =>
        {
            var taken = Visible(held, max);
            foreach (var one in taken)
            {
                one.Message = one.Message with { Receipt = Next(), DequeueCount = one.Message.DequeueCount + 1 };
                one.VisibleAt = clock.GetUtcNow() + visibility;
            }

            return [.. taken.Select(one => one.Message)];
        }, ct);
    }

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        return Call(nameof(DeleteAsync), queue, held => held.RemoveAll(one => one.IsHeldBy(message)) == 1, ct);
    }

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct)
    {
        QueueRules.CheckExtend(queue, visibility);
        return Call(nameof(ExtendAsync), queue, held =>
        {
            if (held.Find(one => one.IsHeldBy(message)) is not { } found)
                return null;
            found.VisibleAt = clock.GetUtcNow() + visibility;
            return found.Message = found.Message with { Receipt = Next() };
        }, ct);
    }

    public Task<int> CountAsync(string queue, CancellationToken ct)
    {
        QueueRules.CheckName(queue);
        return Call(nameof(CountAsync), queue, held => held.Count, ct);
    }

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct)
    {
        QueueRules.CheckPeek(queue, max);
        return Call<IReadOnlyList<QueueMessage>>(nameof(PeekAsync), queue, held =>
            [.. Visible(held, max).Select(one => one.Message with { Receipt = null })], ct);
    }

    private Task<T> Call<T>(string operation, string queue, Func<List<Held>, T> call, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(faults.Around(operation, queue, () =>
        {
            lock (gate)
            {
                if (!queues.TryGetValue(queue, out var held))
                    queues.Add(queue, held = []);
                return call(held);
            }
        }));
    }

    // OrderBy is stable: messages that became visible together leave in the order they came.
    private List<Held> Visible(List<Held> held, int max) =>
        [.. held.Where(one => one.VisibleAt <= clock.GetUtcNow()).OrderBy(one => one.VisibleAt).Take(max)];

    private string Next() => (++last).ToString(CultureInfo.InvariantCulture);

    private sealed class Held(QueueMessage message, DateTimeOffset visibleAt)
    {
        public QueueMessage Message { get; set; } = message;

        public DateTimeOffset VisibleAt { get; set; } = visibleAt;

        public bool IsHeldBy(QueueMessage other) => Message.Id == other.Id && other.Receipt is not null && Message.Receipt == other.Receipt;
    }
}
