using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>A page of a meeting's invitations with their people, in order of person.</summary>
public sealed class ListInvitations(PeopleStore people)
{
    /// <param name="after">The last person of the page before.</param>
    /// <returns>The items, and from which person on there is more.</returns>
    public async Task<(IReadOnlyList<(Invitation Invitation, Person? Person)> Items, PersonId? Next)> HandleAsync(
        GroupId group, MeetingId meeting, PersonId? after, int top, CancellationToken ct)
    {
        var items = new List<(Invitation, Person?)>();
        foreach (var shard in Shard.All(group).Skip(after?.Shard ?? 0))
        {
            var page = await PageAsync(shard, meeting, after, top + 1 - items.Count, ct);
            if (page.Count > 0)
            {
                var persons = new Dictionary<PersonId, Person>();
                await foreach (var person in people.PeopleAsync(shard, page[0].Person, page[^1].Person, ct))
                    persons[person.Value.Id] = person.Value;
                items.AddRange(page.Select(i => (i, persons.GetValueOrDefault(i.Person))));
            }

            if (items.Count > top)
                return (items[..top], items[top - 1].Item1.Person);
        }

        return (items, null);
    }

    private async Task<List<Invitation>> PageAsync(Shard shard, MeetingId meeting, PersonId? after, int most, CancellationToken ct)
    {
        var page = new List<Invitation>();
        await foreach (var invitation in people.InvitationsAsync(shard, meeting, after?.Shard == shard.Number ? after : null, most, ct))
            page.Add(invitation.Value);
        return page;
    }
}
