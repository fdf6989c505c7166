using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <summary>
/// Invites somebody whom a neighbour named, once, and tells them at once (in sending hours). They are among those who wait until that has left: when no next meeting is
/// planned yet, when too many were named today, or when the meeting begins or is called off before their message leaves, they are taken to the next.
/// </summary>
public sealed class InviteNominee(NomineeTarget targets, WaitingNominees waiting, RegisterOne register, AskOne ask, SignUps signUps, TimeProvider clock)
{
    /// <param name="cameTo">The meeting after which they were named.</param>
    public async Task HandleAsync(Group group, Meeting cameTo, Candidate nominee, Origin origin, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // They agreed, as the nominator says.
        var newcomer = new Newcomer(nominee, new Ground(Basis.Consent, "nomination", now), origin);
        var target = await targets.FindAsync(group, cameTo, now, ct);
        if (target is not null && !await signUps.TakeAsync(group.Id, AbuseLimit.Nomination, cameTo.Id, nominee, ct))
            target = null;
        if (await RegisterAsync(group, target, newcomer, ct) is not { } person)
            return;
        await waiting.AddAsync(group.Id, new WaitingNominee(person, cameTo.Id, now) { InvitedTo = target?.Id }, ct);
        if (target is not null)
            await Retry.OnConflictAsync(() => ask.HandleAsync(group.Id, target, person, ct));
    }

    /// <summary>Somebody who waits. Too many may have been named today; then they wait on.</summary>
    public async Task HandleAsync(Group group, WaitingNominee nominee, Meeting target, Newcomer newcomer, CancellationToken ct)
    {
        if (nominee.InvitedTo != target.Id && !await signUps.TakeAsync(group.Id, AbuseLimit.Nomination, nominee.CameTo, newcomer.Candidate, ct))
            return;
        if (await RegisterAsync(group, target, newcomer, ct) is not { } person)
        {
            await waiting.RemoveAsync(group.Id, nominee.Person, ct);
            return;
        }

        if (nominee.InvitedTo != target.Id)
            await waiting.ChangeAsync(group.Id, nominee with { InvitedTo = target.Id }, ct);
        await Retry.OnConflictAsync(() => ask.HandleAsync(group.Id, target, person, ct));
    }

    /// <returns>Null for somebody who said stop.</returns>
    private async Task<PersonId?> RegisterAsync(Group group, Meeting? target, Newcomer newcomer, CancellationToken ct) =>
        await register.HandleAsync(group, target?.Id, [newcomer], ct) is { Kind: not RegisterKind.Suppressed, Person: { } id } ? id : null;
}
