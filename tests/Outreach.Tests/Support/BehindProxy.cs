using System.Net;

namespace Outreach.Tests.Support;

/// <summary>
/// A browser whose way to the site leads through a proxy that ends https and calls the site by another address. It keeps cookies as a browser does,
/// also those for https only, and goes nowhere by itself.
/// </summary>
internal sealed class BehindProxy(Uri known, Uri real) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly CookieContainer cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (asked.Authority == known.Authority)
        {
            request.RequestUri = new Uri(real, asked.PathAndQuery);
            if (cookies.GetCookieHeader(asked) is { Length: > 0 } kept)
                request.Headers.Add("Cookie", kept);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
                cookies.SetCookies(asked, cookie);
        }

        return answer;
    }
}
