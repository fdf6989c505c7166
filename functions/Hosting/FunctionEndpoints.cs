using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Outreach.Functions.Hosting;

/// <summary>Where the Functions host calls queue and timer functions: POST /NAME. Only mapped on Azure Functions.</summary>
internal static class FunctionEndpoints
{
    /// <summary>
    /// The host sets (and overwrites) this on every request that it passes on from outside, and never on its own calls:
    /// the only proof of who calls, since the catch-all route reaches these paths too.
    /// </summary>
    public const string ProxiedHeader = "x-ms-invocation-id";

    /// <summary>48 KiB of message: escaped twice it can grow fourfold, and the host repeats its properties in Metadata.</summary>
    public const int MaxBodyBytes = 512 * 1024;

    public static void MapFunctions(this IEndpointRouteBuilder app)
    {
        var catalogue = app.ServiceProvider.GetRequiredService<FunctionCatalogue>();
        foreach (var function in catalogue.Functions.Where(function => function.Trigger is not Trigger.Http))
        {
            app.MapPost("/" + function.Name, (Delegate)((HttpContext http) => InvokeAsync(http, function)))
                .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
                .AllowAnonymous()
                .DisableAntiforgery()
                .ExcludeFromDescription();
        }
    }

    /// <summary>Answers the host's readiness and health polls (GET / every 25 ms until something answers) before anything else runs.</summary>
    public static void UseReadiness(this IApplicationBuilder app) => app.Use((http, next) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Path == "/" && !IsProxied(http)
            ? http.Response.WriteAsync("ok", http.RequestAborted)
            : next(http));

    private static bool IsProxied(HttpContext http) => http.Request.Headers.ContainsKey(ProxiedHeader);

    private static async Task<IResult> InvokeAsync(HttpContext http, Function function)
    {
        if (IsProxied(http))
            return Results.NotFound();
        try
        {
            await RunAsync(http, function);
            return Results.Text(InvocationEnvelope.Done, "application/json");
        }
        catch (BadHttpRequestException refused)
        {
            return Results.StatusCode(refused.StatusCode);
        }
        catch (Exception)
        {
            // Logged where it ran. Any status outside 2xx makes the host try the message again.
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task RunAsync(HttpContext http, Function function)
    {
        var services = http.RequestServices;
        var runner = services.GetRequiredService<FunctionRunner>();
        if (function.Trigger is Trigger.Queue)
            await runner.RunAsync(function.Name, await ReadAsync(http, function.Binding), http.RequestAborted);
        else
            await runner.RunAsync(function.Name, services.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted);
    }

    private static async Task<QueueDelivery> ReadAsync(HttpContext http, string binding)
    {
        try
        {
            using var envelope = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return InvocationEnvelope.ReadQueue(envelope.RootElement, binding);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            throw new BadHttpRequestException("This is no invocation.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
