using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting;
using Outreach.Sending;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>On a small machine where no link to sign in can arrive by mail, or that runs on a virtual clock, the console says how to sign in.</summary>
internal sealed partial class SignInAtStart(SignIn signIn, Senders senders, Launch launch, IServer server, IHostApplicationLifetime life, ILogger<SignInAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!launch.OnFunctions)
            life.ApplicationStarted.Register(() => _ = TellAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="mailLeaves">False: a link by mail would land in the outbox here, that is seen only after signing in.</param>
    internal static bool IsNeeded(bool isPlayed, bool mailLeaves, bool hasOrganisers) => isPlayed || !mailLeaves || !hasOrganisers;

    private async Task TellAsync()
    {
        try
        {
            if (!IsNeeded(launch.IsVirtual, senders.Email is not LocalOutbox, await signIn.HasOrganisersAsync(CancellationToken.None)))
                return;
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
            Console.WriteLine($"Sign in once with {address}{await signIn.ConsoleLinkAsync(CancellationToken.None)}");
        }
        catch (Exception problem)
        {
            LogNoLink(problem);
        }
    }

    [LoggerMessage(LogLevel.Error, "No sign-in link could be made")]
    private partial void LogNoLink(Exception problem);
}
