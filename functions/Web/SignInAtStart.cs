using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Outreach.Functions.Hosting;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>On a small machine where no organiser is named, or that plays on a made-up clock, the console says how to sign in.</summary>
internal sealed partial class SignInAtStart(SignIn signIn, GroupStore groups, Launch launch, IServer server, IHostApplicationLifetime life, ILogger<SignInAtStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!launch.OnFunctions)
            life.ApplicationStarted.Register(() => _ = TellAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TellAsync()
    {
        try
        {
            if (launch.Clock is null && (await groups.GetAsync(GroupId.Default, CancellationToken.None)).Organisers.Count > 0)
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
