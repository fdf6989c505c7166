using System.Globalization;
using System.Text;
using Azure.Core;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>
/// The multipart answer to an entity group transaction. It is "202 Accepted" even when the transaction failed: then it holds
/// one inner answer, the error.
/// </summary>
internal static class BatchAnswer
{
    /// <summary>Also repeats a batch whose inner answer is "server busy" or "timed out".</summary>
    public static ResponseClassifier Classifier { get; } = new InnerClassifier();

    public static (IReadOnlyList<string?> ETags, StorageError? Error) Read(string body)
    {
        var etags = new List<string?>();
        foreach (var (status, etag, text) in Parts(body))
        {
            if (status >= 300)
                return ([], StorageError.OfJson(status, text));
            etags.Add(etag);
        }

        return (etags, null);
    }

    private static IEnumerable<(int Status, string? ETag, string Text)> Parts(string body)
    {
        using var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                continue;
            var status = int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
            string? etag = null;
            while (lines.ReadLine() is { Length: > 0 } header)
            {
                if (header.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
                    etag = header[5..].Trim();
            }

            var text = new StringBuilder();
            while (lines.ReadLine() is { } content && !content.StartsWith("--", StringComparison.Ordinal))
                text.Append(content);
            yield return (status, etag, text.ToString());
        }
    }

    private sealed class InnerClassifier : ResponseClassifier
    {
        // The retry policy asks about errors only, and the answer's body is not read yet when this is asked.
        public override bool IsErrorResponse(HttpMessage message) => message.Response.Status == 202 || base.IsErrorResponse(message);

        public override bool IsRetriableResponse(HttpMessage message) =>
            base.IsRetriableResponse(message)
            || (message.Response.Status == 202
                && Read(message.Response.Content.ToString()).Error is { Status: 408 or 429 or 500 or 502 or 503 or 504 });
    }
}
