using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>Takes the words and the number or address out of old messages. When each was sent, and what became of it, stays as long as its person.</summary>
public sealed class ForgetTexts(PeopleStore people) : IForgets
{
    private const int MessagesPerSubmit = 90;

    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var shard in Shard.All(run.Group.Id))
        {
            if (run.IsFull)
                return;
            var due = new List<Stored<Message>>();
            await foreach (var message in people.MessagesAsync(shard, ct))
            {
                if (due.Count < run.Remaining && message.Value is { IsForgotten: false, State: not (MessageState.Queued or MessageState.Sending) } && run.IsDue(Kept.MessageTexts, message.Value.At))
                    due.Add(message);
            }

            foreach (var batch in due.Chunk(MessagesPerSubmit))
                run.Count(Kept.MessageTexts, await ForgetAsync(shard, batch, ct));
        }
    }

    private async Task<int> ForgetAsync(Shard shard, IReadOnlyCollection<Stored<Message>> batch, CancellationToken ct)
    {
        var changes = new Changes(shard);
        foreach (var message in batch)
            changes.Change(message, message.Value.Forgotten());
        try
        {
            await people.SaveAsync(changes, ct);
            return batch.Count;
        }
        catch (ConflictException) when (batch.Count > 1)
        {
            var done = 0;
            foreach (var message in batch)
                done += await ForgetAsync(shard, [message], ct);
            return done;
        }
        catch (ConflictException)
        {
            // Reported on just now: it goes tomorrow.
            return 0;
        }
    }
}
