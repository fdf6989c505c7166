using Outreach.Records;

namespace Outreach.Functions.Adapters;

/// <summary>What a call to a provider that broke means for the message it carried.</summary>
internal static class BrokenProviderCall
{
    private static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Null: not the network's doing (our own cancellation, a mistake of ours), so the exception goes on.</summary>
    public static MessageEvent? Read(Exception exception, CancellationToken ct) => exception switch
    {
        OperationCanceledException when ct.IsCancellationRequested => null,
        HttpRequestException { HttpRequestError: var error } when IsBeforeTheRequest(error) => new MessageEvent.TryLater("not-connected", ConnectAgainAfter),
        OperationCanceledException => new MessageEvent.Unknown("time-out"),
        HttpRequestException or IOException => new MessageEvent.Unknown("connection-lost"),
        _ => null,
    };

    private static bool IsBeforeTheRequest(HttpRequestError error) => error
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
