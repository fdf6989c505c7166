using System.Collections.Concurrent;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>Keeps what is sent, in order; nothing is received from it.</summary>
internal sealed class RecordingQueues : IQueues
{
    private readonly ConcurrentQueue<(string Queue, string Text)> sent = new();

    public bool IsDown { get; set; }

    public IReadOnlyList<string> Texts(string queue) => sent.Where(one => one.Queue == queue).Select(one => one.Text).ToList();

    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct)
    {
        if (IsDown)
            throw new IOException("The queue is down.");
        sent.Enqueue((queue, text));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct) => Task.FromResult<IReadOnlyList<QueueMessage>>([]);

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct) => Task.FromResult(false);

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct) => Task.FromResult<QueueMessage?>(null);

    public Task<int> CountAsync(string queue, CancellationToken ct) => Task.FromResult(Texts(queue).Count);

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct) => Task.FromResult<IReadOnlyList<QueueMessage>>([]);
}
