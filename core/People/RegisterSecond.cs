using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>
/// Somebody on a list who shares a number or address with another, and is a person of their own. A message to what they share goes to one of them: the second has
/// only what is theirs alone, and a landline or a letter box, where people can be asked for by name.
/// </summary>
public sealed class RegisterSecond(PeopleStore people, Suppressions suppressions, Codes codes, ContactClaims claims, ContactHasher hasher, TimeProvider clock)
{
    /// <summary>Done again it changes nothing.</summary>
    /// <param name="newcomer">Of a row of a list.</param>
    /// <returns>Null when all their contact points opted out.</returns>
    public Task<PersonId?> HandleAsync(Group group, MeetingId meeting, Newcomer newcomer, CancellationToken ct) => Retry.OnConflictAsync<PersonId?>(async () =>
    {
        var open = new List<ContactHash>();
        foreach (var hash in newcomer.Hashes(group.Id, hasher))
        {
            if (!await suppressions.BlocksAsync(group.Id, hash, ct))
                open.Add(hash);
        }

        if (open.Count == 0)
            return null;
        var id = PersonId.OfRow(open[0].Shard, newcomer.Origin.List!.Value, newcomer.Row);
        if (await people.FindAsync(group.Id, id, ct) is null)
            await AddAsync(group, meeting, await PrepareAsync(group.Id, newcomer, open, id, ct), ct);
        return id;
    });

    private async Task<Registration> PrepareAsync(GroupId group, Newcomer newcomer, IReadOnlyList<ContactHash> open, PersonId id, CancellationToken ct)
    {
        var notTheirs = newcomer.Hashes(group, hasher).Except(open).ToList();
        foreach (var hash in open)
        {
            if (!await claims.TryClaimAsync(group, hash, id, ct))
                notTheirs.Add(hash);
        }

        return new Registration(0, newcomer.Without(notTheirs, group, hasher), open, id, clock.GetUtcNow());
    }

    private async Task AddAsync(Group group, MeetingId meeting, Registration registration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = registration.Newcomer.ToPerson(registration.Id, now);
        var code = await codes.DrawAsync(new CodeRow(group.Id, CodeKind.Invitation, registration.Id, meeting), ct);
        var changes = new Changes(Shard.Of(group.Id, registration.Id));
        changes.Add(person);
        changes.Add(registration.InvitationOf(person, meeting, code, group.Language, now));
        await people.SaveAsync(changes, ct);
    }
}
