using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Takes the people of a list who were added in one shard off again. Done twice, the second finds nobody left.</summary>
public sealed class UndoInShard(PeopleStore people, OtherLife other, Codes codes, ContactHasher hasher)
{
    /// <summary>An invitation, a person and their contact points each, and the counts.</summary>
    private const int PeoplePerSubmit = 15;

    public static bool IsUntouched(Invitation invitation) =>
        invitation is { Delivery: Delivery.Created, SentAt: null, Reply: Reply.None, Attendance: Attendance.Unknown, Nominations: 0 };

    /// <summary>People have one source for good, their invitations each have their own.</summary>
    public static bool IsOf(Invitation invitation, ListId list) => invitation.List == list || (invitation is { List: null, Source: Source.List } && IsRowOf(invitation.Person, list));

    /// <returns>How many invitations are gone.</returns>
    public async Task<int> HandleAsync(Shard shard, UploadedList list, CancellationToken ct)
    {
        var invited = new List<PersonId>();
        await foreach (var invitation in people.InvitationsAsync(shard, list.Meeting, ct))
        {
            if (IsOf(invitation.Value, list.Id) && IsUntouched(invitation.Value))
                invited.Add(invitation.Value.Person);
        }

        var (added, grounded) = await PeopleOfAsync(shard, list, ct);
        var kept = await other.OfAsync(shard, list.Meeting, added, ct);
        var removed = 0;
        foreach (var batch in invited.Union(added).Union(grounded).Chunk(PeoplePerSubmit))
            removed += await Retry.OnConflictAsync(() => RemoveAsync(shard, list, batch, kept, ct));
        return removed;
    }

    private async Task<int> RemoveAsync(Shard shard, UploadedList list, IReadOnlyList<PersonId> batch, IReadOnlySet<PersonId> kept, CancellationToken ct)
    {
        var persons = await people.FindManyAsync(shard, batch, ct);
        var invitations = await people.FindManyAsync(shard, list.Meeting, batch, ct);
        var changes = new Changes(shard);
        var free = new List<Code>();
        var elsewhere = new List<(PersonId Owner, ContactHash Contact)>();
        foreach (var id in batch)
        {
            var stays = kept.Contains(id);
            if (invitations.TryGetValue(id, out var invitation) && IsOf(invitation.Value, list.Id) && IsUntouched(invitation.Value))
            {
                changes.Remove(invitation);
                free.Add(invitation.Value.Code);
            }
            else
            {
                stays |= invitation is not null;
            }

            if (!persons.TryGetValue(id, out var person))
                continue;
            if (person.Value.List != list.Id || stays || person.Value.StoppedAt is not null)
            {
                if (Ungrounded(person.Value, list) is var after && after != person.Value)
                    changes.Change(person, after);
                continue;
            }

            changes.Remove(person);
            foreach (var contact in hasher.Of(shard.Group, person.Value).Distinct())
            {
                if (contact.Shard != shard.Number)
                    elsewhere.Add((id, contact));
                else if (await people.FindAsync(shard.Group, contact, ct) is { } row && row.Value.Person == id)
                    changes.Release(contact, row);
            }
        }

        await people.SaveAsync(changes, ct);
        // Left behind by a crash it is a claim of nobody, which the next who has this number takes over.
        foreach (var (owner, contact) in elsewhere)
            await people.ReleaseAsync(shard.Group, [contact], owner, ct);
        foreach (var code in free)
            await codes.RemoveAsync(code, ct);
        return free.Count;
    }

    private async Task<(HashSet<PersonId> Added, HashSet<PersonId> Grounded)> PeopleOfAsync(Shard shard, UploadedList list, CancellationToken ct)
    {
        var (added, grounded) = (new HashSet<PersonId>(), new HashSet<PersonId>());
        await foreach (var person in people.PeopleAsync(shard, ct))
        {
            if (person.Value.List == list.Id)
                added.Add(person.Value.Id);
            else if (Ungrounded(person.Value, list) != person.Value)
                grounded.Add(person.Value.Id);
        }

        return (added, grounded);
    }

    /// <summary>The list was the ground to write there; without it there is none. A no stays.</summary>
    private static Person Ungrounded(Person person, UploadedList list) => person with
    {
        Mobile = Ungrounded(person.Mobile, list),
        Landline = Ungrounded(person.Landline, list),
        Email = Ungrounded(person.Email, list),
    };

    private static Contact? Ungrounded(Contact? contact, UploadedList list) =>
        contact is { Ground.AllowsUnasked: true } && contact.Ground.At == list.At && contact.Ground.Note == list.BasisNote
            ? contact.On(contact.Ground with { Basis = Basis.None })
            : contact;

    private static bool IsRowOf(PersonId person, ListId list) => person.Value.AsSpan(2).StartsWith(list.Value, StringComparison.Ordinal);
}
