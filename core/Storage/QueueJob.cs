using System.Text.Json;

namespace Outreach.Storage;

/// <summary>What waits on a queue and starts a function.</summary>
public interface IQueueJob
{
    /// <summary>Has everything it needs. A message that is not ours may read as a job that has nothing.</summary>
    bool IsWhole();

    /// <summary>Not before this moment; null: at once.</summary>
    DateTimeOffset? DueAt => null;
}

public static class QueueJob
{
    /// <exception cref="UnreadableJobException">The text is not such a job.</exception>
    public static T Read<T>(string queue, string text)
        where T : IQueueJob, IStored<T>
    {
        try
        {
            return RowJson.ReadText<T>(text) is var job && job.IsWhole() ? job : throw new UnreadableJobException(queue, "something that it needs is missing");
        }
        catch (JsonException wrong)
        {
            throw new UnreadableJobException(queue, $"it cannot be read at {wrong.Path ?? "$"}");
        }
    }
}

/// <summary>Says where and what to do, and nothing of what it read: it may be what people wrote.</summary>
public sealed class UnreadableJobException(string queue, string why) : Exception(
    $"A message in queue {queue} is not a job that this version knows: {why}. It is kept in {QueueNames.PoisonOf(queue)}. "
    + "If a newer version wrote it, install that one; else see where it comes from ('outreach status') and drop it ('outreach drop').");
