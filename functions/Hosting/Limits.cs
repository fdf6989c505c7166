using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Outreach.Functions.Hosting;

/// <summary>What the web server takes, however the program was started.</summary>
internal static class Limits
{
    /// <summary>Lists of 60 MiB, and what a form puts around them.</summary>
    private const long MaxBodyBytes = 61L * 1024 * 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
    }
}
