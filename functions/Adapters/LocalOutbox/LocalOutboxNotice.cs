namespace Outreach.Functions.Adapters.LocalOutbox;

/// <summary>Says loudly at start what does not really leave.</summary>
internal sealed partial class LocalOutboxNotice(bool hasSms, bool hasEmail, ILogger<LocalOutboxNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var what = (hasSms, hasEmail) switch { (true, _) => "E-mail stays", (_, true) => "SMS stays", _ => "SMS and e-mail stay" };
        LogKept(what);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} in the local outbox: nothing is really sent. Set Twilio__AccountSid and SendGrid__ApiKey to send.")]
    private partial void LogKept(string what);
}
