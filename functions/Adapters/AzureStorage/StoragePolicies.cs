using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// Turns what no caller can do anything about into an exception that says what an operator can do. Answers that mean something to
/// us (400, 404, 409, 412) are left to the client.
/// </summary>
internal sealed class TellRefusals(StorageKind kind, StorageSignIn signIn) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FillEmptyChange(message);
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception failed) when (Told(message, failed) is { } told)
        {
            throw told;
        }

        Check(message);
    }

    // Spreadsheet readers read a blob synchronously.
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FillEmptyChange(message);
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception failed) when (Told(message, failed) is { } told)
        {
            throw told;
        }

        Check(message);
    }

    /// <summary>
    /// A change without a body is repeated by .NET's own handler when a kept connection ends before the answer, and <see cref="Repeats"/> would
    /// not know. An empty body prevents that.
    /// </summary>
    private static void FillEmptyChange(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head)
            message.Request.Content ??= RequestContent.Create(ReadOnlyMemory<byte>.Empty);
    }

    private StorageException? Told(HttpMessage message, Exception failed) => failed switch
    {
        AuthenticationFailedException => StorageException.NoToken(kind, failed),
        RequestFailedException { Status: 0 } or AggregateException => StorageException.Unreachable(kind, message.Request.Uri.ToUri().Authority, failed),
        TaskCanceledException when !message.CancellationToken.IsCancellationRequested =>
            StorageException.Unreachable(kind, message.Request.Uri.ToUri().Authority, failed),
        _ => null,
    };

    private void Check(HttpMessage message)
    {
        if (message.Response.Status is 401 or 403 or 408 or 429 or >= 500)
            throw StorageException.Of(kind, new RequestFailedException(message.Response), signIn);
        if (message.Response.Status is 404 or 412 && message.Request.Method == RequestMethod.Get && message.Request.Headers.Contains("If-Match"))
            throw new IOException("The file was replaced or deleted while it was being read.");
    }
}

/// <summary>Counts each request that leaves, and notes for a call that asked with <see cref="Repeats"/> when it was not the first.</summary>
internal sealed class CountTries(StorageKind kind, StorageTransactions transactions) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        transactions.Count(kind);
        if (message.ProcessingContext.RetryNumber > 0)
            Repeats.Of(message)?.Note();
    }
}

/// <summary>Whether a try before the last may have reached the service and been applied, although we never read its answer. Covers the calls made until it is disposed.</summary>
internal sealed class Repeats : IDisposable
{
    private const string Property = "Outreach.Repeats";
    private readonly IDisposable _scope;

    public Repeats() => _scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    public bool Any { get; private set; }

    public static Repeats? Of(HttpMessage message) => message.TryGetProperty(Property, out var value) ? value as Repeats : null;

    public void Note() => Any = true;

    public void Dispose() => _scope.Dispose();
}
