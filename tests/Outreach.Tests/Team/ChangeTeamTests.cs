using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;
using Outreach.Tests.Support;

namespace Outreach.Tests.Team;

public sealed class ChangeTeamTests
{
    private const string Owner = "fatima@example.org";
    private const string Other = "bo@example.org";

    private static readonly Group Group = new() { Id = GroupId.Default, Name = "De buurt", Language = "nl", Members = [new Member(Owner, Role.Owner, Moments.Monday)] };

    [Fact]
    public void Somebody_who_is_invited_has_the_role_they_were_given()
    {
        var (group, problem) = ChangeTeam.Invite(Group, " Bo@Example.org ", Role.Viewer, Moments.Monday);

        Assert.Null(problem);
        Assert.Equal(Role.Viewer, group.RoleOf(Other));
    }

    [Theory]
    [InlineData("nobody", TeamProblem.Email)]
    [InlineData(null, TeamProblem.Email)]
    [InlineData("FATIMA@example.org", TeamProblem.Known)]
    public void Nobody_is_invited_without_an_address_or_twice(string? email, TeamProblem expected)
    {
        var (group, problem) = ChangeTeam.Invite(Group, email, Role.Owner, Moments.Monday);

        Assert.Equal(expected, problem);
        Assert.Same(Group, group);
    }

    [Fact]
    public void A_group_has_a_hundred_people_at_most()
    {
        var full = Group with { Members = [.. Enumerable.Range(0, ChangeTeam.MaxMembers).Select(i => new Member($"m{i}@example.org", Role.Owner, Moments.Monday))] };

        Assert.Equal(TeamProblem.Full, ChangeTeam.Invite(full, Other, Role.Viewer, Moments.Monday).Problem);
    }

    [Fact]
    public void The_last_owner_neither_goes_nor_becomes_something_else()
    {
        var two = ChangeTeam.Invite(Group, Other, Role.Organiser, Moments.Monday).Group;

        Assert.Equal(TeamProblem.LastOwner, ChangeTeam.Remove(two, Owner).Problem);
        Assert.Equal(TeamProblem.LastOwner, ChangeTeam.ChangeRole(two, Owner, Role.Organiser).Problem);
        Assert.Equal(Role.Owner, ChangeTeam.Remove(two, Owner).Group.RoleOf(Owner));
    }

    [Fact]
    public void An_owner_goes_once_there_is_another()
    {
        var two = ChangeTeam.ChangeRole(ChangeTeam.Invite(Group, Other, Role.Organiser, Moments.Monday).Group, Other, Role.Owner).Group;

        var (group, problem) = ChangeTeam.Remove(two, Owner);

        Assert.Null(problem);
        Assert.Null(group.RoleOf(Owner));
        Assert.Equal(Role.Owner, group.RoleOf(Other));
    }

    [Fact]
    public void Whom_the_settings_name_is_an_owner_whom_no_page_changes()
    {
        var named = Group with { Organisers = [Other] };

        Assert.Equal(Role.Owner, named.RoleOf(Other));
        Assert.Equal(TeamProblem.BySettings, ChangeTeam.Remove(named, Other).Problem);
        Assert.Null(ChangeTeam.Remove(named, Owner).Problem);
    }

    [Fact]
    public void Whoever_is_not_there_cannot_be_changed() => Assert.Equal(TeamProblem.Missing, ChangeTeam.ChangeRole(Group, Other, Role.Owner).Problem);

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        var here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(Group with { Members = [.. Group.Members, new Member(Other, Role.Owner, Moments.Monday)] }, default);

        var problems = await Task.WhenAll(
            Task.Run(() => here.Get<ChangeTeam>().RemoveAsync(Group.Id, Owner, default)), Task.Run(() => here.Get<ChangeTeam>().RemoveAsync(Group.Id, Other, default)));

        Assert.Equal([null, TeamProblem.LastOwner], problems.Order());
        Assert.Single((await here.Get<GroupStore>().GetAsync(Group.Id, default)).Members);
    }

    [Fact]
    public void Questions_are_mailed_to_who_does_the_work_and_not_to_viewers() => Assert.Equal(
        [Other, Owner],
        (ChangeTeam.Invite(Group, "viewer@example.org", Role.Viewer, Moments.Monday).Group with { Organisers = [Other] }).NoticeAddresses);
}
