using System.Security.Claims;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>Who is signed in, as the store has it at this request: a role that was taken away, or a link that ended, is gone at once.</summary>
/// <param name="Email">Null for whoever signed in from the console, and for a host.</param>
/// <param name="Host">The link of a host; they have no role, and this link says for which meetings.</param>
internal sealed record SignedIn(Group Group, Role? Role, string? Email, HostLink? Host)
{
    public const string GroupClaim = "group";
    public const string HostClaim = "host";
    public const string ConsoleClaim = "console";

    /// <summary>All groups that somebody with an address belongs to.</summary>
    public IReadOnlyList<Group> Groups { get; private init; } = [Group];

    /// <summary>Where they begin.</summary>
    public string Home => Host is not null ? "/host" : Role is Records.Role.Viewer ? "/group/totals" : "/";

    public static SignedIn? Of(HttpContext http) => http.Items[typeof(SignedIn)] as SignedIn;

    /// <summary>Null when they may not be here any more.</summary>
    public static async Task<SignedIn?> FindAsync(IServiceProvider services, ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!GroupId.TryParse(principal.FindFirstValue(GroupClaim), out var id))
            return null;
        var groups = services.GetRequiredService<GroupStore>();
        if (principal.FindFirstValue(ClaimTypes.Email) is { } email)
        {
            var all = await groups.ListAsync(ct);
            return all.FirstOrDefault(group => group.Id == id) is { } chosen && chosen.RoleOf(email) is { } role
                ? new SignedIn(chosen, role, email, null) { Groups = [.. all.Where(group => group.RoleOf(email) is not null)] }
                : null;
        }

        if (await groups.FindAsync(id, ct) is not { Value: var own })
            return null;
        if (principal.HasClaim(claim => claim.Type == ConsoleClaim))
            return new SignedIn(own, Records.Role.Owner, null, null);
        return principal.FindFirstValue(HostClaim) is { } code && await LinkAsync(services, id, code, ct) is { } link ? new SignedIn(own, null, null, link) : null;
    }

    private static async Task<HostLink?> LinkAsync(IServiceProvider services, GroupId group, string typed, CancellationToken ct) =>
        Code.TryParse(typed, out var code) && await services.GetRequiredService<HostLinks>().FindAsync(group, code, ct) is { } link
        && link.Value.IsGood(services.GetRequiredService<TimeProvider>().GetUtcNow())
            ? link.Value
            : null;
}
