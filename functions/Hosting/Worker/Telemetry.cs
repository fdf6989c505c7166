using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;

namespace Outreach.Functions.Hosting.Worker;

/// <summary>Traces, metrics and logs of the worker, beside those of the host (<c>telemetryMode</c> in host.json): to Application Insights, to any OTLP collector, or nowhere.</summary>
internal static class Telemetry
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string SignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string ClientId = "ClientId=";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        if (builder.Configuration[Otlp] is { Length: > 0 })
            telemetry.UseOtlpExporter();
        if (builder.Configuration[Insights] is { Length: > 0 } connection)
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = connection;
                if (builder.Configuration[SignIn] is { Length: > 0 } identity)
                    options.Credential = new ManagedIdentityCredential(IdentityOf(identity));
            });
        }
    }

    /// <summary>The host's form: <c>Authorization=AAD</c>, with <c>;ClientId=…</c> for a user-assigned identity.</summary>
    private static ManagedIdentityId IdentityOf(string text) =>
        text.Split(';').FirstOrDefault(part => part.StartsWith(ClientId, StringComparison.OrdinalIgnoreCase)) is { } part
            ? ManagedIdentityId.FromUserAssignedClientId(part[ClientId.Length..])
            : ManagedIdentityId.SystemAssigned;
}
