namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>The header block of an e-mail; of a header that occurs twice the first counts.</summary>
internal sealed class MailHeaders
{
    private const int MaxFolded = 16 * 1024;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Written by a machine: an absence note, a newsletter, a report that mail was not delivered. Source: RFC 3834. People write through a mailing list as well, and
    /// Exchange asks for no automatic answer (X-Auto-Response-Suppress) to what they write.
    /// </summary>
    public bool IsAutomatic =>
        (Get("Auto-Submitted") is { } submitted && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || Get("Precedence")?.ToLowerInvariant() is "bulk" or "junk" or "auto_reply"
        || Get("X-Autoreply") is not null
        || Get("X-Autorespond") is not null
        || Get("Return-Path") is "<>"
        || Get("Content-Type")?.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) is true;

    public static MailHeaders Parse(string? block)
    {
        var headers = new MailHeaders();
        string? name = null;
        foreach (var line in (block ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            if (name is not null && line is [' ' or '\t', ..])
                headers.Continue(name, line.Trim());
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                name = headers._values.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()) ? line[..colon].Trim() : null;
            else
                name = null;
        }

        return headers;
    }

    public string? Get(string name) => _values.GetValueOrDefault(name);

    // A header that goes on for ever holds nothing for us, and putting it together would take for ever.
    private void Continue(string name, string more)
    {
        if (_values[name].Length < MaxFolded)
            _values[name] += " " + more;
    }
}
