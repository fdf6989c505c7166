using System.Globalization;
using Outreach.Functions.Hosting.Commands;

namespace Outreach.Functions.Hosting;

/// <summary>How this process was started.</summary>
/// <param name="OnFunctions">By the Functions host, as its worker.</param>
/// <param name="DataDirectory">Where the embedded store keeps its files, standalone.</param>
/// <param name="VirtualStart">Where the virtual clock starts; null for real time.</param>
internal sealed record Launch(bool OnFunctions, string DataDirectory, DateTimeOffset? VirtualStart)
{
    /// <summary>Runs on a virtual clock (--clock, demo) instead of real time.</summary>
    public bool IsVirtual => VirtualStart is not null;

    private const string CustomHandlerPort = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private static readonly string[] ClockForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    public static readonly Launch Worker = new(OnFunctions: true, "", VirtualStart: null);

    /// <exception cref="UsageException">An option has no usable value, or a Functions host starts us as the custom handler of earlier versions.</exception>
    public static Launch Standalone(VerbArguments arguments, IConfiguration configuration) => configuration[CustomHandlerPort] is null
        ? new(OnFunctions: false, Path.GetFullPath(arguments["data"] ?? "data"), arguments["clock"] is { } start ? ReadClock(start) : null)
        : throw new UsageException($"{CustomHandlerPort} is set: this Functions app starts Outreach as a custom handler. It is a .NET isolated worker now; see 'From the custom handler' in docs/operating.md.");

    public static int ReadPort(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new UsageException($"{name} is a number from 0 to {ushort.MaxValue}, not '{text}'.");

    private static DateTimeOffset ReadClock(string text) =>
        DateTimeOffset.TryParseExact(text, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new UsageException($"--clock is a time like 2026-03-02T09:00:00+01:00 (UTC without an offset), not '{text}'.");
}
