namespace Outreach.Functions.Web.Api;

/// <summary>What a phone kept while there was no network, sent by our own script: it wants to know whether it arrived, and no page.</summary>
internal static class Queued
{
    private const string Header = "X-Queued";

    public static bool IsQueued(this HttpContext http) => http.Request.Headers.ContainsKey(Header);
}
