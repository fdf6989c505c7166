using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Outreach.Tests.Architecture;

/// <summary>The types and methods of the product that somebody wrote: neither what the compiler makes of them, nor what a generator adds.</summary>
internal static class WrittenCode
{
    public const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Assembly[] Product = [typeof(Outreach.Records.Settings).Assembly, Assembly.Load("outreach")];

    public static IEnumerable<Type> Types() => Product.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("Outreach", StringComparison.Ordinal) is true && !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsEnum);

    public static IEnumerable<MethodInfo> Methods() => Types().SelectMany(type => type.GetMethods(Declared)).Where(IsWritten);

    /// <summary>The cancellation token does not count: it is handed on everywhere and asks nothing of the reader.</summary>
    public static int Parameters(MethodInfo method) => method.GetParameters().Count(parameter => parameter.ParameterType != typeof(CancellationToken));

    public static string Name(MethodBase method) => $"{method.DeclaringType!.Name}{(method.IsConstructor ? "" : "." + method.Name)}";

    private static bool IsWritten(MethodInfo method) =>
        !method.Name.Contains('<', StringComparison.Ordinal) && method.DeclaringType!.Name != "GeneratedRouteBuilderExtensionsCore" && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && method.GetCustomAttribute<GeneratedCodeAttribute>() is null && method.Name is not ("Deconstruct" or "PrintMembers");
}
