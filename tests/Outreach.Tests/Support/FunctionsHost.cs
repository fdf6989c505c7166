using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Functions.Hosting;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>
/// Behaves towards the program as the Functions host does: reads function.json from its output folder, waits for readiness, takes messages off the queues and
/// posts them to /NAME in its envelope (encoded twice, chunked, the message's own properties promoted), fires timers, deletes on 200 and shows again on failure.
/// </summary>
internal sealed class FunctionsHost(HttpClient http, IQueues queues)
{
    private const int MaxDequeueCount = 5;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private readonly FunctionCatalogue catalogue = FunctionCatalogue.Read(AppContext.BaseDirectory);

    /// <summary>Called just before a message is posted: throw to be a host that is killed.</summary>
    public Action<string>? BeforePost { get; set; }

    public int Failures { get; private set; }

    public async Task UntilReadyAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await http.GetAsync("/", ct);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25, ct);
            }
        }
    }

    /// <summary>Works off every queue until nothing is visible.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        bool any;
        do
        {
            any = false;
            foreach (var function in catalogue.Functions)
            {
                if (function.Trigger is not Trigger.Queue queue)
                    continue;
                foreach (var message in await queues.ReceiveAsync(queue.Name, catalogue.Queues.BatchSize, Hidden, ct))
                {
                    any = true;
                    await HandleAsync(function, queue.Name, message, ct);
                }
            }
        }
        while (any);
    }

    public async Task FireTimersAsync(CancellationToken ct)
    {
        foreach (var function in catalogue.Functions.Where(f => f.Trigger is Trigger.Timer))
        {
            var envelope = new JsonObject
            {
                ["Data"] = new JsonObject { [function.Binding] = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["ScheduleStatus"] = null, ["IsPastDue"] = false } },
                ["Metadata"] = new JsonObject { ["sys"] = Sys(function) },
            };
            Assert.True(await PostAsync(function, envelope, ct), $"{function.Name} failed.");
            await DrainAsync(ct);
        }
    }

    private async Task HandleAsync(Function function, string queue, QueueMessage message, CancellationToken ct)
    {
        if (await PostAsync(function, Envelope(function, message), ct))
            await queues.DeleteAsync(queue, message, ct);
        else if (++Failures > 0 && message.DequeueCount >= MaxDequeueCount)
            Assert.Fail($"{queue} has a message that fails: {message.Text}");
        else
            await queues.ExtendAsync(queue, message, TimeSpan.Zero, ct);
    }

    private async Task<bool> PostAsync(Function function, JsonObject envelope, CancellationToken ct)
    {
        BeforePost?.Invoke(function.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function.Name) { Content = new StringContent(envelope.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1052");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request, ct);
        // 204, or a body that is not the whole result, would leave a real host waiting for ever.
        return answer.IsSuccessStatusCode
            && answer.StatusCode is HttpStatusCode.OK
            && JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(ct)).TryGetProperty("Outputs", out _);
    }

    private static JsonObject Envelope(Function function, QueueMessage message)
    {
        var metadata = new JsonObject
        {
            ["DequeueCount"] = Encoded(message.DequeueCount),
            ["Id"] = Encoded(message.Id),
            ["PopReceipt"] = Encoded(message.Receipt!),
            ["InsertionTime"] = message.InsertedAt.ToString("O"),
            ["sys"] = Sys(function),
        };
        // The host lets what stands in the message write over its own.
        foreach (var (name, value) in JsonNode.Parse(message.Text)!.AsObject())
        {
            if (value is not JsonArray)
                metadata[name] = value is JsonValue scalar ? Encoded(scalar.ToString()) : value?.DeepClone();
        }

        return new JsonObject { ["Data"] = new JsonObject { [function.Binding] = Encoded(message.Text) }, ["Metadata"] = metadata };
    }

    private static string Encoded(object value) => JsonSerializer.Serialize(value);

    private static JsonObject Sys(Function function) => new() { ["MethodName"] = function.Name, ["RandGuid"] = Guid.NewGuid().ToString() };
}
