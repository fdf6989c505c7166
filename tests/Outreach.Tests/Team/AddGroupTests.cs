using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Team;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;
using Outreach.Tests.Support;

namespace Outreach.Tests.Team;

public sealed class AddGroupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Buurt Zuid-West!", "buurt-zuid-west")]
    [InlineData("  Café  'De Ëend' 2 ", "cafe-de-eend-2")]
    [InlineData("Een heel lange naam van een buurt die niet ophoudt", "een-heel-lange-naam-van-een-buurt-die-ni")]
    public void The_id_of_a_group_is_made_of_its_name(string name, string id) => Assert.Equal(id, AddGroup.IdOf(name));

    [Fact]
    public async Task A_group_begins_with_its_owner()
    {
        var here = await Neighbourhood.OpenAsync();

        var (group, problem) = await here.Get<AddGroup>().HandleAsync("Zuid", "Bo@example.org", Neighbourhood.Group, "nl", default);

        Assert.Null(problem);
        Assert.Equal((new GroupId("zuid"), Role.Owner, Neighbourhood.Group), (group!.Id, group.RoleOf("bo@example.org"), group.Region));
        Assert.Equal(group.Name, (await here.Get<GroupStore>().GetAsync(group.Id, default)).Name);
    }

    [Fact]
    public async Task A_group_is_not_made_without_a_name_an_owner_or_a_region_that_exists()
    {
        var here = await Neighbourhood.OpenAsync();
        await here.Get<AddGroup>().HandleAsync("Zuid", "bo@example.org", Neighbourhood.Group, "nl", default);

        Assert.Equal(AddGroupProblem.Name, await ProblemAsync("  ", "bo@example.org", null));
        Assert.Equal(AddGroupProblem.Name, await ProblemAsync("حي", "bo@example.org", null));
        Assert.Equal(AddGroupProblem.Name, await ProblemAsync(new string('a', 61), "bo@example.org", null));
        Assert.Equal(AddGroupProblem.Owner, await ProblemAsync("Noord", null, null));
        Assert.Equal(AddGroupProblem.Region, await ProblemAsync("Noord", "bo@example.org", new GroupId("nowhere")));
        Assert.Equal(AddGroupProblem.Region, await ProblemAsync("Noord", "bo@example.org", new GroupId("zuid")));
        Assert.Equal(AddGroupProblem.Exists, await ProblemAsync("zuid!", "other@example.org", null));
        Assert.Equal(2, (await here.Get<GroupStore>().ListAsync(default)).Count);

        async Task<AddGroupProblem?> ProblemAsync(string? name, string? owner, GroupId? region) => (await here.Get<AddGroup>().HandleAsync(name, owner, region, "nl", default)).Problem;
    }

    [Fact]
    public async Task An_operator_makes_groups_on_the_command_line_and_lists_them()
    {
        Assert.Equal((0, "Made group stad (Stad). Owner: fatima@example.org.\n"), await RunAsync("group", "add", "Stad", "--owner", "fatima@example.org"));
        Assert.Equal((0, "Made group zuid (Zuid). Owner: bo@example.org.\n"), await RunAsync("group", "add", "Zuid", "--region=stad", "--Outreach:Organisers:0=bo@example.org"));

        Assert.Equal((0, "stad  Stad  people: 1\nzuid  Zuid  (in stad)  people: 1\n"), await RunAsync("group", "list"));
    }

    [Fact]
    public async Task What_an_operator_gets_wrong_is_reported()
    {
        Assert.Contains("--owner", (await RunAsync("group", "add", "Stad")).Text, StringComparison.Ordinal);
        Assert.Contains("no group", (await RunAsync("group", "add", "Stad", "--owner", "a@example.org", "--region", "weg")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("group", "add")).Code);
        Assert.Equal(2, (await RunAsync("group")).Code);
        Assert.Equal(2, (await RunAsync("group", "add", "Stad", "--language", "xx")).Code);
        Assert.Equal((0, ""), await RunAsync("group", "list"));
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var text = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, "--data", folder.Path], TeamSetup.Verbs(Site.Add), text, text, TestContext.Current.CancellationToken);
        return (code, text.ToString().ReplaceLineEndings("\n"));
    }
}
