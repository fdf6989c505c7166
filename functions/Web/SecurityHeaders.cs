using Microsoft.AspNetCore.HttpOverrides;
using Outreach.Functions.Hosting;

namespace Outreach.Functions.Web;

/// <summary>What browsers are told on every answer: nothing runs, nothing is framed, and no address leaks to another site.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string AYear = "max-age=31536000; includeSubDomains";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // When the answer starts, because an error page begins by clearing what was set before it.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.Request.IsHttps)
                headers.StrictTransportSecurity = AYear;
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>
    /// Behind <c>Outreach__Proxies</c> proxies (0: none) the address of the caller and https come from what the last of them wrote. Without the setting
    /// those headers are worth nothing: anybody can send them.
    /// </summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue("Outreach:Proxies", 0);
        // The worker has done it before we see a request.
        if (proxies <= 0 || app.ApplicationServices.GetRequiredService<Launch>().OnFunctions)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = proxies };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        app.UseForwardedHeaders(options);
    }
}
