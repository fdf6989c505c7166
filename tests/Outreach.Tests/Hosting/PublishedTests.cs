using System.Text.Json.Nodes;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The folder that is deployed.</summary>
public sealed class PublishedTests(PublishedProgram published)
{
    [Fact]
    public async Task The_folder_holds_what_the_Functions_host_looks_for()
    {
        var folder = await published.FolderAsync();

        foreach (var file in new[] { "outreach.dll", "outreach.runtimeconfig.json", "outreach.deps.json", "host.json", "worker.config.json", "extensions.json", "functions.metadata", "appsettings.json" })
            Assert.True(File.Exists(Path.Combine(folder, file)), $"{file} is not there.");
        var worker = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "worker.config.json")))!["description"]!;
        Assert.Equal(("dotnet-isolated", "outreach.dll", "true"), ((string?)worker["language"], (string?)worker["defaultWorkerPath"], (string?)worker["workerIndexing"]));
        Assert.Empty(Directory.EnumerateFiles(folder, "function.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_the_host_loads_into_itself_is_there_in_the_versions_that_it_is_told_of()
    {
        var folder = await published.FolderAsync();

        foreach (var extension in JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "extensions.json")))!["extensions"]!.AsArray())
        {
            var assembly = System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(folder, (string)extension!["hintPath"]!));
            Assert.EndsWith(", " + assembly.FullName, (string?)extension["typeName"], StringComparison.Ordinal);
        }

        // The host's own, which it would rather not meet in another version.
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(folder, ".azurefunctions")), file => Path.GetFileName(file) is "Microsoft.Azure.WebJobs.dll" or "Microsoft.Azure.WebJobs.Host.dll" or "Newtonsoft.Json.dll");
    }
}
