using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>What the program tells a collector of telemetry where no Functions host runs it: as a process of its own, which takes the collector's address from its environment.</summary>
public sealed partial class StandaloneTelemetryTests : IDisposable
{
    private const string Name = "Quintijn Zonderland";
    private const string Number = "0612987654";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly string[] Metrics = ["outreach.queue.age", "outreach.messages.sent", "outreach.funnel.lag", "outreach.spend"];
    private static readonly string[] Spans = ["function ImportList", "function SendInvitations", "function HandleInbound", "POST /api/meetings/{id}/send", "GET /i/{code}"];

    private readonly TemporaryFolder data = new();
    private readonly Heard<(string Signal, string Text)> received = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Queues_sending_the_funnel_and_spending_are_seen_and_nobody_is()
    {
        await using var collector = await FakeServer.StartAsync(web => web.MapPost("/v1/{signal}", ReceiveAsync));
        using var program = new ProgramProcess(Start, data.Path, ["--Logging:LogLevel:Default=Information"], new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"{collector.Url}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        });
        Assert.True(await program.ListensAsync(), program.Said);

        var code = await PlayAsync(program);
        // The last of all: what came before it has been handed over too.
        (await program.Http.GetAsync("/accessibility", Ct)).EnsureSuccessStatusCode();
        await UntilReceivedAsync("traces", "GET /accessibility");
        foreach (var metric in Metrics)
            await UntilReceivedAsync("metrics", metric);

        foreach (var span in Spans)
            Assert.True(received.All.Any(one => one.Signal == "traces" && one.Text.Contains(span, StringComparison.Ordinal)), span);
        foreach (var personal in (string[])[Name, "Zonderland", Number[2..], code, RunningProgram.Key])
            Assert.DoesNotContain(received.All, one => one.Text.Contains(personal, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>One resident is listed, invited, answers and opens their page.</summary>
    /// <returns>The code of their page.</returns>
    private static async Task<string> PlayAsync(ProgramProcess program)
    {
        var meeting = (await PostAsync(program, "/api/meetings", JsonContent.Create(ServedProgram.Meeting("Koffie", Start.AddDays(5)))))["id"];
        await PostAsync(program, $"/api/meetings/{meeting}/lists?filename=lijst.csv&basis=consent&basisNote=markt", new StringContent($"Naam;Mobiel\n{Name};{Number}\n"));
        await program.MoveToAsync(Start.AddMinutes(1));
        Assert.Equal(1, (int?)(await PostAsync(program, $"/api/meetings/{meeting}/send", JsonContent.Create(new { })))["queued"]);
        await program.MoveToAsync(Start.AddMinutes(10));
        using var heard = await program.Http.PostAsJsonAsync("/api/dev/reply", new { from = Number, text = "ja" }, Ct);
        heard.EnsureSuccessStatusCode();
        await program.MoveToAsync(Start.AddHours(1));
        var code = CodeInLink().Match(await program.Http.GetStringAsync("/api/outbox", Ct)).Groups["code"].Value;
        (await program.Http.GetAsync($"/i/{code}", Ct)).EnsureSuccessStatusCode();
        return code;
    }

    private static async Task<JsonNode> PostAsync(ProgramProcess program, string path, HttpContent content)
    {
        using var answer = await program.Http.PostAsync(path, content, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task ReceiveAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        // Texts stand as they are in the binary form.
        received.Add((signal, Encoding.UTF8.GetString(body.ToArray())));
    }

    /// <summary>A process hands over what it has to tell a little later.</summary>
    private Task UntilReceivedAsync(string signal, string words) =>
        received.UntilAsync(one => one.Signal == signal && one.Text.Contains(words, StringComparison.Ordinal));

    [GeneratedRegex("/i/(?<code>[0-9A-Z]{10})")]
    private static partial Regex CodeInLink();
}
