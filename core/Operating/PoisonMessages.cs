using System.Text.Json;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>Messages that failed too often and were put aside: looked at, tried again once the cause is mended, or dropped for a reason that is written down.</summary>
public sealed class PoisonMessages(IQueues queues, Audit audit)
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public Task<IReadOnlyList<QueueMessage>> ListAsync(string queue, CancellationToken ct) => queues.PeekAsync(QueueNames.PoisonOf(queue), QueueRules.MaxReceive, ct);

    /// <summary>Puts all of them back on their queue. Jobs are idempotent: a crash between sending and deleting only runs one twice.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RequeueAsync(string queue, CancellationToken ct)
    {
        // No more than there are now: what fails again comes back here.
        var left = await queues.CountAsync(QueueNames.PoisonOf(queue), ct);
        var sent = new Dictionary<GroupId, int>();
        while (left > 0 && await queues.ReceiveAsync(QueueNames.PoisonOf(queue), Math.Min(left, QueueRules.MaxReceive), Held, ct) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await queues.SendAsync(queue, message.Text, TimeSpan.Zero, ct);
                await queues.DeleteAsync(QueueNames.PoisonOf(queue), message, ct);
                sent[GroupOf(message)] = sent.GetValueOrDefault(GroupOf(message)) + 1;
            }

            left -= messages.Count;
        }

        foreach (var (group, count) in sent)
            await audit.WriteAsync(group, $"put {count} failed messages back on queue {queue}", ct);
        return sent.Values.Sum();
    }

    /// <returns>False when there is no such message.</returns>
    public async Task<bool> DropAsync(string queue, string id, string why, CancellationToken ct)
    {
        var passed = new List<QueueMessage>();
        try
        {
            while (await queues.ReceiveAsync(QueueNames.PoisonOf(queue), QueueRules.MaxReceive, Held, ct) is { Count: > 0 } messages)
            {
                passed.AddRange(messages.Where(m => m.Id != id));
                if (messages.FirstOrDefault(m => m.Id == id) is not { } found)
                    continue;
                await audit.WriteAsync(GroupOf(found), $"dropped message {id} of queue {queue}: {why}", ct);
                return await queues.DeleteAsync(QueueNames.PoisonOf(queue), found, ct);
            }

            return false;
        }
        finally
        {
            foreach (var message in passed)
                await queues.ExtendAsync(QueueNames.PoisonOf(queue), message, TimeSpan.Zero, CancellationToken.None);
        }
    }

    /// <summary>The group that a job names; what came in from outside names none.</summary>
    private static GroupId GroupOf(QueueMessage message)
    {
        try
        {
            using var json = JsonDocument.Parse(message.Text);
            return json.RootElement.TryGetProperty("group", out var name) && GroupId.TryParse(name.GetString(), out var group) ? group : GroupId.Default;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return GroupId.Default;
        }
    }
}
