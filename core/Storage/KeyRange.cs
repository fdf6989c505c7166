namespace Outreach.Storage;

/// <summary>The keys with <c>From &lt;= key &lt; To</c>.</summary>
public readonly record struct KeyRange(string From, string To)
{
    /// <summary>Every key: none of ours begins with "~", or with a character after it.</summary>
    public static readonly KeyRange All = new("", "~");

    public static KeyRange StartingWith(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    /// <summary>The range that holds this key and no other: parts of a key are separated by "|", so no other key falls in between.</summary>
    public static KeyRange Only(string key) => new(key, key + "|");
}
