using System.Reflection;
using Outreach.Records;
using Outreach.Tests.Infra;

namespace Outreach.Tests.Architecture;

/// <summary>A class that asks for many others does two jobs, and a long file holds two things.</summary>
public sealed class ShapeTests
{
    private const int MaxOthers = 6;
    private const int MaxParameters = 5;
    private const int MaxLines = 200;

    [Fact]
    public void No_class_asks_for_more_than_six_others()
    {
        var asking =
            from assembly in (Assembly[])[typeof(Settings).Assembly, Assembly.Load("outreach")]
            from type in assembly.GetTypes()
            where type.Namespace?.StartsWith("Outreach", StringComparison.Ordinal) is true && type.IsClass && type.GetMethod("<Clone>$") is null
            from constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            let others = constructor.GetParameters()
            where others.Length > MaxOthers && others.Any(IsPartOfTheProgram)
            orderby type.Name
            select $"{type.Name} {others.Length}";

        Assert.Empty(asking);
    }

    [Fact]
    public void No_method_takes_more_than_five_parameters()
    {
        var asking = WrittenCode.Methods().Where(method => WrittenCode.Parameters(method) > MaxParameters);

        Assert.Empty(asking.Select(method => $"{WrittenCode.Name(method)} {WrittenCode.Parameters(method)}"));
    }

    [Fact]
    public void No_file_of_the_product_has_more_than_two_hundred_lines()
    {
        var files = ((string[])["core", "functions"]).SelectMany(folder => Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor")));

        Assert.DoesNotContain(files, file => File.ReadLines(Path.Combine(Repository.Root, file)).Count() > MaxLines);
    }

    private static bool IsPartOfTheProgram(ParameterInfo parameter) => parameter.ParameterType is { IsInterface: true } or { IsClass: true, Namespace: not "System" };
}
