using Outreach.Ids;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Nominations;

/// <summary>Invites a nominee who waits, leaves them waiting, or forgets them when no meeting came. Interrupted anywhere, the next run goes on.</summary>
public sealed class SettleWaitingNominee(PeopleStore people, WaitingNominees waiting, NomineeTarget targets, InviteNominee invite, Erase erase)
{
    /// <param name="all">The meetings of the group.</param>
    public async Task HandleAsync(Group group, WaitingNominee nominee, IReadOnlyList<Meeting> all, DateTimeOffset now, CancellationToken ct)
    {
        var person = (await people.FollowAsync(group.Id, nominee.Person, ct))?.Value;
        if (person is not null && person.Id != nominee.Person)
        {
            await waiting.AddAsync(group.Id, nominee with { Person = person.Id }, ct);
            await waiting.RemoveAsync(group.Id, nominee.Person, ct);
            return;
        }

        var invitation = nominee.InvitedTo is { } asked ? (await people.FindAsync(group.Id, asked, nominee.Person, ct))?.Value : null;
        // After a meeting that is gone nobody can tell which one is next: they wait no longer than others do.
        var target = all.FirstOrDefault(m => m.Id == nominee.CameTo) is { } cameTo ? targets.Of(cameTo, all, now) : null;
        switch (nominee.Decide(person, invitation, target, now))
        {
            case WaitingStep.Keep:
                return;
            case WaitingStep.Wait:
                if (nominee.InvitedTo is not null)
                    await waiting.ChangeAsync(group.Id, nominee with { InvitedTo = null }, ct);
                return;
            case WaitingStep.Invite:
                await invite.HandleAsync(group, nominee, target!, Known(person!, nominee.At), ct);
                return;
            case WaitingStep.Forget when person is { Source: Source.Nomination } && !await IsInvitedAsync(group.Id, person.Id, all, now, ct):
                await erase.HandleAsync(group.Id, person.Id, $"named after meeting {nominee.CameTo}, and no other came", ct);
                break;
        }

        await waiting.RemoveAsync(group.Id, nominee.Person, ct);
    }

    /// <summary>Asked, or on the list of a meeting that is to come.</summary>
    private async Task<bool> IsInvitedAsync(GroupId group, PersonId person, IReadOnlyList<Meeting> all, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var meeting in all)
        {
            if (await people.FindAsync(group, meeting.Id, person, ct) is { } invitation && (meeting.IsOpen(now) || invitation.Value is not { Delivery: Delivery.Created, Reply: Reply.None }))
                return true;
        }

        return false;
    }

    /// <summary>The number that was named got its ground then; what else we know of them has its own.</summary>
    private static Newcomer Known(Person person, DateTimeOffset namedAt) => new(Candidate.Of(person), new Ground(Basis.None, null, namedAt), new Origin(Source.Nomination));
}
