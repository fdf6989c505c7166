using System.Diagnostics;
using System.Runtime.InteropServices;
using Outreach.Tests.Infra;

[assembly: AssemblyFixture(typeof(Outreach.Tests.Support.PublishedProgram))]

namespace Outreach.Tests.Support;

/// <summary>
/// The folder that is deployed. OUTREACH_PUBLISHED names one that was made before; else it is made once for the whole run when the first test asks for it, compiled
/// before it starts. A machine that cannot make it skips those tests; a build server (CI=true) fails them.
/// </summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly Lazy<Task<string>> folder;
    private TemporaryFolder? made;

    public PublishedProgram() => folder = new(MakeAsync);

    /// <summary>The folder that was made before the tests began; null when there is none.</summary>
    internal static string? Given => Environment.GetEnvironmentVariable("OUTREACH_PUBLISHED") is { Length: > 0 } given ? Path.GetFullPath(given) : null;

    public void Dispose() => made?.Dispose();

    internal async Task<string> FolderAsync()
    {
        try
        {
            return await folder.Value;
        }
        catch (InvalidOperationException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"The program cannot be published here: {missing.Message}");
            throw;
        }
    }

    private async Task<string> MakeAsync()
    {
        if (Given is { } given)
            return given;
        made = new TemporaryFolder();
        var output = Path.Combine(made.Path, "published");
        // With folders of its own for all that is built on the way: others may build at the same time.
        string[] arguments =
        [
            "publish", Path.Combine(Repository.Root, "functions"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output,
            "--artifacts-path", Path.Combine(made.Path, "build"), "-nodeReuse:false", "-v", "quiet",
        ];
        using var publish = new Executable(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root });
        await publish.ExitAsync();
        return publish.ExitCode == 0 ? output : throw new InvalidOperationException(publish.Said + publish.Complained);
    }
}
