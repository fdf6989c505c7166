using Outreach.Ids;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Nominations;

/// <summary>Invites a nominee who waits, leaves them waiting, or forgets them when no meeting came.</summary>
public sealed class SettleWaitingNominee(PeopleStore people, WaitingNominees waiting, InviteNominee invite, Erase erase)
{
    /// <param name="all">The meetings of the group.</param>
    public async Task HandleAsync(Group group, WaitingNominee nominee, IReadOnlyList<Meeting> all, DateTimeOffset now, CancellationToken ct)
    {
        var person = (await people.FindAsync(group.Id, nominee.Person, ct))?.Value;
        var target = Snowball.Target(all.First(m => m.Id == nominee.CameTo), all, now);
        switch (nominee.Decide(person, target, now))
        {
            case WaitingStep.Wait:
                return;
            case WaitingStep.Invite when !await invite.TryAsync(group, nominee.CameTo, target!, Known(person!, nominee.At), ct):
                return;
            case WaitingStep.Forget when person is { Source: Source.Nomination } && !await IsInvitedAsync(group.Id, person.Id, all, ct):
                await erase.HandleAsync(group.Id, person.Id, $"named after meeting {nominee.CameTo}, and no other came", ct);
                break;
        }

        await waiting.RemoveAsync(group.Id, nominee.Person, ct);
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

    private static Newcomer Known(Person person, DateTimeOffset namedAt) => new(Candidate.Of(person), Nominate.GroundAt(namedAt), new Origin(Source.Nomination));
}
