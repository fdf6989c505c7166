using Outreach.Ids;
using Outreach.Records;

namespace Outreach.People;

/// <summary>Takes in one person who may be new, or known, or have said stop before.</summary>
public sealed class RegisterOne(Register register, GroupStore groups, Suppressions suppressions)
{
    public async Task<Registered> HandleAsync(GroupId group, MeetingId? meeting, Newcomer newcomer, CancellationToken ct) =>
        await HandleAsync(await groups.GetAsync(group, ct), meeting, newcomer, ct);

    /// <param name="meeting">They are invited to it, once; null: only known.</param>
    public async Task<Registered> HandleAsync(Group group, MeetingId? meeting, Newcomer newcomer, CancellationToken ct) =>
        (await register.RunAsync(group, meeting, [newcomer], await suppressions.AllAsync(group.Id, ct), null, ct))[0];
}
