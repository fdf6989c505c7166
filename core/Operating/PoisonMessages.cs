using System.Text.Json;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>Work of one group that failed too often. Its text stays where it is: it may hold what people wrote.</summary>
public sealed record FailedWork(string Queue, string Id, DateTimeOffset Since);

/// <param name="All">Messages in the queue, of whatever group.</param>
public sealed record HiddenWork(string Queue, int All);

/// <param name="Shown">Of one group, among the first 32 of each queue.</param>
/// <param name="Hidden">Queues with more than can be looked at: beyond the first 32, or hidden until they are tried again within the hour.</param>
public sealed record Failures(IReadOnlyList<FailedWork> Shown, IReadOnlyList<HiddenWork> Hidden);

/// <summary>Messages that failed too often and were put aside: looked at, tried again once the cause is fixed, or dropped for a reason that is written down.</summary>
public sealed class PoisonMessages(IQueues queues, GiveUp giveUp, Audit audit)
{
    /// <summary>Maximum number of messages looked at to find those that are wanted.</summary>
    private const int MaxPassed = 1000;

    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public Task<IReadOnlyList<QueueMessage>> ListAsync(string queue, CancellationToken ct) => queues.PeekAsync(QueueNames.PoisonOf(queue), QueueRules.MaxReceive, ct);

    public async Task<Failures> OfAsync(GroupId group, CancellationToken ct)
    {
        var (shown, hidden) = (new List<FailedWork>(), new List<HiddenWork>());
        foreach (var queue in QueueNames.All)
        {
            var first = await ListAsync(queue, ct);
            shown.AddRange(first.Where(m => GroupOf(m) == group).Select(m => new FailedWork(queue, m.Id, m.InsertedAt)));
            if (await queues.CountAsync(QueueNames.PoisonOf(queue), ct) is var all && all > first.Count)
                hidden.Add(new(queue, all));
        }

        return new(shown, hidden);
    }

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

    /// <summary>Puts one back on its queue.</summary>
    /// <param name="group">The group it must belong to.</param>
    /// <returns>False when the group has no such message.</returns>
    public Task<bool> RetryAsync(GroupId group, string queue, string id, CancellationToken ct) => TakeOneAsync(group, queue, id, async message =>
    {
        await queues.SendAsync(queue, message.Text, TimeSpan.Zero, ct);
        await audit.WriteAsync(GroupOf(message), $"put failed message {id} back on queue {queue}", ct);
    }, ct);

    /// <param name="group">The group it must belong to; null: any group, for whoever runs the machine.</param>
    /// <param name="why">Written down, and kept when the message is gone.</param>
    /// <returns>False when there is no such message.</returns>
    public Task<bool> DropAsync(GroupId? group, string queue, string id, string why, CancellationToken ct) =>
        TakeOneAsync(group, queue, id, message => GiveUpAsync(queue, message, why, ct), ct);

    /// <summary>Drops those of a group that have waited since before. Younger ones are left as they are.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(GroupId group, DateTimeOffset before, int most, CancellationToken ct)
    {
        var count = 0;
        foreach (var queue in QueueNames.All)
        {
            var first = await ListAsync(queue, ct);
            if (first.Count == QueueRules.MaxReceive || first.Any(IsOld))
                count += await TakeAsync(queue, most - count, IsOld, message => GiveUpAsync(queue, message, "nobody looked after it in time", ct), ct);
        }

        return count;

        bool IsOld(QueueMessage message) => message.InsertedAt <= before && GroupOf(message) == group;
    }

    private async Task GiveUpAsync(string queue, QueueMessage message, string why, CancellationToken ct)
    {
        await audit.WriteAsync(GroupOf(message), $"dropped message {message.Id} of queue {queue}: {why}", ct);
        await giveUp.JobAsync(queue, message.Text, ct);
    }

    private async Task<bool> TakeOneAsync(GroupId? group, string queue, string id, Func<QueueMessage, Task> handle, CancellationToken ct) =>
        QueueNames.All.Contains(queue) && await TakeAsync(queue, 1, message => message.Id == id && (group is null || GroupOf(message) == group), handle, ct) > 0;

    /// <summary>Deletes messages after something was done with each; those that were passed by show again.</summary>
    /// <returns>How many were deleted.</returns>
    private async Task<int> TakeAsync(string queue, int most, Func<QueueMessage, bool> isWanted, Func<QueueMessage, Task> handle, CancellationToken ct)
    {
        var (poison, passed, taken) = (QueueNames.PoisonOf(queue), new List<QueueMessage>(), 0);
        try
        {
            while (taken < most && passed.Count < MaxPassed && await queues.ReceiveAsync(poison, QueueRules.MaxReceive, Held, ct) is { Count: > 0 } messages)
            {
                var wanted = messages.Where(isWanted).Take(most - taken).ToList();
                passed.AddRange(messages.Except(wanted));
                foreach (var message in wanted)
                {
                    await handle(message);
                    taken += await queues.DeleteAsync(poison, message, ct) ? 1 : 0;
                }
            }

            return taken;
        }
        finally
        {
            foreach (var message in passed)
                await queues.ExtendAsync(poison, message, TimeSpan.Zero, CancellationToken.None);
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
