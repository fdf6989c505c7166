using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Team;

public enum TeamProblem
{
    /// <summary>Not an e-mail address.</summary>
    Email,

    /// <summary>Works in the group already.</summary>
    Known,

    /// <summary>Does not work in the group.</summary>
    Missing,

    /// <summary>Is named by the settings of the installation: only an operator changes that.</summary>
    BySettings,

    /// <summary>Nobody would be left who decides.</summary>
    LastOwner,

    /// <summary>The group has <see cref="ChangeTeam.MaxMembers"/> people.</summary>
    Full,
}

/// <summary>Invites people to a group, changes their role, and lets them go. A group always keeps an owner.</summary>
public sealed class ChangeTeam(GroupStore groups, TimeProvider clock)
{
    public const int MaxMembers = 100;

    public Task<TeamProblem?> InviteAsync(GroupId group, string? email, Role role, CancellationToken ct) =>
        ChangeAsync(group, before => Invite(before, email, role, clock.GetUtcNow()), ct);

    public Task<TeamProblem?> ChangeRoleAsync(GroupId group, string email, Role role, CancellationToken ct) => ChangeAsync(group, before => ChangeRole(before, email, role), ct);

    public Task<TeamProblem?> RemoveAsync(GroupId group, string email, CancellationToken ct) => ChangeAsync(group, before => Remove(before, email), ct);

    internal static (Group Group, TeamProblem? Problem) Invite(Group group, string? typed, Role role, DateTimeOffset now)
    {
        if (!EmailAddress.TryParse(typed, out var email))
            return (group, TeamProblem.Email);
        if (group.RoleOf(email.Value) is not null)
            return (group, TeamProblem.Known);
        return group.Members.Count >= MaxMembers ? (group, TeamProblem.Full) : (group with { Members = [.. group.Members, new Member(email.Value, role, now)] }, null);
    }

    internal static (Group Group, TeamProblem? Problem) ChangeRole(Group group, string email, Role role) =>
        Check(group, email, group with { Members = [.. group.Members.Select(member => member.Is(email) ? member with { Role = role } : member)] });

    internal static (Group Group, TeamProblem? Problem) Remove(Group group, string email) =>
        Check(group, email, group with { Members = [.. group.Members.Where(member => !member.Is(email))] });

    private static (Group Group, TeamProblem? Problem) Check(Group before, string email, Group after)
    {
        if (!before.Members.Any(member => member.Is(email)))
            return (before, before.RoleOf(email) is null ? TeamProblem.Missing : TeamProblem.BySettings);
        return after.HasOwner ? (after, null) : (before, TeamProblem.LastOwner);
    }

    private Task<TeamProblem?> ChangeAsync(GroupId id, Func<Group, (Group Group, TeamProblem? Problem)> change, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var stored = await groups.FindAsync(id, ct) ?? throw new InvalidOperationException($"There is no group {id}.");
        var (after, problem) = change(stored.Value);
        if (problem is null)
            await groups.ChangeAsync(stored, after, ct);
        return problem;
    });
}
