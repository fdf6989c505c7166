using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Records;

namespace Outreach.Functions.Team;

/// <summary>Where somebody is signed in, and the way out; owners also see and end those of their group. And the way to another group of one's own.</summary>
internal static class SessionPages
{
    public static void MapSessionPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/sessions", ShowAsync).Admit(Role.Viewer);
        pages.MapPost("/group/sessions/end", EndMineAsync).Admit(Role.Viewer);
        pages.MapPost("/group/sessions/{id}/end", EndAsync).Admit(Role.Viewer);
        pages.MapPost("/group/switch", SwitchAsync).Admit(Role.Viewer);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, HttpContext http, Sessions sessions, CancellationToken ct)
    {
        var (mine, others) = Sort(page, http, await sessions.ListAsync(ct));
        return page.View<SessionsPage>(new { Mine = mine, Others = others, Current = Sessions.IdOf(http.User) });
    }

    private static async Task<IResult> EndMineAsync(OrganiserPage page, HttpContext http, Sessions sessions, CancellationToken ct)
    {
        foreach (var (id, _) in Sort(page, http, await sessions.ListAsync(ct)).Mine)
            await sessions.EndAsync(id, ct);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/signin");
    }

    private static async Task<IResult> EndAsync(string id, OrganiserPage page, HttpContext http, Sessions sessions, CancellationToken ct)
    {
        var (mine, others) = Sort(page, http, await sessions.ListAsync(ct));
        if (!mine.Concat(others).Any(one => one.Id == id))
            return page.NotFound();
        await sessions.EndAsync(id, ct);
        return Results.LocalRedirect("/group/sessions?done=session-ended");
    }

    /// <summary>One's own wherever they look; for an owner also all that look at the group.</summary>
    private static (IReadOnlyList<(string Id, Session Session)> Mine, IReadOnlyList<(string Id, Session Session)> Others) Sort(
        OrganiserPage page, HttpContext http, IReadOnlyList<(string Id, Session Session)> all)
    {
        var current = Sessions.IdOf(http.User);
        var mine = all.Where(one => one.Id == current || (page.Who!.Email is { } email && one.Session.Email == email)).ToList();
        return (mine, page.IsOwner ? [.. all.Except(mine).Where(one => one.Session.Group == page.Group.Id)] : []);
    }

    private static async Task<IResult> SwitchAsync(OrganiserPage page, HttpContext http, Sessions sessions, CancellationToken ct)
    {
        if (page.Who!.Groups.FirstOrDefault(group => group.Id.Value == FormState.Of(http)["group"]) is not { } other)
            return page.NotFound();
        await sessions.SwitchAsync(http.User, other.Id, ct);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, http.User, new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect("/");
    }
}
