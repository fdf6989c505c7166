using System.Text.RegularExpressions;
using Outreach.Functions.Demo;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Lists;
using Outreach.Functions.Operating;
using Outreach.Functions.Team;
using Outreach.Languages;

namespace Outreach.Tests.Infra;

public sealed partial class ManualTests
{
    private static readonly string Manual = Repository.Read("docs/operating.md");

    [Fact]
    public void The_manual_explains_every_setting_in_the_words_of_the_program()
    {
        foreach (var setting in SettingNames.All)
            Assert.Contains($"| `{setting.Name}` | {setting.What}{(setting.IsSecret ? " Secret." : "")} |\n", Manual, StringComparison.Ordinal);
        Assert.Equal(SettingNames.All.Count(), SettingRow().Count(Manual[Manual.IndexOf("\n## Settings\n", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void The_manual_names_every_alert()
    {
        foreach (Match title in AlertTitle().Matches(Repository.Read("infra/modules/alerts.bicep")))
            Assert.Contains($"| {title.Groups["title"].Value} |", Manual, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manual_names_every_verb()
    {
        Verb[] verbs =
        [
            Serve.Verb(Site.Add, Site.Use), DemoVerb.Verb(Site.Add, Site.Use), CheckVerb.Verb(Site.Add), .. TeamSetup.Verbs(Site.Add), .. OperatingSetup.Verbs(Site.Add),
        ];

        Assert.DoesNotContain(verbs, verb => !Regex.IsMatch(Manual, $@"(outreach |-- |`){Regex.Escape(verb.Name)}\b"));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        foreach (var path in Repository.Files("docs", "*.md"))
        {
            foreach (Match link in Link().Matches(Repository.Read(path)))
                Assert.True(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link.Groups["target"].Value)), $"{path} links to {link.Groups["target"].Value}.");
        }
    }

    [GeneratedRegex(@"^\| `\w+__?\w+` \||^\| `AzureWebJobsStorage` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex("title: '(?<title>[^']+)'")]
    private static partial Regex AlertTitle();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<target>[^)#\s]+)")]
    private static partial Regex Link();
}
