using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// Takes back that a number or address is somebody else's. For a week an organiser who knows better can say so; a stop that was
/// said meanwhile stays.
/// </summary>
public sealed class UndoWrongNumber(PeopleStore people, Suppressions suppressions, ContactHasher hasher, TimeProvider clock)
{
    public const string WrongNumber = "wrong-number";

    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <returns>False when nothing of this person was called wrong within the week.</returns>
    public async Task<bool> HandleAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { Value: var person })
            return false;
        var undone = false;
        foreach (var contact in new[] { person.Mobile, person.Email })
        {
            if (contact is { BadCode: WrongNumber })
                undone |= await UndoAsync(group, id, contact, ct);
        }
        return undone;
    }

    private async Task<bool> UndoAsync(GroupId group, PersonId id, Contact contact, CancellationToken ct)
    {
        var hash = contact.Value.Contains('@', StringComparison.Ordinal) ? hasher.Of(group, new EmailAddress(contact.Value)) : hasher.Of(group, new PhoneNumber(contact.Value));
        var block = await suppressions.FindAsync(group, hash, ct);
        if (block is not null && (block.How is not WrongNumber || clock.GetUtcNow() - block.At > Window))
            return false;
        // The block first: cut off after it, the mark still shows that this is to be done again.
        if (block is not null)
            await suppressions.LiftAsync(group, hash, block.At, ct);
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, id, ct) is not { } stored)
                return;
            var changes = new Changes(Shard.Of(group, id));
            changes.Change(stored, stored.Value with { Mobile = Mended(stored.Value.Mobile, contact), Email = Mended(stored.Value.Email, contact) });
            await people.SaveAsync(changes, ct);
        });
        return true;
    }

    private static Contact? Mended(Contact? mine, Contact wrong) =>
        mine is { BadCode: WrongNumber } && mine.Value == wrong.Value ? mine with { BadCode = null } : mine;
}
