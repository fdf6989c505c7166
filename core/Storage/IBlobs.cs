namespace Outreach.Storage;

/// <summary>Files by name ("lists/abc/upload"): written whole or not at all.</summary>
public interface IBlobs
{
    /// <summary>Streams the content to the store; a reader never sees half of it. Replaces what was there.</summary>
    Task WriteAsync(string name, Stream content, CancellationToken ct);

    /// <summary>A stream to read from, or null when there is no such blob. The caller disposes it.</summary>
    Task<Stream?> ReadAsync(string name, CancellationToken ct);

    /// <summary>Deletes it; a missing one is fine.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    /// <summary>Names that begin with the prefix, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);
}
