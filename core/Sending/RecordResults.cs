using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>Saves what happened to messages, many in a submit; where something has changed meanwhile, each against what is there now.</summary>
public sealed class RecordResults(PeopleStore people, OptOut optOut, ReopenQuestion questions, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(Group group, IReadOnlyList<(Outgoing Item, MessageEvent Happened)> events, CancellationToken ct)
    {
        foreach (var (item, happened) in events)
            Measures.Happened(item.Message.Channel, happened);
        var results = events.Select(one => new Decided(one.Item, DeliveryResult.Of(one.Item, one.Happened, _hours, clock.GetUtcNow()))).ToList();
        foreach (var batch in Claims.Batches(results, one => one.Item.Message.Person))
        {
            foreach (var (item, _) in batch.Where(one => one.Result.Suppress))
                await optOut.HandleAsync(group.Id, item.Message.Person, OptOutSource.Provider, null, null, ct);
            foreach (var (_, result) in batch)
                await questions.HandleAsync(group.Id, result, ct);
            try
            {
                await SaveAsync(group.Id, batch, ct);
            }
            catch (ConflictException)
            {
                foreach (var one in batch)
                    await Retry.OnConflictAsync(() => SaveAnewAsync(group.Id, one, ct));
            }
        }
    }

    private Task SaveAsync(GroupId group, IReadOnlyList<Decided> batch, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(group, batch[0].Item.Message.Person));
        foreach (var (item, result) in batch)
        {
            result.AddTo(changes, item, clock.GetUtcNow());
            // The job of a message that comes back takes the place of the one that was kept.
            if (result.Again is null && item.Job is { } job)
                changes.Forget(job);
        }

        return people.SaveAsync(changes, ct);
    }

    /// <summary>The person or the invitation changed while the message was out (an answer can be that quick): carries over only what sending decided.</summary>
    private async Task SaveAnewAsync(GroupId group, Decided decided, CancellationToken ct)
    {
        var (item, result) = decided;
        var message = await people.FindAsync(group, item.Message.Key, ct);
        if (await people.FindAsync(group, item.Message.Person, ct) is not { } person || (message is null && item.Stored is not null))
            return;
        var (now, changes) = (clock.GetUtcNow(), new Changes(Shard.Of(group, item.Message.Person)));
        if (!result.IsOvertakenBy(message?.Value, item.Stored?.Value))
        {
            var invitation = item.Invitation is { } i ? await people.FindAsync(group, i.Value.Meeting, i.Value.Person, ct) : null;
            var current = item with { Stored = message, Person = person, Invitation = invitation };
            var after = result.Onto(item, current, now);
            after.AddTo(changes, current, now);
            // Written even when unchanged: a report that was saved between the reads of message and invitation makes this fail.
            if (message is not null && message.Value == after.Message)
                changes.Change(message, after.Message);
        }
        else if (message is { Value.IsUnderway: true })
        {
            // Another worker holds the claim and may crash; keep the job so that it is retried.
            changes.Enqueue(SendMessageJob.For(group, message.Value, now, result.Again ?? now + Claims.Period));
        }

        await people.SaveAsync(changes, ct);
    }

    private sealed record Decided(Outgoing Item, DeliveryResult Result);
}
