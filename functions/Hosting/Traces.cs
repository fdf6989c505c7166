using System.Diagnostics;

namespace Outreach.Functions.Hosting;

/// <summary>A span for each request and each run of a function. Of a request it names the pattern of its address: what is in the address itself may be a resident's key.</summary>
internal static class Traces
{
    public const string Name = "Outreach";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? Function(string name) => Source.StartActivity($"function {name}");

    public static void Failed(this Activity? span, Exception exception) => span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);

    /// <summary>Before everything else of the site.</summary>
    public static void UseTraces(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        using var span = Source.StartActivity("request", ActivityKind.Server);
        try
        {
            await next(http);
        }
        catch (Exception exception)
        {
            span.Failed(exception);
            throw;
        }
        finally
        {
            if (span is not null)
                Describe(span, http);
        }
    });

    private static void Describe(Activity span, HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
        span.DisplayName = $"{http.Request.Method} {route}";
        span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
