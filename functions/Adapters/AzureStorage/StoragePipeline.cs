using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>How often and how slowly a request is repeated. The defaults give up after 8 tries in about a minute.</summary>
internal sealed record StorageRetries
{
    public int Tries { get; init; } = 8;

    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.4);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Per try. The services themselves give up after 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>
/// One storage service: its address, and requests that are dated, counted, signed and repeated. Azure.Core's retry policy repeats
/// 408, 429, 500, 502, 503, 504 and broken connections, with jitter, and waits at least as long as Retry-After says.
/// </summary>
internal sealed class StoragePipeline
{
    private readonly HttpPipeline pipeline;
    private readonly StorageKind kind;
    private readonly bool signsWithKey;

    public StoragePipeline(StorageKind kind, StorageConnection connection, StorageRetries retries, StorageTransactions transactions)
    {
        this.kind = kind;
        signsWithKey = connection.Key is not null;
        Address = (kind switch
        {
            StorageKind.Tables => connection.Tables,
            StorageKind.Queues => connection.Queues,
            _ => connection.Blobs,
        }).AbsoluteUri.TrimEnd('/');
        pipeline = HttpPipelineBuilder.Build(
            new Options(retries, connection.Transport),
            [],
            [new DatePolicy(kind is StorageKind.Blobs ? "2021-12-02" : "2020-12-06"), new CountPolicy(kind, transactions), SignIn(kind, connection)],
            new ResponseClassifier());
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    public HttpMessage Create(RequestMethod method, string pathAndQuery, RequestContent? content = null)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Address + pathAndQuery));
        message.Request.Content = content;
        return message;
    }

    public HttpMessage CreateDelete(string pathAndQuery) => Create(RequestMethod.Delete, pathAndQuery, Nothing());

    /// <summary>
    /// An empty body for a change that has none. Without any, .NET's handler repeats the request by itself when a kept connection ends before
    /// the answer, and <see cref="WasRepeated"/> would not know.
    /// </summary>
    public static RequestContent Nothing() => RequestContent.Create(ReadOnlyMemory<byte>.Empty);

    /// <returns>The answer, whatever its status; a request that got none after all tries is an exception.</returns>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken ct)
    {
        try
        {
            await pipeline.SendAsync(message, ct);
            return message.Response;
        }
        catch (AuthenticationFailedException refused)
        {
            throw StorageException.NoToken(kind, refused);
        }
        catch (Exception broken) when (broken is RequestFailedException or AggregateException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw StorageException.Unreachable(kind, new Uri(Address).Authority, broken);
        }
    }

    public StorageException Refused(StorageError error, DateTimeOffset? serviceTime = null) =>
        StorageException.Of(kind, error, signsWithKey, serviceTime);

    public StorageException Refused(Response response) => Refused(StorageError.Of(response), response.Headers.Date);

    /// <summary>Whether an earlier try may have reached the service and been applied, although we never read its answer.</summary>
    public static bool WasRepeated(HttpMessage message) => message.ProcessingContext.RetryNumber > 0;

    private static HttpPipelinePolicy SignIn(StorageKind kind, StorageConnection connection) => connection.Key switch
    {
        { } key when kind is StorageKind.Tables => new TableKeyPolicy(key),
        { } key => new SharedKeyPolicy(key),
        _ => new BearerTokenAuthenticationPolicy(connection.Credential!, "https://storage.azure.com/.default"),
    };

    private sealed class Options : ClientOptions
    {
        public Options(StorageRetries retries, HttpPipelineTransport? transport)
        {
            Transport = transport ?? Transport;
            Retry.NetworkTimeout = retries.Timeout;
            RetryPolicy = new RetryPolicy(
                retries.Tries - 1, DelayStrategy.CreateExponentialDelayStrategy(retries.FirstDelay, retries.LongestDelay));
            Diagnostics.IsDistributedTracingEnabled = false;
        }
    }

    // The real time, even where the application plays with its own clock: the service refuses a request dated 15 minutes off.
    private sealed class DatePolicy(string version) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            message.Request.Headers.SetValue("x-ms-version", version);
            message.Request.Headers.SetValue("x-ms-date", TimeProvider.System.GetUtcNow().ToString("R"));
        }
    }

    private sealed class CountPolicy(StorageKind kind, StorageTransactions transactions) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => transactions.Count(kind);
    }
}
