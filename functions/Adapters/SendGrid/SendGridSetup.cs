using Outreach.Sending;

namespace Outreach.Functions.Adapters.SendGrid;

internal static class SendGridSetup
{
    // A thousand personalizations are some megabytes.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    /// <summary>False when SendGrid is not configured.</summary>
    public static bool AddSendGrid(this IServiceCollection services, IConfiguration configuration)
    {
        if (SendGridOptions.Read(configuration) is not { } options)
            return false;

        var http = ProviderHttp.Create(CallTimeout);
        services.AddSingleton(options);
        services.AddSingleton<IEmailSender>(provider =>
            new SendGridEmailSender(http, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SendGridEmailSender>>()));
        return true;
    }
}
