using System.Text.Json;
using System.Xml;

namespace Outreach.Functions.Hosting;

/// <summary>Reads and moves the virtual clock. Mapped only when --clock was given, and never on Azure Functions.</summary>
internal static class DevRoutes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    public static void MapDevClock(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/dev/clock", (DevClock clock) => Results.Json(new { now = clock.Now })).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/api/dev/clock", AdvanceAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> AdvanceAsync(HttpRequest request, DevClock clock, CancellationToken ct) =>
        await ReadAsync(request, ct) is { } span
            ? Results.Json(new { now = await clock.AdvanceAsync(span, ct) })
            : Results.Problem(
                title: "Say how far the clock goes forward.",
                detail: """Send {"advance":"P1DT2H"}: an ISO 8601 duration, not negative, at most ten years.""",
                statusCode: StatusCodes.Status400BadRequest);

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
