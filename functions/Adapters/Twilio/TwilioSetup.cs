using Outreach.Sending;

namespace Outreach.Functions.Adapters.Twilio;

internal static class TwilioSetup
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <summary>False when Twilio is not configured.</summary>
    public static bool AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        if (TwilioOptions.Read(configuration) is not { } options)
            return false;

        // Not from the client factory: its log lines would carry the address, and with it phone numbers.
        var http = ProviderHttp.Create(CallTimeout);
        services.AddSingleton(options);
        services.AddSingleton<ISmsSender>(provider =>
            new TwilioSmsSender(http, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TwilioSmsSender>>()));
        services.AddSingleton(new TwilioInboundPoll(http, options));
        return true;
    }
}
