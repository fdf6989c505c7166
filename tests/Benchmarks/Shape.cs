using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Outreach.Tests.Architecture;

namespace Benchmarks;

/// <summary>How the code is cut: sizes of files, what classes and methods ask for, and which folders use each other. <c>shape</c></summary>
internal static partial class Shape
{
    public static string Run(string repository)
    {
        var text = new System.Text.StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        foreach (var folder in (string[])["core", "functions", "tests"])
            Line($"{folder}: {Sizes(SourceFiles(repository, folder))}");
        Line($"constructors: {Counts(WrittenCode.Types().SelectMany(type => type.GetConstructors(WrittenCode.Declared)).Where(IsOfTheContainer).Select(constructor => (WrittenCode.Name(constructor), constructor.GetParameters().Length)), listed: 6)}");
        Line($"methods: {Counts(WrittenCode.Methods().Select(method => (WrittenCode.Name(method), WrittenCode.Parameters(method))), listed: 5)}");
        Line($"files of the product above 200 lines: {string.Join(", ", Long(repository))}");
        Line($"folders of core that use each other: {string.Join("; ", Mutual(repository))}");
        return text.ToString();
    }

    private static string Sizes(IEnumerable<string> files)
    {
        var lines = files.Select(file => File.ReadAllLines(file).Where(line => line.Length > 0).ToList()).ToList();
        var sizes = lines.ConvertAll(file => file.Count);
        sizes.Sort();
        var comments = lines.Sum(file => file.Count(line => line.AsSpan().TrimStart().StartsWith("//"))) * 100.0 / sizes.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"{sizes.Count} files, {sizes.Sum()} lines that are not blank, median {sizes[sizes.Count / 2]}, p90 {sizes[sizes.Count * 9 / 10]}, longest {sizes[^1]}, comments {comments:f1} %");
    }

    private static string Counts(IEnumerable<(string Name, int Count)> all, int listed)
    {
        var counts = all.OrderByDescending(one => one.Count).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var many = counts.Where(one => one.Count > listed).ToList();
        return $"{counts.Count}, with more than 4 parameters {counts.Count(one => one.Count > 4)}, with more than {listed} {many.Count}: {string.Join(", ", many.Select(one => $"{one.Name} {one.Count}"))}";
    }

    private static IEnumerable<string> Long(string repository) =>
        ((string[])["core", "functions"]).SelectMany(folder => SourceFiles(repository, folder))
            .Select(file => (Name: Path.GetRelativePath(repository, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > 200).OrderByDescending(file => file.Lines).Select(file => $"{file.Name} {file.Lines}");

    // Records and values carry what they are; only what is made of other parts of the program counts.
    private static bool IsOfTheContainer(ConstructorInfo constructor) =>
        !constructor.IsStatic && constructor.DeclaringType!.GetMethod("<Clone>$") is null && !constructor.DeclaringType.IsValueType
        && constructor.GetParameters().Any(parameter => parameter.ParameterType is { IsInterface: true } or { IsClass: true, Namespace: not "System" });

    private static IEnumerable<string> Mutual(string repository)
    {
        var uses = SourceFiles(repository, "core")
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(use => (From: Folder(repository, file), To: use.Groups["folder"].Value)))
            .Where(use => use.From != use.To).ToHashSet();
        return uses.Where(use => string.CompareOrdinal(use.From, use.To) < 0 && uses.Contains((use.To, use.From))).Select(use => $"{use.From} and {use.To}").Order();
    }

    private static string Folder(string repository, string file) => Path.GetRelativePath(Path.Combine(repository, "core"), file).Split('/')[0];

    private static IEnumerable<string> SourceFiles(string repository, string folder) =>
        Directory.EnumerateFiles(Path.Combine(repository, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"^using Outreach\.(?<folder>\w+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
