using System.Text;
using System.Text.Encodings.Web;
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

    /// <summary>What people write holds letters that the usual encoder makes six times as long: a large message would no longer fit.</summary>
    private static readonly JsonSerializerOptions AsShort = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>How many were given back to their queues.</returns>
    /// <exception cref="AggregateException">Some could not be; the others had their turn.</exception>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var (again, turns) = (0, new EachInTurn(ct));
        foreach (var queue in QueueNames.All)
        {
            await turns.TryAsync(async () =>
            {
                // Mostly nothing lies there, and counting writes nothing.
                if (await queues.CountAsync(QueueNames.PoisonOf(queue), ct) > 0)
                    again += await HandleAsync(queue, turns, ct);
            });
        }

        turns.ThrowIfAnyFailed();
        return again;
    }

    private async Task<int> HandleAsync(string queue, EachInTurn turns, CancellationToken ct)
    {
        var poison = QueueNames.PoisonOf(queue);
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

                await turns.TryAsync(async () =>
                {
                    // Sent before it is deleted: a crash between the two leaves it twice, never nowhere.
                    await queues.SendAsync(queue, text, TimeSpan.Zero, ct);
                    await queues.DeleteAsync(poison, message, ct);
                    again++;
                });
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
    /// <remarks>What has no room for that is not tried again either.</remarks>
    public static string ForTheOperator(string text) => JobOf(text) is { } job ? WithRound(job, MaxRounds) ?? text : text;

    /// <summary>The same work, counted; null when it was tried often enough, has no room to be counted, or was not written by us.</summary>
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

    /// <summary>Null when no queue would take it.</summary>
    private static string? WithRound(JsonObject job, int round)
    {
        job[Round] = round;
        var text = job.ToJsonString(AsShort);
        return Encoding.UTF8.GetByteCount(text) <= QueueRules.MaxTextBytes ? text : null;
    }
}
