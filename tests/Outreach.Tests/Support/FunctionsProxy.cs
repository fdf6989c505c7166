namespace Outreach.Tests.Support;

/// <summary>
/// A request from outside on its way through the Functions host to the executable: body and headers as they came, the host's own over the caller's. Tried again while
/// nobody listens. What begins with /admin or /runtime never leaves the host.
/// </summary>
internal sealed class FunctionsProxy(FunctionsApp app, Func<Task<Uri>> handler) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private const int MostTries = 10;

    private static readonly string[] HostsOwn = ["x-ms-invocation-id", "X-Azure-Functions-InvocationId", "X-Azure-Functions-HostVersion"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var methods = app.Site.Trigger["methods"]!.AsArray().Select(method => (string)method!);
        if (path.StartsWith("/admin", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/runtime", StringComparison.OrdinalIgnoreCase)
            || !methods.Contains(request.Method.Method, StringComparer.OrdinalIgnoreCase))
        {
            return new(System.Net.HttpStatusCode.NotFound) { RequestMessage = request };
        }

        request.Headers.Host = request.RequestUri.Authority;
        foreach (var name in HostsOwn)
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, name.EndsWith("Version", StringComparison.Ordinal) ? "4.1052.200" : Guid.NewGuid().ToString());
        }

        for (var tries = 1; ; tries++)
        {
            request.RequestUri = new(await handler(), path);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ConnectionError && tries < MostTries)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
