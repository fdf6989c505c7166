namespace Outreach.Storage;

/// <summary>The keys with <c>From &lt;= key &lt; To</c>.</summary>
public readonly record struct KeyRange(string From, string To)
{
    public static KeyRange StartingWith(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    /// <summary>One row, whether it is there or not: the parts of a key are set apart by "|", so no other key lies between.</summary>
    public static KeyRange Only(string key) => new(key, key + "|");
}
