namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>
/// The Message-ID of an e-mail carries our reference, and an answer names it in In-Reply-To or References: the second way,
/// beside the reply address, in which an answer finds what it answers.
/// </summary>
internal static class MessageIds
{
    public static string Of(string reference, string domain) => $"<{Uri.EscapeDataString(reference)}@{domain}>";

    /// <summary>Null when it is not one of ours.</summary>
    public static string? Reference(string messageId, string domain)
    {
        var id = messageId.Trim('<', '>');
        return id.Length > domain.Length + 1 && id.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(id[..^(domain.Length + 1)])
            : null;
    }

    /// <summary>All ids in a header's value.</summary>
    public static IEnumerable<string> Read(string? header)
    {
        for (var at = 0; header is not null && header.IndexOf('<', at) is >= 0 and var start && header.IndexOf('>', start) is > 0 and var end; at = end + 1)
            yield return header[start..(end + 1)];
    }
}
