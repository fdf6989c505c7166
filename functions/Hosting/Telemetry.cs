using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Outreach.Records;

namespace Outreach.Functions.Hosting;

/// <summary>
/// Traces, metrics and logs: to Application Insights, to any OTLP collector, or nowhere. Behind the Functions host they are beside the host's own (<c>telemetryMode</c> in
/// host.json).
/// </summary>
internal static class Telemetry
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string SignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string ClientId = "ClientId=";

    public static void AddTelemetry(this IHostApplicationBuilder builder, Launch launch)
    {
        var (otlp, insights) = (builder.Configuration[Otlp] is { Length: > 0 }, builder.Configuration[Insights] is { Length: > 0 });
        if (!launch.OnFunctions && !otlp && !insights)
            return;
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Measures.Name)).WithTracing(traces => traces.AddSource(Traces.Name));
        if (launch.OnFunctions)
            telemetry.UseFunctionsWorkerDefaults();
        else
            telemetry.AddStandalone();
        if (otlp)
            telemetry.UseOtlpExporter();
        if (insights)
            telemetry.UseInsights(builder.Configuration);
    }

    /// <summary>What the Functions host tells of itself. The web server names the pattern of an address, not the address: those hold codes.</summary>
    private static void AddStandalone(this OpenTelemetryBuilder telemetry) => telemetry
        .ConfigureResource(resource => resource.AddService("outreach"))
        .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "System.Runtime"))
        .WithTracing(traces => traces.SetSampler(new AlwaysOnSampler()));

    private static void UseInsights(this OpenTelemetryBuilder telemetry, IConfiguration configuration) => telemetry.UseAzureMonitorExporter(options =>
    {
        options.ConnectionString = configuration[Insights];
        if (configuration[SignIn] is { Length: > 0 } identity)
            options.Credential = new ManagedIdentityCredential(IdentityOf(identity));
    });

    /// <summary>The host's form: <c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity.</summary>
    private static ManagedIdentityId IdentityOf(string text) =>
        text.Split(';').FirstOrDefault(part => part.StartsWith(ClientId, StringComparison.OrdinalIgnoreCase)) is { } part
            ? ManagedIdentityId.FromUserAssignedClientId(part[ClientId.Length..])
            : ManagedIdentityId.SystemAssigned;
}
