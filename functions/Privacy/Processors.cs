using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Functions.Privacy;

/// <summary>Who processes data beside the group itself.</summary>
public enum Processor
{
    Twilio,
    SendGrid,
    Azure,

    /// <summary>The machine that the program runs on, and whoever looks after it.</summary>
    OwnMachine,

    /// <summary>No SMS or no e-mail leaves: messages lie in the local outbox.</summary>
    LocalOutbox,
}

/// <summary>As this installation is set up.</summary>
internal sealed class Processors(IServiceProvider services)
{
    public IReadOnlyList<Processor> All { get; } = [.. Of(services)];

    private static IEnumerable<Processor> Of(IServiceProvider services)
    {
        var (sms, email) = (services.GetService<ISmsSender>() is not null, services.GetService<IEmailSender>() is not null);
        if (sms)
            yield return Processor.Twilio;
        if (email)
            yield return Processor.SendGrid;
        yield return services.GetRequiredService<ITables>() is AzureTables ? Processor.Azure : Processor.OwnMachine;
        if (!sms || !email)
            yield return Processor.LocalOutbox;
    }
}
