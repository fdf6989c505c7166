using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Outreach.Functions.Adapters.AzureStorage;

/// <summary>Signs for the table service. Source: "Authorize with Shared Key", Shared Key Lite for the Table service.</summary>
internal sealed class TableKeyPolicy(AccountKey key) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        headers.TryGetValue("x-ms-date", out var date);
        headers.SetValue("Authorization", $"SharedKeyLite {key.Account}:{key.Sign(Text(date ?? "", key.Account, message.Request.Uri.ToUri()))}");
    }

    /// <summary>Of the query only <c>comp</c> is signed; the path as it goes over the wire.</summary>
    internal static string Text(string date, string account, Uri uri)
    {
        var comp = Query.Parse(uri).FirstOrDefault(part => part.Name == "comp").Value;
        return $"{date}\n/{account}{uri.AbsolutePath}{(comp is null ? "" : $"?comp={comp}")}";
    }
}

/// <summary>Signs for the queue and blob services. Source: "Authorize with Shared Key", version 2009-09-19 and later.</summary>
internal sealed class SharedKeyPolicy(AccountKey key) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] Signed =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Headers.SetValue("Authorization", $"SharedKey {key.Account}:{key.Sign(Text(message.Request, key.Account))}");

    internal static string Text(Request request, string account)
    {
        var text = new StringBuilder(request.Method.Method).Append('\n');
        foreach (var name in Signed)
            text.Append(name == "Content-Length" ? Length(request) : Header(request, name)).Append('\n');
        foreach (var header in request.Headers
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Name.ToLowerInvariant(), StringComparer.Ordinal))
        {
            text.Append(header.Name.ToLowerInvariant()).Append(':').Append(header.Value.Trim()).Append('\n');
        }

        var uri = request.Uri.ToUri();
        text.Append('/').Append(account).Append(uri.AbsolutePath);
        foreach (var (name, value) in Query.Parse(uri).OrderBy(part => part.Name, StringComparer.Ordinal))
            text.Append('\n').Append(name).Append(':').Append(value);
        return text.ToString();
    }

    // Empty when 0, since version 2015-02-21.
    private static string Length(Request request) =>
        request.Content is { } content && content.TryComputeLength(out var length) && length > 0
            ? length.ToString(CultureInfo.InvariantCulture)
            : "";

    private static string Header(Request request, string name) => request.Headers.TryGetValue(name, out var value) ? value! : "";
}

internal static class Query
{
    /// <summary>Lower-case names and decoded values, as they are signed.</summary>
    public static IEnumerable<(string Name, string Value)> Parse(Uri uri) =>
        from part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let cut = part.IndexOf('=', StringComparison.Ordinal)
        select (Uri.UnescapeDataString(cut < 0 ? part : part[..cut]).ToLowerInvariant(), cut < 0 ? "" : Uri.UnescapeDataString(part[(cut + 1)..]));
}
