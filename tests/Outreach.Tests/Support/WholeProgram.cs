using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web.SigningIn;
using Outreach.Records;
using Outreach.Replies.Answers;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>All features as the executable has them, over the stores and senders of a test.</summary>
internal static class WholeProgram
{
    public static readonly Settings Settings = new() { BaseUrl = new Uri("https://buurt.example") };

    public static readonly ContactHasher Hasher = new([1, 2, 3]);

    // Reads all answer files: once is enough.
    private static readonly ReplyReader Reader = new();

    public static readonly FunctionList Functions = FunctionList.ReadAsync().GetAwaiter().GetResult();

    public static ServiceProvider Over(ITables tables, IQueues queues, IBlobs blobs, Senders senders, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(tables).AddSingleton(queues).AddSingleton(blobs).AddSingleton(senders).AddSingleton(clock).AddSingleton(Settings).AddSingleton(Hasher);
        services.AddFeatures();
        services.AddSingleton<SignIn>().AddSingleton<SignInLinks>().AddSingleton<SignInMails>();
        services.AddSingleton(Reader);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<FunctionRunner>();
        return services.BuildServiceProvider();
    }
}
