using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>A message that was claimed for sending more than ten minutes ago and not settled since: it may have left or not.</summary>
/// <param name="Id">Our reference for it at the provider.</param>
public sealed record UncertainMessage(string Id, PersonId Person, Channel Channel, DateTimeOffset Since);

/// <summary>Messages in doubt: looked up again with the provider, or given up for a reason that is written down.</summary>
public sealed class UncertainMessages(PeopleStore people, GiveUp giveUp, IQueues queues, Audit audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<UncertainMessage>> ListAsync(GroupId group, CancellationToken ct)
    {
        // Every conversation is read: all shards at once.
        var shards = await Task.WhenAll(Shard.All(group).Select(shard => ListAsync(shard, ct)));
        return [.. shards.SelectMany(doubts => doubts).OrderBy(doubt => doubt.Since)];
    }

    /// <summary>Now, not when its turn comes. It is sent again only where that is safe: an e-mail waits for its report in any case.</summary>
    /// <returns>False when the group has no such message in doubt.</returns>
    public async Task<bool> LookAgainAsync(GroupId group, string id, CancellationToken ct)
    {
        if (await FindAsync(group, id, ct) is not { } message)
            return false;
        var now = clock.GetUtcNow();
        await queues.SendAsync(SendMessageJob.For(group, message.Value, now), now, ct);
        await audit.WriteAsync(group, $"looked again at message {id}", ct);
        return true;
    }

    /// <summary>Counts as not sent: the person goes on to the next channel, or has failed.</summary>
    /// <param name="why">Written down first, and kept.</param>
    /// <returns>False when the group has no such message in doubt.</returns>
    public async Task<bool> DropAsync(GroupId group, string id, string why, CancellationToken ct)
    {
        if (await FindAsync(group, id, ct) is not { } message)
            return false;
        await audit.WriteAsync(group, $"gave up message {id}: {why}", ct);
        return await giveUp.HandleAsync(group, message.Value.Key, ct);
    }

    private async Task<IReadOnlyList<UncertainMessage>> ListAsync(Shard shard, CancellationToken ct)
    {
        var doubts = new List<UncertainMessage>();
        await foreach (var message in people.MessagesAsync(shard, ct))
        {
            if (IsInDoubt(message.Value))
                doubts.Add(new(message.Value.Key.ReferenceIn(shard.Group), message.Value.Person, message.Value.Channel, message.Value.TriedAt!.Value));
        }

        return doubts;
    }

    private async Task<Stored<Message>?> FindAsync(GroupId group, string id, CancellationToken ct) =>
        MessageKey.TryParseReference(id, out var owner, out var key) && owner == group && await people.FindAsync(group, key, ct) is { } message && IsInDoubt(message.Value)
            ? message
            : null;

    private bool IsInDoubt(Message message) => message is { State: MessageState.Sending, TriedAt: { } at } && at + Claims.Period < clock.GetUtcNow();
}
