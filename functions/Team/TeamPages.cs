using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary>Who works in the group: for owners. E-mail addresses travel in forms, never in the address of a page.</summary>
internal static class TeamPages
{
    public static void MapTeamPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group", (OrganiserPage page) => page.View<GroupPage>()).Admit(Role.Viewer);
        pages.MapGet("/group/team", (OrganiserPage page) => page.View<TeamPage>()).Admit(Role.Owner);
        pages.MapPost("/group/team", InviteAsync).Admit(Role.Owner).Audited(AuditKind.Roles);
        pages.MapPost("/group/team/role", ChangeRoleAsync).Admit(Role.Owner).Audited(AuditKind.Roles);
        pages.MapPost("/group/team/remove", RemoveAsync).Admit(Role.Owner).Audited(AuditKind.Roles);
    }

    private static async Task<IResult> InviteAsync(OrganiserPage page, HttpContext http, ChangeTeam change, SignIn signIn, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!EnumWord.TryParse<Role>(state["role"], out var role))
            return page.View<TeamPage>(null, state.WithError("role", page["team.wrong.role"]));
        if (await change.InviteAsync(page.Group.Id, state["email"], role, ct) is { } problem)
            return page.View<TeamPage>(null, state.WithError("email", page.Word("team.wrong", problem)));
        var isMailed = await signIn.SendInvitationAsync(page, state["email"]!, role, ct);
        return Results.LocalRedirect($"/group/team?done={(isMailed ? "member-invited" : "member-added")}");
    }

    private static async Task<IResult> ChangeRoleAsync(OrganiserPage page, HttpContext http, ChangeTeam change, CancellationToken ct)
    {
        var state = FormState.Of(http);
        return EnumWord.TryParse<Role>(state["role"], out var role)
            ? Answer(page, await change.ChangeRoleAsync(page.Group.Id, state["email"] ?? "", role, ct), "member-changed")
            : page.NotFound();
    }

    private static async Task<IResult> RemoveAsync(OrganiserPage page, HttpContext http, ChangeTeam change, CancellationToken ct) =>
        Answer(page, await change.RemoveAsync(page.Group.Id, FormState.Of(http)["email"] ?? "", ct), "member-removed");

    private static IResult Answer(OrganiserPage page, TeamProblem? problem, string done) => problem switch
    {
        null => Results.LocalRedirect($"/group/team?done={done}"),
        TeamProblem.Missing => page.NotFound(),
        _ => page.View<TeamPage>(null, FormState.Empty.WithError("", page.Word("team.wrong", problem))),
    };
}
