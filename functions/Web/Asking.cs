using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;

namespace Outreach.Functions.Web;

/// <summary>What an address names is not there, or not for whoever asks.</summary>
/// <param name="what">As it is said to a caller: "meeting".</param>
internal sealed class UnknownException(string what) : BadHttpRequestException("", StatusCodes.Status404NotFound)
{
    public string What => what;
}

internal static class Asking
{
    /// <summary>The group that a key opens, or that somebody is signed in for.</summary>
    public static GroupId GroupOf(HttpContext http) => Caller.Of(http)?.Group ?? SignedIn.Of(http)!.Group.Id;

    /// <summary>In the way in which they asked: a problem for a caller, a page for whoever is signed in.</summary>
    public static async Task<IResult> NotFoundAsync(HttpContext http, UnknownException unknown) =>
        Caller.Of(http) is null ? (await OrganiserPage.BindAsync(http)).NotFound() : Problems.NotFound(unknown.What);
}
