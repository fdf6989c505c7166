using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

/// <summary>
/// Run by the runtime before the program itself where DOTNET_STARTUP_HOOKS names this assembly: gives a published program, which has no clock to move, the time that
/// <see cref="Outreach.Tests.Support.SharedClock"/> keeps. Its name, and that it stands in no namespace, are the runtime's.
/// </summary>
#pragma warning disable CA1050
internal static class StartupHook
#pragma warning restore CA1050
{
    public const string Setting = "OUTREACH_TESTS_CLOCK";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } file)
            SystemClock(null) = new FileClock(file);
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<System>k__BackingField")]
    private static extern ref TimeProvider SystemClock(TimeProvider? type);

    /// <summary>Only what time it is: timers and stopwatches run as always.</summary>
    private sealed class FileClock(string file) : TimeProvider
    {
        private readonly MemoryMappedViewAccessor ticks = MemoryMappedFile.CreateFromFile(file, FileMode.Open).CreateViewAccessor();

        public override DateTimeOffset GetUtcNow() => new(ticks.ReadInt64(0), TimeSpan.Zero);
    }
}
