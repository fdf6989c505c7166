using System.IO.MemoryMappedFiles;

namespace Outreach.Tests.Support;

/// <summary>A clock in a file, that several published programs go by.</summary>
internal sealed class SharedClock : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor ticks;

    public SharedClock(DateTimeOffset start)
    {
        Path = System.IO.Path.Combine(folder.Path, "clock");
        file = MemoryMappedFile.CreateFromFile(Path, FileMode.CreateNew, null, sizeof(long));
        ticks = file.CreateViewAccessor();
        MoveTo(start);
    }

    public string Path { get; }

    public void MoveTo(DateTimeOffset to) => ticks.Write(0, to.UtcTicks);

    public void Dispose()
    {
        ticks.Dispose();
        file.Dispose();
        folder.Dispose();
    }
}
