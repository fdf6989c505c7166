using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>All that is held of somebody.</summary>
/// <param name="Lists">On which they are; of others only that they are.</param>
public sealed record HeldOfPerson(
    Person Person, Person? Nominator, IReadOnlyList<(Meeting Meeting, Invitation Invitation)> Invitations, IReadOnlyList<Message> Messages, IReadOnlyList<InboxItem> Questions,
    WelcomePackage? Welcome, IReadOnlyList<UploadedList> Lists, HeldRoles Roles);

/// <summary>Gathers all that is held of somebody, for them to see and take along (GDPR, articles 15 and 20), from every place that an erasure clears.</summary>
public sealed class ReadPerson(PeopleStore people, MeetingStore meetings, InboxOfPeople inbox, WelcomeStore welcomes, ListStore lists, Roles roles)
{
    /// <returns>Null when there is nobody with this id.</returns>
    public async Task<HeldOfPerson?> HandleAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FollowAsync(group, id, ct) is not { Value: var person })
            return null;
        var invitations = await people.InvitationsOfAsync(group, person.Id, await meetings.ListAsync(group, ct), ct).Select(one => (one.Meeting, one.Invitation.Value)).ToListAsync(ct);
        var messages = new List<Message>();
        await foreach (var message in people.ConversationAsync(group, person.Id, ct))
            messages.Add(message.Value);
        var questions = (await inbox.ListAsync(group, person, open: true, ct)).Concat(await inbox.ListAsync(group, person, open: false, ct));
        return new HeldOfPerson(
            person,
            person.Nominator is { } nominator ? (await people.FollowAsync(group, nominator, ct))?.Value : null,
            invitations,
            messages,
            [.. questions.OrderBy(item => item.At)],
            (await welcomes.FindAsync(group, person.Id, ct))?.Value,
            [.. (await lists.ListAsync(group, ct)).Where(list => person.Lists.Contains(list.Id))],
            await roles.ReadAsync(group, [.. person.Joined, person.Id], ct));
    }
}
