using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <summary>
/// Invites somebody whom a neighbour named, once, and tells them at once (in sending hours); when no next meeting is planned yet, or too many were named today, they wait for it.
/// </summary>
public sealed class InviteNominee(MeetingStore meetings, WaitingNominees waiting, RegisterOne register, AskOne ask, SignUps signUps, TimeProvider clock)
{
    /// <param name="cameTo">The meeting after which they were named.</param>
    public async Task HandleAsync(Group group, Meeting cameTo, Newcomer newcomer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var target = Snowball.Target(cameTo, await meetings.ListAsync(group.Id, ct), now);
        if (target is not null && !await signUps.TakeAsync(group.Id, AbuseLimit.Nomination, cameTo.Id, newcomer.Candidate, ct))
            target = null;
        var id = await InviteAsync(group, target, newcomer, ct);
        if (target is null && id is { } person)
            await waiting.AddAsync(group.Id, new WaitingNominee(person, cameTo.Id, now), ct);
    }

    /// <returns>False when too many were named today.</returns>
    public async Task<bool> TryAsync(Group group, MeetingId cameTo, Meeting target, Newcomer newcomer, CancellationToken ct)
    {
        if (!await signUps.TakeAsync(group.Id, AbuseLimit.Nomination, cameTo, newcomer.Candidate, ct))
            return false;
        await InviteAsync(group, target, newcomer, ct);
        return true;
    }

    /// <returns>Null for somebody who said stop.</returns>
    private async Task<PersonId?> InviteAsync(Group group, Meeting? target, Newcomer newcomer, CancellationToken ct)
    {
        if (await register.HandleAsync(group, target?.Id, [newcomer], ct) is not { Kind: not RegisterKind.Suppressed, Person: { } id })
            return null;
        if (target is not null)
            await Retry.OnConflictAsync(() => ask.HandleAsync(group.Id, target, id, ct));
        return id;
    }
}
