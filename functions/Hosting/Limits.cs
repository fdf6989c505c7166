using Microsoft.AspNetCore.Server.Kestrel.Core;
using Outreach.Lists;

namespace Outreach.Functions.Hosting;

/// <summary>What the web server takes, however the program was started.</summary>
internal static class Limits
{
    /// <summary>The largest list, and what a form puts around it. A list that is somewhat too large still comes in, to be refused in plain words.</summary>
    private const long MaxBodyBytes = ListRules.MaxBytes + (11L * 1024 * 1024);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
    }
}
