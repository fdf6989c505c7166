namespace Outreach.Functions.Adapters;

/// <summary>A client for the life of the process: connections are renewed, so that a change of DNS is seen.</summary>
internal static class ProviderHttp
{
    public static HttpClient Create(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
    })
    {
        Timeout = timeout,
    };
}
