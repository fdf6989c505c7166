using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Tests.Support;

/// <summary>What tests ask of the stores, and the product never does.</summary>
internal static class WholeStores
{
    /// <summary>As it is given, whatever is there.</summary>
    public static async Task SaveAsync(this GroupStore groups, Group group, CancellationToken ct)
    {
        if (await groups.FindAsync(group.Id, ct) is { } before)
            await groups.ChangeAsync(before, group, ct);
        else
            await groups.AddAsync(group, ct);
    }

    public static async Task<IReadOnlyList<AuditLine>> ListAsync(this Audit audit, GroupId group, CancellationToken ct) =>
        await audit.ReadAsync(group, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, ct).ToListAsync(ct);
}
