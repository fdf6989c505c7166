using System.Text.RegularExpressions;

namespace Outreach.Tests.Infra;

/// <summary>What a compiler would say first, since the deployment is seldom compiled where the program is built.</summary>
public sealed partial class BicepTests
{
    private static readonly IReadOnlyList<BicepFile> Files = BicepFile.All;
    private static readonly BicepFile Main = BicepFile.Read("infra/main.bicep");

    public static TheoryData<string> Paths => [.. Files.Select(file => file.Path)];

    public static TheoryData<string> Environments => [.. Repository.Files("infra", "*.bicepparam")];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_bracket_and_quotation_mark_has_its_partner(string path) => Assert.Null(BicepFile.Read(path).Imbalance());

    [Theory]
    [InlineData("param a string = 'b", "'")]
    [InlineData("var a = { b: [1 }", "}")]
    [InlineData("var a = '${b('c)}'", "(")]
    public void An_imbalance_is_found(string text, string at) => Assert.Contains($"'{at}'", new BicepFile("made-up.bicep", text + "\n").Imbalance(), StringComparison.Ordinal);

    [Fact]
    public void Every_module_exists_and_gets_the_parameters_it_declares()
    {
        var modules = Files.SelectMany(file => file.Modules).ToList();

        Assert.Equal(Repository.Files("infra/modules", "*.bicep"), modules.Select(module => module.Path).Order(StringComparer.Ordinal));
        foreach (var module in modules)
        {
            var declared = BicepFile.Read(module.Path).Parameters.ToList();
            Assert.Empty(module.Parameters.Except(declared.Select(parameter => parameter.Name)));
            Assert.Empty(declared.Where(parameter => !parameter.HasValue).Select(parameter => parameter.Name).Except(module.Parameters));
        }
    }

    [Fact]
    public void Every_output_that_is_used_is_declared()
    {
        var modules = Main.Modules.ToDictionary(module => module.Name, module => BicepFile.Read(module.Path).Outputs.ToHashSet());

        foreach (Match use in OutputUse().Matches(Main.Text))
            Assert.Contains(use.Groups["output"].Value, modules[use.Groups["module"].Value]);
        Assert.Equal(modules.Sum(module => module.Value.Count), OutputUse().Matches(Main.Text).Select(use => use.Value).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_parameter_and_variable_is_used(string path)
    {
        var file = BicepFile.Read(path);
        if (path.EndsWith(".bicepparam", StringComparison.Ordinal))
            return;
        foreach (var name in file.Parameters.Select(parameter => parameter.Name).Concat(file.Variables))
            Assert.True(Regex.Count(file.Text, $@"\b{name}\b(?!:)| in {name}:") > 1, $"{path} does not use {name}.");
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void An_environment_sets_what_it_must_and_nothing_that_is_not_there(string path)
    {
        var set = BicepFile.Read(path).Parameters.Select(parameter => parameter.Name).ToList();
        var declared = Main.Parameters.ToList();

        Assert.StartsWith("using 'main.bicep'", Repository.Read(path)[Repository.Read(path).IndexOf("using", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(set.Except(declared.Select(parameter => parameter.Name)));
        Assert.Empty(declared.Where(parameter => !parameter.HasValue).Select(parameter => parameter.Name).Except(set));
    }

    [Fact]
    public void A_type_of_resource_has_one_version_in_all_files()
    {
        var versions = Files.SelectMany(file => file.Resources).Distinct().GroupBy(resource => resource.Type);

        Assert.All(versions, type => Assert.Single(type));
    }

    [Fact]
    public void No_file_holds_a_secret()
    {
        foreach (var path in Repository.Files("infra", "*").Append("azure.yaml"))
            Assert.DoesNotMatch(SecretLike(), Repository.Read(path));
        foreach (var parameter in Files.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal)).SelectMany(file => file.Parameters).Where(parameter => SecretName().IsMatch(parameter.Name)))
            Assert.True(parameter.IsSecure, $"{parameter.Name} is not marked @secure().");
    }

    [GeneratedRegex(@"\b(?<module>\w+)\.outputs\.(?<output>\w+)")]
    private static partial Regex OutputUse();

    // Account ids, keys and tokens of Twilio and SendGrid, storage keys, anything of 32 bytes in base64 or hex.
    [GeneratedRegex(@"\b(AC|SK|MG)[0-9a-f]{32}\b|\bSG\.[\w-]{8,}|AccountKey=|[A-Za-z0-9+/]{43}=|\b[0-9a-f]{32,}\b")]
    private static partial Regex SecretLike();

    [GeneratedRegex("^secrets?$|password|token$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
