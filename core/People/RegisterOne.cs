using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>Takes in one person who may be new, or known, or have said stop before.</summary>
public sealed class RegisterOne(Register register, GroupStore groups, Suppressions suppressions)
{
    public async Task<Registered> HandleAsync(GroupId group, MeetingId? meeting, IReadOnlyList<Newcomer> ways, CancellationToken ct) =>
        await HandleAsync(await groups.GetAsync(group, ct), meeting, ways, ct);

    /// <param name="meeting">They are invited to it, once; null: only known.</param>
    /// <param name="ways">The same person by one contact point after another, until they did not say stop there.</param>
    public async Task<Registered> HandleAsync(Group group, MeetingId? meeting, IReadOnlyList<Newcomer> ways, CancellationToken ct)
    {
        var blocked = await suppressions.AllAsync(group.Id, ct);
        var registered = new Registered(RegisterKind.Suppressed, null);
        foreach (var newcomer in ways)
        {
            registered = (await register.RunAsync(group, meeting, [newcomer], blocked, null, ct))[0];
            if (registered.Kind is not RegisterKind.Suppressed)
                break;
        }

        return registered;
    }
}
