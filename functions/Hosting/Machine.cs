using System.Runtime.InteropServices;

namespace Outreach.Functions.Hosting;

/// <summary>What the program needs of the machine that it runs on and does not bring along. Without it the runtime ends the process with a stack trace, or dates and sorting are silently wrong.</summary>
internal static class Machine
{
    /// <summary>The versions of ICU that the runtime looks for, with room for those to come. Source: dotnet/runtime, pal_icushim.</summary>
    private const int OldestIcu = 50;
    private const int NewestIcu = 100;

    /// <returns>One sentence that says what is missing and what to do; null when all is there. Touches no culture: that would be the end.</returns>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        if (IsInvariant())
            return "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set: Outreach writes ten languages and needs the rules of each. Unset it, and install libicu if it is not there.";
        if (!HasIcu())
            return "This machine has no ICU, which Outreach needs to write ten languages. Install it: libicu on Debian and Ubuntu (apt-get install libicu-dev), libicu on Red Hat, icu-libs with icu-data-full on Alpine.";
        return TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out _)
            ? null
            : "This machine knows no time zones, which Outreach needs for the times of meetings. Install the package tzdata.";
    }

    private static bool IsInvariant() => Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is { } set
        && (set is "1" || set.Equals("true", StringComparison.OrdinalIgnoreCase));

    // Somebody who chose a version or brings their own knows what they do.
    private static bool HasIcu() => Environment.GetEnvironmentVariable("DOTNET_ICU_VERSION_OVERRIDE") is not null
        || AppContext.GetData("System.Globalization.AppLocalIcu") is not null
        || Enumerable.Range(OldestIcu, NewestIcu - OldestIcu).Reverse().Any(version => NativeLibrary.TryLoad($"libicuuc.so.{(uint)version}", out _));
}
