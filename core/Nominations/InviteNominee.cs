using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Nominations;

/// <summary>
/// Invites somebody whom a neighbour named, once, and tells them at once (in sending hours); when no next meeting is planned yet, or too many were named today, they wait for it.
/// </summary>
public sealed class InviteNominee(
    PeopleStore people, GroupStore groups, MeetingStore meetings, WaitingNominees waiting, Register register, Suppressions suppressions, AskOne ask, Erase erase, SignUps signUps, TimeProvider clock)
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

    /// <summary>Every five minutes: a meeting may have been planned for those who wait.</summary>
    public async Task HandleWaitingAsync(CancellationToken ct)
    {
        foreach (var group in await groups.ListAsync(ct))
        {
            if (await waiting.ListAsync(group.Id, ct) is not { Count: > 0 } nominees)
                continue;
            var all = await meetings.ListAsync(group.Id, ct);
            foreach (var nominee in nominees)
                await HandleAsync(group, nominee, all, ct);
        }
    }

    private async Task HandleAsync(Group group, WaitingNominee nominee, IReadOnlyList<Meeting> all, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = (await people.FindAsync(group.Id, nominee.Person, ct))?.Value;
        var target = Snowball.Target(all.First(m => m.Id == nominee.CameTo), all, now);
        switch (nominee.Decide(person, target, now))
        {
            case WaitingStep.Wait:
                return;
            case WaitingStep.Invite:
                var known = Known(person!, nominee.At);
                if (!await signUps.TakeAsync(group.Id, AbuseLimit.Nomination, nominee.CameTo, known.Candidate, ct))
                    return;
                await InviteAsync(group, target, known, ct);
                break;
            case WaitingStep.Forget when person is { Source: Source.Nomination } && !await IsInvitedAsync(group.Id, person.Id, all, ct):
                await erase.HandleAsync(group.Id, person.Id, $"named after meeting {nominee.CameTo}, and no other came", ct);
                break;
        }

        await waiting.RemoveAsync(group.Id, nominee.Person, ct);
    }

    /// <returns>Null for somebody who said stop.</returns>
    private async Task<PersonId?> InviteAsync(Group group, Meeting? target, Newcomer newcomer, CancellationToken ct)
    {
        var registered = (await register.RunAsync(group, target?.Id, [newcomer], await suppressions.AllAsync(group.Id, ct), null, ct))[0];
        if (registered is not { Kind: not RegisterKind.Suppressed, Person: { } id })
            return null;
        if (target is not null)
            await Retry.OnConflictAsync(() => ask.HandleAsync(group.Id, target, id, ct));
        return id;
    }

    private async Task<bool> IsInvitedAsync(GroupId group, PersonId person, IReadOnlyList<Meeting> all, CancellationToken ct)
    {
        foreach (var meeting in all)
        {
            if (await people.FindAsync(group, meeting.Id, person, ct) is not null)
                return true;
        }

        return false;
    }

    /// <summary>As they were named: they find themselves again by their contact points.</summary>
    private static Newcomer Known(Person person, DateTimeOffset namedAt) => new(
        new Candidate
        {
            Name = person.Name,
            Language = person.Language,
            Mobile = person.Mobile is { } mobile ? new PhoneNumber(mobile.Value) : null,
            Landline = person.Landline is { } landline ? new PhoneNumber(landline.Value) : null,
            Email = person.Email is { } email ? new EmailAddress(email.Value) : null,
            Address = person.Address,
        },
        Nominate.GroundAt(namedAt),
        new Origin(Source.Nomination));
}
