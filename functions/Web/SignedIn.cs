using System.Security.Claims;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Web;

/// <summary>Who is signed in, as the store has it at this request: a role that was taken away, or a link that ended, is gone at once.</summary>
/// <param name="Email">Null for whoever signed in from the console, and for a host.</param>
/// <param name="Host">The link of a host; they have no role, and this link says for which meetings.</param>
internal sealed record SignedIn(Group Group, Role? Role, string? Email, HostLink? Host)
{
    public const string GroupClaim = "group";
    public const string HostClaim = "host";

    public static SignedIn? Of(HttpContext http) => http.Items[typeof(SignedIn)] as SignedIn;

    /// <summary>Null when they may not be here any more.</summary>
    public static async Task<SignedIn?> FindAsync(IServiceProvider services, ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!GroupId.TryParse(principal.FindFirstValue(GroupClaim), out var id) || await services.GetRequiredService<GroupStore>().FindAsync(id, ct) is not { Value: var group })
            return null;
        if (principal.FindFirstValue(HostClaim) is { } code)
            return await LinkAsync(services, id, code, ct) is { } link ? new SignedIn(group, null, null, link) : null;
        if (principal.FindFirstValue(ClaimTypes.Email) is not { } email)
            return new SignedIn(group, Records.Role.Owner, null, null);
        return group.RoleOf(email) is { } role ? new SignedIn(group, role, email, null) : null;
    }

    private static async Task<HostLink?> LinkAsync(IServiceProvider services, GroupId group, string typed, CancellationToken ct) =>
        Code.TryParse(typed, out var code) && await services.GetRequiredService<HostLinks>().FindAsync(group, code, ct) is { } link
        && link.Value.IsGood(services.GetRequiredService<TimeProvider>().GetUtcNow())
            ? link.Value
            : null;
}
