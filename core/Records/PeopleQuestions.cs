using System.Runtime.CompilerServices;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Questions to the main table that take more than one look.</summary>
public static class PeopleQuestions
{
    public static async IAsyncEnumerable<Stored<Message>> ConversationAsync(this PeopleStore people, GroupId group, PersonId person, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await people.FindAsync(group, person, ct);
        await foreach (var message in found is null ? people.MessagesAsync(group, person, ct) : people.ConversationAsync(group, found.Value, ct))
            yield return message;
    }

    /// <summary>Oldest first, with what was said to and by those who turned out to be this person.</summary>
    public static async IAsyncEnumerable<Stored<Message>> ConversationAsync(this PeopleStore people, GroupId group, Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (person.Joined.Count == 0)
        {
            await foreach (var message in people.MessagesAsync(group, person.Id, ct))
                yield return message;
            yield break;
        }

        var all = new List<Stored<Message>>();
        foreach (var one in person.Joined.Append(person.Id))
        {
            await foreach (var message in people.MessagesAsync(group, one, ct))
                all.Add(message);
        }

        foreach (var message in all.OrderBy(message => message.Value.At))
            yield return message;
    }

    /// <summary>All invitations to a meeting.</summary>
    public static async IAsyncEnumerable<Stored<Invitation>> InvitationsAsync(this PeopleStore people, GroupId group, MeetingId meeting, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
                yield return invitation;
        }
    }

    /// <summary>To which of these meetings somebody was invited.</summary>
    public static async IAsyncEnumerable<(Meeting Meeting, Stored<Invitation> Invitation)> InvitationsOfAsync(
        this PeopleStore people, GroupId group, PersonId person, IEnumerable<Meeting> among, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var meeting in among)
        {
            if (await people.FindAsync(group, meeting.Id, person, ct) is { } invitation)
                yield return (meeting, invitation);
        }
    }

    /// <summary>The people invited to a meeting, with their invitation: two runs over each shard where there is anybody, not a read for each person.</summary>
    /// <param name="wanted">Which invitations to include.</param>
    /// <returns>The person is null where there is none to the invitation.</returns>
    public static async IAsyncEnumerable<(Stored<Person>? Person, Stored<Invitation> Invitation)> InvitedAsync(
        this PeopleStore people, GroupId group, MeetingId meeting, Func<Invitation, bool> wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var shard in Shard.All(group))
        {
            var invited = new Dictionary<PersonId, Stored<Invitation>>();
            await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
            {
                if (wanted(invitation.Value))
                    invited[invitation.Value.Person] = invitation;
            }

            if (invited.Count == 0)
                continue;
            await foreach (var person in people.PeopleAsync(shard, ct))
            {
                if (invited.Remove(person.Value.Id, out var invitation))
                    yield return (person, invitation);
            }

            foreach (var invitation in invited.Values)
                yield return (null, invitation);
        }
    }

    /// <summary>The people asked to a meeting who did not stop, with their invitation.</summary>
    /// <param name="wanted">Which invitations to include.</param>
    public static async IAsyncEnumerable<(Stored<Person> Person, Stored<Invitation> Invitation)> AskedAsync(
        this PeopleStore people, GroupId group, MeetingId meeting, Func<Invitation, bool> wanted, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (person, invitation) in people.InvitedAsync(group, meeting, wanted, ct))
        {
            if (person is { Value.StoppedAt: null })
                yield return (person, invitation);
        }
    }
}
