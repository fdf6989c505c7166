using System.Collections.Concurrent;
using System.Text;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>What the worker tells a collector of telemetry, received as a collector would.</summary>
public sealed class WorkerTelemetryTests(WorkerUnderTest app) : IClassFixture<WorkerUnderTest>
{
    private const string Name = "Quintijn Zonderland";
    private const string Email = "quintijn@zonderland.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_metrics_and_logs_name_no_resident_and_no_secret()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = await FakeServer.StartAsync(web => web.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Texts stand as they are in the binary form.
            received.Enqueue(signal + Encoding.UTF8.GetString(body.ToArray()));
        }));

        await using (var host = await app.AnotherAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", $"{collector.Url}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            await PlayAsync(host);
            await host.StopAsync();
        }

        Assert.Contains(received, signal => signal.StartsWith("traces", StringComparison.Ordinal) && signal.Contains("function Site", StringComparison.Ordinal));
        foreach (var personal in (string[])[Name, "Zonderland", Email, "612987654", WorkerUnderTest.Key, FakeTwilio.AuthToken, FakeSendGrid.ApiKey])
            Assert.DoesNotContain(received, signal => signal.Contains(personal, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task PlayAsync(SmallFunctionsHost host)
    {
        using var meeting = await SendAsync(host, HttpMethod.Post, "/api/meetings", JsonContent.Create(ServedProgram.Meeting("Koffie", DateTimeOffset.UtcNow.AddDays(9))));
        Assert.True(meeting.IsSuccessStatusCode, $"{meeting.StatusCode}: {await meeting.Content.ReadAsStringAsync(Ct)}");
        var id = System.Text.Json.Nodes.JsonNode.Parse(await meeting.Content.ReadAsStringAsync(Ct))!["id"];
        using var walkIn = await SendAsync(host, HttpMethod.Post, $"/api/meetings/{id}/walk-ins", JsonContent.Create(new { name = Name, phone = "06 12987654", email = Email }));
        Assert.True(walkIn.IsSuccessStatusCode);
        using var list = await SendAsync(
            host, HttpMethod.Post, $"/api/meetings/{id}/lists?filename={Uri.EscapeDataString(Name)}.csv&basis=consent&basisNote={Email}", new StringContent($"Naam;Mobiel\n{Name};0612987654\n"));
        using var wrong = await SendAsync(host, HttpMethod.Post, $"/api/meetings/{id}/walk-ins", JsonContent.Create(new { name = Name, phone = "0612987654000000" }));
    }

    private static Task<HttpResponseMessage> SendAsync(SmallFunctionsHost host, HttpMethod method, string path, HttpContent content)
    {
        var call = new HttpRequestMessage(method, path) { Content = content };
        call.Headers.Authorization = new("Bearer", WorkerUnderTest.Key);
        return host.Http.SendAsync(call, Ct);
    }
}
