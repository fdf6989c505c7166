using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>What lies outside the shard of somebody who turned out to be another: their contact points, their codes and their questions follow to the one who stays.</summary>
public sealed class MoveBelongings(PeopleStore people, ContactClaims claims, Codes codes, Inbox inbox, ContactHasher hasher)
{
    public async Task HandleAsync(GroupId group, Joined joined, PersonId to, CancellationToken ct)
    {
        await MoveContactsAsync(group, joined.Was!, to, ct);
        await MoveCodesAsync(group, joined.Invitations, to, ct);
        await Retry.OnConflictAsync(() => inbox.MoveAsync(group, joined.From, to, ct));
    }

    private async Task MoveContactsAsync(GroupId group, Person was, PersonId to, CancellationToken ct)
    {
        foreach (var hash in hasher.Of(group, was).Concat(was.GivenUp).Distinct())
        {
            await Retry.OnConflictAsync(async () =>
            {
                if (await people.FindAsync(group, hash, ct) is { } contact && contact.Value.Person == was.Id)
                    await claims.TakeOverAsync(group, hash, contact, to, ct);
            });
        }
    }

    /// <summary>A code that somebody holds opens what it opened.</summary>
    private async Task MoveCodesAsync(GroupId group, IReadOnlyList<Invitation> invitations, PersonId to, CancellationToken ct)
    {
        foreach (var code in invitations.SelectMany(invitation => invitation.PassOnCodes.Append(invitation.Code)))
        {
            await Retry.OnConflictAsync(async () =>
            {
                if (await codes.FindAsync(code, ct) is { } row && row.Value.Group == group && row.Value.Person != to)
                    await codes.ChangeAsync(code, row, row.Value with { Person = to }, ct);
            });
        }
    }
}
