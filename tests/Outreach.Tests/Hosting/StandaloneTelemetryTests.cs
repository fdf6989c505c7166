using System.Collections.Concurrent;
using System.Text;
using Outreach.Ids;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>What the program tells a collector of telemetry where no Functions host runs it.</summary>
public sealed class StandaloneTelemetryTests
{
    private const string Name = "Quintijn Zonderland";

    [Fact]
    public async Task Queues_sending_failures_the_funnel_and_spending_are_seen_and_nobody_is()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = await FakeServer.StartAsync(web => web.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Texts stand as they are in the binary form.
            received.Enqueue(signal + Encoding.UTF8.GetString(body.ToArray()));
        }));

        var neighbourhood = new ServedNeighbourhood($"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        (Code Code, string Number) played;
        await using (neighbourhood)
        {
            await neighbourhood.InitializeAsync();
            played = await PlayAsync(neighbourhood);
        }

        foreach (var metric in (string[])["outreach.queue.age", "outreach.messages.sent", "outreach.funnel.lag", "outreach.spend"])
            Assert.Contains(received, signal => signal.StartsWith("metrics", StringComparison.Ordinal) && signal.Contains(metric, StringComparison.Ordinal));
        foreach (var span in (string[])["function SendMessage", "GET /i/{code}"])
            Assert.Contains(received, signal => signal.StartsWith("traces", StringComparison.Ordinal) && signal.Contains(span, StringComparison.Ordinal));
        foreach (var personal in (string[])[Name, "Zonderland", played.Number[3..], played.Code.Value])
            Assert.DoesNotContain(received, signal => signal.Contains(personal, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<(Code Code, string Number)> PlayAsync(ServedNeighbourhood neighbourhood)
    {
        var meeting = await neighbourhood.MeetingAsync(days: 5);
        var invitation = await neighbourhood.InviteAsync(meeting, Name);
        var number = (await neighbourhood.PersonAsync(invitation.Person)).Mobile!.Value;
        await neighbourhood.Get<SendInvitations>().HandleAsync(GroupId.Default, meeting.Id, null, default);
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var heard = await neighbourhood.Client.PostAsJsonAsync("/api/dev/reply", new { from = number, text = "ja" });
        Assert.True(heard.IsSuccessStatusCode, $"{heard.StatusCode}");
        await neighbourhood.AdvanceAsync(TimeSpan.FromDays(5));
        await neighbourhood.PageAsync($"/i/{invitation.Code}");
        return (invitation.Code, number);
    }
}
