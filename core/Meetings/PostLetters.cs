using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Printed letters went into the post: they are not offered for printing again.</summary>
public sealed class PostLetters(PeopleStore people)
{
    /// <param name="persons">Those whose letters were on the page.</param>
    public async Task HandleAsync(GroupId group, MeetingId meeting, IEnumerable<PersonId> persons, CancellationToken ct)
    {
        foreach (var person in persons.Distinct())
            await Retry.OnConflictAsync(() => PostAsync(group, meeting, person, ct));
    }

    private async Task PostAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting, person, ct) is not { Value: { Delivery: Delivery.HandedOn, Channel: Channel.Letter } } invitation)
            return;
        var changes = new Changes(Shard.Of(group, person));
        changes.Change(invitation, invitation.Value with { Delivery = Delivery.Sent });
        await people.SaveAsync(changes, ct);
    }
}
