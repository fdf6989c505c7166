using Outreach.Languages;
using Xunit.Sdk;

namespace Outreach.Tests.Lists;

/// <summary>Lists as people really save and fill them, with invented people, and what is right beside each.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Lists", "Cases");

    public static IEnumerable<string> Paths => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. Paths.Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_from_the_field_is_read_right(string name)
    {
        var path = Path.Combine(Folder, name);
        var right = CaseReading.Parse(File.ReadAllText(path + ".expected.json")).ToString();

        var read = CaseReading.Of(File.ReadAllBytes(path), Path.GetFileName(path)).ToString();

        if (read != right)
            throw new XunitException($"{name} should be read as\n{right}\nand is read as\n{read}");
    }

    [Fact]
    public void The_cases_folder_is_found() => Assert.True(Files.Count > 50, $"{Files.Count} in {Folder}");
}
