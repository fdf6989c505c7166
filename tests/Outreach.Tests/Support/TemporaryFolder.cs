namespace Outreach.Tests.Support;

/// <summary>A folder that goes away with its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("outreach-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
