using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Who must stay when the list that brought them is undone: for something besides that list they are known, and somebody counts on them.</summary>
public sealed class OtherLife(PeopleStore people, MeetingStore meetings, MeetingParts parts, WelcomeStore welcomes, CardStore cards, WaitingNominees nominees)
{
    /// <summary>Invited to another meeting, have exchanged messages, were merged with somebody, are being welcomed, have a part, look after a line of the contact card, or were named by a neighbour.</summary>
    /// <param name="added">The people of the list in this shard.</param>
    public async Task<IReadOnlySet<PersonId>> OfAsync(Shard shard, MeetingId ofList, IReadOnlyCollection<PersonId> added, CancellationToken ct)
    {
        var kept = new HashSet<PersonId>();
        if (added.Count == 0)
            return kept;
        foreach (var meeting in await meetings.ListAsync(shard.Group, ct))
        {
            kept.UnionWith((await parts.ListAsync(shard.Group, meeting.Id, ct)).Select(part => part.Value.Person));
            if (meeting.Id == ofList)
                continue;
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
                kept.Add(invitation.Value.Person);
        }

        // The people of a list lie beside each other.
        var inOrder = added.OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        await foreach (var message in people.MessagesAsync(shard, inOrder[0], inOrder[^1], ct))
            kept.Add(message.Value.Person);
        await foreach (var person in people.PeopleAsync(shard, inOrder[0], inOrder[^1], ct))
        {
            if (person.Value.Joined.Count > 0)
                kept.Add(person.Value.Id);
        }

        kept.UnionWith((await welcomes.ListAsync(shard.Group, ct)).Select(package => package.Value.Person));
        kept.UnionWith((await cards.ListAsync(shard.Group, ct)).Select(line => line.Value.OwnerPerson).OfType<PersonId>());
        kept.UnionWith((await nominees.ListAsync(shard.Group, ct)).Select(nominee => nominee.Person));
        return kept;
    }
}
