namespace Outreach.Tests.Infra;

/// <summary>The files as they stand in the repository, beside what is built from them.</summary>
internal static class Repository
{
    public static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Paths from the root, with '/'.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Outreach.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new DirectoryNotFoundException("These tests run from inside the repository."));
}
