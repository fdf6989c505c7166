using Microsoft.AspNetCore.HttpOverrides;
using Outreach.Functions.Hosting;

namespace Outreach.Functions.Web;

/// <summary>Who a visitor is when a proxy is in between.</summary>
internal static partial class Proxies
{
    private static readonly string[] Headers = [ForwardedHeadersDefaults.XForwardedForHeaderName, "Forwarded", "X-Real-IP"];

    /// <summary>How many there are; the Functions host is one itself.</summary>
    public static void AddProxies(this IServiceCollection services) => services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IConfiguration, Launch>((options, configuration, launch) =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // It calls us by an address of its own.
        if (launch.OnFunctions)
            options.ForwardedHeaders |= ForwardedHeaders.XForwardedHost;
        options.ForwardLimit = Math.Max(1, Count(configuration, launch));
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
    });

    /// <summary>
    /// Behind <c>Outreach__Proxies</c> proxies (0: none) the address of the caller and https come from what the last of them wrote. Without the setting
    /// those headers are worth nothing: anybody can send them. That they come is said once, because behind a proxy all visitors then count as one.
    /// </summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        var launch = app.ApplicationServices.GetRequiredService<Launch>();
        // There the worker has done it, by the same options, before we see a request.
        if (launch.OnFunctions)
            return;
        if (Count(app.ApplicationServices.GetRequiredService<IConfiguration>(), launch) > 0)
            app.UseForwardedHeaders();
        else
            app.UseWarning();
    }

    private static int Count(IConfiguration configuration, Launch launch) => configuration.GetValue("Outreach:Proxies", launch.OnFunctions ? 1 : 0);

    private static void UseWarning(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Proxies).FullName!);
        var isSaid = 0;
        app.Use((http, next) =>
        {
            if (isSaid == 0 && Headers.FirstOrDefault(http.Request.Headers.ContainsKey) is { } header && Interlocked.Exchange(ref isSaid, 1) == 0)
                LogNotTrusted(log, header);
            return next(http);
        });
    }

    [LoggerMessage(LogLevel.Warning, "A request has the header {Header}, which is not trusted. If a proxy stands in front of this program, set Outreach__Proxies=1: until then all visitors behind it count as one, and one of them can use up what all may ask.")]
    private static partial void LogNotTrusted(ILogger log, string header);
}
