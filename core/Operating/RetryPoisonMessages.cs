using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>
/// Work that was begun five times and never ended lies in a poison queue. Mostly the work is good: a provider or the store was down for a while, or the process was
/// killed under it. So it is tried again each hour, five times more; what fails even then waits for the operator.
/// </summary>
public sealed class RetryPoisonMessages(IQueues queues)
{
    private const int MaxRounds = 5;

    /// <summary>Batches per queue and run; what is left waits for the next run.</summary>
    private const int MaxBatches = 10;

    private const string Round = "round";

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <returns>How many were given back to their queues.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var again = 0;
        foreach (var queue in QueueNames.All)
        {
            var poison = QueueNames.PoisonOf(queue);
            // Mostly nothing lies there, and counting writes nothing.
            if (await queues.CountAsync(poison, ct) > 0)
                again += await HandleAsync(queue, poison, ct);
        }

        return again;
    }

    private async Task<int> HandleAsync(string queue, string poison, CancellationToken ct)
    {
        var (again, operators, batches) = (0, new List<QueueMessage>(), 0);
        while (batches < MaxBatches && await queues.ReceiveAsync(poison, QueueRules.MaxReceive, Pause, ct) is { Count: > 0 } messages)
        {
            batches++;
            foreach (var message in messages)
            {
                // Seen for the first time: being received has hidden it for the pause.
                if (message.DequeueCount == 1)
                    continue;
                if (NextRound(message.Text) is not { } text)
                {
                    operators.Add(message);
                    continue;
                }

                // Sent before it is deleted: a crash between the two leaves it twice, never nowhere.
                await queues.SendAsync(queue, text, TimeSpan.Zero, ct);
                await queues.DeleteAsync(poison, message, ct);
                again++;
            }
        }

        // Shown to the operator again; where more lie behind them, only once those had their turn.
        if (batches < MaxBatches)
        {
            foreach (var message in operators)
                await queues.ExtendAsync(poison, message, TimeSpan.Zero, ct);
        }

        return again;
    }

    /// <summary>The same work, as if it was tried often enough: only the operator sends it on.</summary>
    public static string ForTheOperator(string text) => JobOf(text) is { } job ? WithRound(job, MaxRounds) : text;

    /// <summary>The same work, counted; null when it was tried often enough, or was not written by us.</summary>
    private static string? NextRound(string text) =>
        JobOf(text) is { } job && RoundOf(job) is < MaxRounds and var round ? WithRound(job, round + 1) : null;

    private static JsonObject? JobOf(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when it is not a number.</summary>
    private static int? RoundOf(JsonObject job)
    {
        try
        {
            return (int?)job[Round] ?? 0;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string WithRound(JsonObject job, int round)
    {
        job[Round] = round;
        return job.ToJsonString();
    }
}
