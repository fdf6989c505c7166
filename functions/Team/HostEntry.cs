using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Records;

namespace Outreach.Functions.Team;

/// <summary>The link of a host: says what it is for, and signs them in by a button.</summary>
internal static class HostEntry
{
    public static void MapHostEntry(this RouteGroupBuilder open)
    {
        open.MapGet("/h/{code}", ShowAsync);
        open.MapPost("/h/{code}", EnterAsync);
    }

    private static async Task<IResult> ShowAsync(HostVisit visit, OrganiserPage page, MeetingStore meetings, CancellationToken ct) =>
        visit is { Link: { } link, Group: { } group }
            ? page.View<HostEntryPage>(new { Link = link, GroupName = group.Name, Meetings = await HostPages.OfAsync(link, group.Id, meetings, ct) })
            : visit.Refuse(page);

    private static async Task<IResult> EnterAsync(HostVisit visit, OrganiserPage page, HttpContext http, CancellationToken ct)
    {
        if (visit is not { Link: { } link, Group: { } group })
            return visit.Refuse(page);
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(SignedIn.GroupClaim, group.Id.Value), new Claim(SignedIn.HostClaim, link.Code.Value)], CookieAuthenticationDefaults.AuthenticationScheme));
        await Entry.SignInAsync(http, principal, link.Name, ct);
        return Results.LocalRedirect(link.Meetings is [var only] ? $"/meetings/{only}/checkin" : "/host");
    }
}
