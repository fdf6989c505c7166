using Outreach.Functions.Demo;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Lists;
using Outreach.Functions.Operating;
using Outreach.Tests.Support;

[assembly: AssemblyFixture(typeof(Outreach.Tests.Operating.DemoFolder))]

namespace Outreach.Tests.Operating;

/// <summary>A data folder in which the demo was played once, and the command line as it is.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<string>> played;

    public DemoFolder() => played = new(PlayAsync);

    public string Path => System.IO.Path.Combine(folder.Path, "data");

    /// <summary>What the demo printed.</summary>
    public Task<string> PlayedAsync() => played.Value;

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, [DemoVerb.Verb(Site.Add, Site.Use), CheckVerb.Verb(Site.Add), .. OperatingSetup.Verbs(Site.Add)], output, error);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> PlayAsync()
    {
        var (code, output, error) = await RunAsync("demo", "--exit", "--data", Path);
        return code == 0 ? output : throw new InvalidOperationException($"The demo ended with {code}: {error}");
    }
}
