namespace Outreach.Storage;

/// <summary>
/// Names that are good in Azure Blob storage and, letter by letter, on every file system. Our own code makes them
/// ("lists/abc/upload"); a name that a person typed is a property of a row, never a blob's name.
/// </summary>
public static class BlobRules
{
    public const int MaxNameLength = 120;

    /// <exception cref="ArgumentException">Parts of ASCII letters, digits, '-', '_' and inner '.', joined by '/'; at most 120 characters.</exception>
    public static void CheckName(string name)
    {
        var valid = name.Length is > 0 and <= MaxNameLength;
        foreach (var part in name.Split('/'))
            valid &= part.Length > 0 && part[0] != '.' && part[^1] != '.' && part.All(IsGood);
        if (!valid)
            throw new ArgumentException($"'{name}' is not a blob name.", nameof(name));
    }

    private static bool IsGood(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
