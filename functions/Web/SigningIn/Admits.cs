using Microsoft.AspNetCore.Authorization;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>
/// Whom a page behind the sign-in lets in. A page that says nothing is for organisers and owners. To everybody else it looks as if it did not exist.
/// <para>
/// A page lets a host in with <c>.AdmitHosts()</c> after its <c>MapGet</c> or <c>MapPost</c>. Its address must hold the meeting as <c>{id}</c>: a host
/// comes in for the meetings of their link only. The page sees <see cref="Organisers.OrganiserPage.IsHost"/>; the frame shows a host no menu, and must show no link
/// to a page that does not admit them.
/// </para>
/// </summary>
internal sealed record Admits(Role? Least, bool Hosts = false, bool AnyMeeting = false)
{
    private static readonly Admits Organisers = new(Role.Organiser);

    /// <summary>Looked up on the endpoint; what is set on the page itself wins over what is set on its group.</summary>
    public static bool Lets(AuthorizationHandlerContext context)
    {
        if (context.Resource is not HttpContext http || SignedIn.Of(http) is not { } who)
            return false;
        var admits = http.GetEndpoint()?.Metadata.GetMetadata<Admits>() ?? Organisers;
        return who.Host is { } link
            ? admits.Hosts && (admits.AnyMeeting || (MeetingId.TryParse(http.Request.RouteValues["id"] as string, out var meeting) && link.Meetings.Contains(meeting)))
            : who.Role >= admits.Least;
    }
}

internal static class Admission
{
    /// <summary>Organisers, and the hosts of the meeting that is <c>{id}</c> in the address.</summary>
    public static TBuilder AdmitHosts<TBuilder>(this TBuilder page)
        where TBuilder : IEndpointConventionBuilder => page.WithMetadata(new Admits(Role.Organiser, Hosts: true));

    /// <summary>Nobody but hosts: where their link leads.</summary>
    public static TBuilder AdmitOnlyHosts<TBuilder>(this TBuilder page)
        where TBuilder : IEndpointConventionBuilder => page.WithMetadata(new Admits(null, Hosts: true, AnyMeeting: true));

    /// <summary>Whoever has this role or more.</summary>
    public static TBuilder Admit<TBuilder>(this TBuilder page, Role least)
        where TBuilder : IEndpointConventionBuilder => page.WithMetadata(new Admits(least));
}
