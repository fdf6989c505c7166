using System.Text.RegularExpressions;
using Outreach.Languages;

namespace Outreach.Tests.Infra;

/// <summary>What the compiler (infra/compile.sh) does not look at.</summary>
public sealed partial class BicepTests
{
    private static readonly IReadOnlyList<BicepFile> Files = BicepFile.All;

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

    // Account ids, keys and tokens of Twilio and SendGrid, storage keys, anything of 32 bytes in base64 or hex.
    [GeneratedRegex(@"\b(AC|SK|MG)[0-9a-f]{32}\b|\bSG\.[\w-]{8,}|AccountKey=|[A-Za-z0-9+/]{43}=|\b[0-9a-f]{32,}\b")]
    private static partial Regex SecretLike();

    [GeneratedRegex("^secrets?$|password|token$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
