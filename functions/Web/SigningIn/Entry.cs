using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>Signs a browser in. Whoever was signed in with it before is signed out.</summary>
internal static class Entry
{
    private static readonly string[] Browsers = ["Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari"];
    private static readonly string[] Systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux"];

    /// <param name="host">For whom the link of a host was made.</param>
    public static async Task SignInAsync(HttpContext http, ClaimsPrincipal principal, string? host, CancellationToken ct)
    {
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        // Asked for, because who comes back from a provider has not been looked at yet.
        if (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is { Principal: { } before })
            await sessions.EndAsync(before, ct);
        await sessions.StartAsync(principal, host, DeviceOf(http.Request.Headers.UserAgent.ToString()), ct);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, new AuthenticationProperties { IsPersistent = true });
        await Auditing.WriteSignInAsync(http, principal, host);
    }

    /// <summary>"Firefox, Android": enough to tell one's own devices apart, and nobody's visits elsewhere.</summary>
    internal static string? DeviceOf(string userAgent)
    {
        string?[] parts = [Array.Find(Browsers, name => userAgent.Contains(name, StringComparison.Ordinal)), Array.Find(Systems, name => userAgent.Contains(name, StringComparison.Ordinal))];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } device ? device : null;
    }
}
