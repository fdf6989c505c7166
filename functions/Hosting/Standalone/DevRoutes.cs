using System.Text.Json;
using System.Xml;
using Outreach.Functions.Web.Api;

namespace Outreach.Functions.Hosting.Standalone;

/// <param name="Advance">An ISO 8601 duration: P1DT2H.</param>
internal sealed record ClockMove(string? Advance);

internal sealed record ClockAnswer(DateTimeOffset Now);

/// <summary>Reads and moves the virtual clock. Mapped only when --clock was given, and never on Azure Functions.</summary>
internal static class DevRoutes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    public static void MapDevClock(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/dev/clock", (DevClock clock) => Results.Json(new ClockAnswer(clock.Now))).Produces<ClockAnswer>().AllowAnonymous();
        app.MapPost("/api/dev/clock", AdvanceAsync).Accepts<ClockMove>("application/json").Produces<ClockAnswer>().AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> AdvanceAsync(HttpRequest request, DevClock clock, CancellationToken ct) =>
        await ReadAsync(request, ct) is { } span
            ? Results.Json(new ClockAnswer(await clock.AdvanceAsync(span, ct)))
            : Problems.Of(
                StatusCodes.Status400BadRequest, "advance", "Say how far the clock goes forward.",
                """Send {"advance":"P1DT2H"}: an ISO 8601 duration, not negative, at most ten years.""");

    private static async Task<TimeSpan?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, ct);
            return body.RootElement.ValueKind is JsonValueKind.Object
                && body.RootElement.TryGetProperty("advance", out var advance)
                && advance.ValueKind is JsonValueKind.String
                && XmlConvert.ToTimeSpan(advance.GetString()!) is var span
                && span >= TimeSpan.Zero && span <= Longest
                    ? span
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
