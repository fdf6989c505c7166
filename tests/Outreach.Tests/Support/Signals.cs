using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Outreach.Tests.Support;

/// <summary>
/// A run that is told to stop ends at once. The hosts inside tests would take the signal for theirs and let the run go on, against an emulator and processes that the
/// same signal has ended: tests would fail for nothing.
/// </summary>
internal static class Signals
{
    private static PosixSignalRegistration? toEnd;

    [ModuleInitializer]
    internal static void EndWhenTold()
    {
        if (!OperatingSystem.IsWindows())
            toEnd = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(128 + 15));
    }
}
