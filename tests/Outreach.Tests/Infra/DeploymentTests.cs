using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Infra;

/// <summary>What the program names is what the deployment makes, and the other way round.</summary>
public sealed partial class DeploymentTests
{
    private static readonly BicepFile Storage = BicepFile.Read("infra/modules/storage.bicep");
    private static readonly BicepFile Settings = BicepFile.Read("infra/modules/settings.bicep");
    private static readonly BicepFile Vault = BicepFile.Read("infra/modules/vault.bicep");
    private static readonly FunctionList Shipped = WholeProgram.Functions;

    [Fact]
    public void Every_queue_is_made_with_its_poison_queue()
    {
        Assert.Equal(QueueNames.All, Storage.List("queueNames"));
        Assert.Equal(QueueNames.All.Order(), Shipped.Functions.Select(function => function.Trigger).OfType<Trigger.Queue>().Select(queue => queue.Name).Order());
        Assert.Contains("name: '${queueName}-poison'", Storage.Text, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(Storage.Text, "for queueName in queueNames:"));
    }

    [Fact]
    public void Every_table_is_made() => Assert.Equal(TableNames.All, Storage.List("tableNames"));

    [Fact]
    public void The_container_of_the_blobs_is_made()
    {
        var named = ContainerName().Match(Repository.Read("functions/Adapters/AzureStorage/AzureBlobs.cs")).Groups["name"].Value;

        Assert.Equal([named], Storage.List("containerNames"));
    }

    [Fact]
    public void The_storage_account_takes_no_keys_and_shows_nothing_to_the_public()
    {
        foreach (var rule in new[] { "allowSharedKeyAccess: false", "allowBlobPublicAccess: false", "minimumTlsVersion: 'TLS1_2'", "supportsHttpsTrafficOnly: true", "publicAccess: 'None'" })
            Assert.Contains(rule, Storage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_gets_every_setting_there_is_and_no_other()
    {
        var expected = SettingNames.All.Except(SettingNames.ElsewhereOnly).Select(setting => setting.Name);

        Assert.Equal(expected.Order(StringComparer.Ordinal), SettingLines().Select(line => line.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_program_names_is_explained()
    {
        var named = new[] { "core", "functions" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(path => !path.EndsWith("/SettingNames.cs", StringComparison.Ordinal))
            .SelectMany(path => SettingInCode().Matches(Repository.Read(path)).Select(use => (path, name: use.Groups["section"].Value + "__" + use.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))));

        foreach (var (path, name) in named)
            Assert.True(SettingNames.All.Any(setting => setting.Name == name || setting.Name == name + "__0"), $"{path} names {name}, which SettingNames does not have.");
    }

    [Fact]
    public void Secrets_are_read_from_the_vault_and_nothing_else_is()
    {
        var secrets = SettingNames.All.Except(SettingNames.ElsewhereOnly).Where(setting => setting.IsSecret).Select(setting => setting.Name).ToList();
        var referenced = SettingLines().Where(line => line.Value.Contains("${secretAt}", StringComparison.Ordinal)).ToList();

        Assert.Equal(secrets.Order(StringComparer.Ordinal), referenced.Select(line => line.Name).Order(StringComparer.Ordinal));
        Assert.All(referenced, line => Assert.Contains("${secretAt}" + InVault(line.Name) + ")'", line.Value, StringComparison.Ordinal));
        Assert.Equal(secrets.Select(InVault).Order(StringComparer.Ordinal), Vault.List("secretNames").Order(StringComparer.Ordinal));
        foreach (var path in Repository.Files("infra", "*.bicepparam"))
            Assert.Equal(Vault.List("secretNames"), SecretOfEnvironment().Matches(Repository.Read(path)).Select(line => line.Groups["name"].Value));
    }

    [Fact]
    public void Roles_are_given_in_one_file_and_only_to_the_identity_of_the_site()
    {
        var roles = BicepFile.Read("infra/modules/roles.bicep");

        Assert.All(
            BicepFile.All.Where(file => file.Resources.Any(resource => resource.Type == "Microsoft.Authorization/roleAssignments")),
            file => Assert.Equal(roles.Path, file.Path));
        Assert.Equal(
            [
                "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
                "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
                "4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
                "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
                "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
                "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
            ],
            RoleId().Matches(roles.Text).Select(role => role.Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(BicepFile.All, file => file.Path != roles.Path && RoleId().IsMatch(file.Text));
        Assert.Contains("principalId: identity.outputs.principalId", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_watch_every_function_by_its_name()
    {
        var alerts = Repository.Read("infra/modules/alerts.bicep");
        var workers = WorkersLine().Match(alerts).Groups["names"].Value.Split(", ").Select(name => name.Trim('\\', '\''));

        Assert.Equal(
            Shipped.Functions.Where(function => function.Trigger is not Trigger.Http).Select(function => function.Name),
            workers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Azd_sends_what_the_publish_step_makes_to_the_site()
    {
        var azd = Repository.Read("azure.yaml");
        var dist = Regex.Match(azd, @"dist: (?<folder>\S+)").Groups["folder"].Value;

        Assert.Equal(2, Regex.Count(azd, $@"run: dotnet publish functions -c Release -r linux-x64 -o {dist}\n"));
        Assert.True(File.Exists(Path.Combine(Repository.Root, "infra", Regex.Match(azd, @"module: (?<name>\w+)").Groups["name"].Value + ".bicepparam")));
        Assert.Contains("services:\n  outreach:\n", azd, StringComparison.Ordinal);
        Assert.Contains("'azd-service-name': 'outreach'", Repository.Read("infra/modules/site.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_functions_host_takes_its_triggers_from_the_program_alone_and_gives_paths_as_they_are()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));

        Assert.False(host.RootElement.TryGetProperty("customHandler", out _));
        Assert.False(host.RootElement.TryGetProperty("extensionBundle", out _));
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void The_queues_of_the_functions_host_retry_later_and_encode_as_our_own_sender_does()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");

        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, QueueRules.MaxReceive);
        Assert.InRange(queues.GetProperty("newBatchThreshold").GetInt32(), 0, QueueRules.MaxReceive);
        Assert.InRange(queues.GetProperty("maxDequeueCount").GetInt32(), 2, 10);
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
        // Zero, the host's default, spends all tries within a second.
        Assert.InRange(Span("visibilityTimeout"), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));
        // How long an answer may wait when nothing else is going on.
        Assert.InRange(Span("maxPollingInterval"), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));

        TimeSpan Span(string name) => TimeSpan.Parse(queues.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(string Name, string Value)> SettingLines() =>
        SettingLine().Matches(Settings.Text).Select(line => (line.Groups["name"].Value, line.Groups["value"].Value))
            .Concat(OrganiserSetting().Matches(Settings.Text).Select(use => (use.Groups["name"].Value + "0", "")));

    private static string InVault(string setting) => setting.Replace("__", "-", StringComparison.Ordinal);

    [GeneratedRegex(@"^  (?<name>(AzureWebJobsStorage__|APPLICATIONINSIGHTS_|Outreach__|Twilio__|SendGrid__)\w+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"'(?<name>Outreach__Organisers__)\$\{i\}'")]
    private static partial Regex OrganiserSetting();

    [GeneratedRegex(@"\b(?<section>Outreach|Twilio|SendGrid)(__|:)(?<name>[A-Z][A-Za-z]+((__|:)[A-Z][A-Za-z]+)?(__0)?)\b")]
    private static partial Regex SettingInCode();

    [GeneratedRegex(@"^  '(?<name>\w+(-\w+)+)': readEnvironmentVariable\('\w+', ''\)$", RegexOptions.Multiline)]
    private static partial Regex SecretOfEnvironment();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex RoleId();

    [GeneratedRegex(@"^var workers = '(?<names>.+)'$", RegexOptions.Multiline)]
    private static partial Regex WorkersLine();

    [GeneratedRegex("Container = \"(?<name>[a-z0-9-]+)\"")]
    private static partial Regex ContainerName();
}
