using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>Reads the messages of one part of a mailing, with everything that decides about them.</summary>
public sealed class ReadBatch(PeopleStore people, GroupStore groups, MeetingStore meetings, ListStore lists, OwnTextStore texts)
{
    public async Task<(Group Group, IReadOnlyList<Outgoing> Items)> HandleAsync(SendInvitationsJob job, Mailing? mailing, CancellationToken ct)
    {
        var group = await groups.GetAsync(job.Group, ct);
        var meeting = await meetings.GetAsync(job.Group, job.Meeting, ct);
        var items = new List<Outgoing>();
        var held = (await lists.HeldAsync(group.Id, ct)).Select(list => list.Id).ToHashSet();
        foreach (var slice in job.Slices)
            await ReadAsync(group, meeting, slice, mailing?.At, items, ct);
        // Nothing is stored about them yet: pressing send again after the question is answered asks them too.
        items.RemoveAll(item => item.Stored is null && item.Person.Value.Lists.Any(held.Contains));
        await ReadAsync(group, meeting, job.MessageKeys, items, ct);
        var own = await texts.OfAsync(group.Id, meeting.Id, ct);
        return (group, [.. items.Select(item => item with { OwnTexts = own, IsHeld = item.Person.Value.Lists.Any(held.Contains) })]);
    }

    private async Task ReadAsync(Group group, Meeting meeting, Slice slice, DateTimeOffset? pressedAt, List<Outgoing> items, CancellationToken ct)
    {
        var shard = new Shard(group.Id, slice.Shard);
        var waiting = new Dictionary<PersonId, Stored<Invitation>>();
        await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, slice.From, slice.To, ct))
        {
            // People who have already answered with a neighbour's or a flyer's code are not asked again.
            var isTaken = invitation.Value.IsUnsent && slice.Takes(invitation.Value, pressedAt ?? DateTimeOffset.MaxValue);
            if (isTaken || invitation.Value is { Delivery: Delivery.Sending, Source: not Source.WalkIn })
                waiting[invitation.Value.Person] = invitation;
        }

        await foreach (var person in people.PeopleAsync(shard, slice.From, slice.To, ct))
        {
            if (!waiting.TryGetValue(person.Value.Id, out var invitation))
                continue;
            var message = AskingMessage.For(person.Value, invitation.Value, meeting) with { WordedAt = pressedAt };
            if (invitation.Value.Delivery is Delivery.Sending)
            {
                // Claimed by an earlier run of this job: its message tells how far that came.
                if (await people.FindAsync(group.Id, message.Key, ct) is { } stored)
                    items.Add(new Outgoing(stored.Value, stored, person, invitation, meeting));
            }
            else
            {
                items.Add(new Outgoing(message, null, person, invitation, meeting));
            }
        }
    }

    private async Task ReadAsync(Group group, Meeting meeting, IEnumerable<MessageKey> all, List<Outgoing> items, CancellationToken ct)
    {
        foreach (var keys in all.GroupBy(key => key.Person.Shard))
        {
            var shard = new Shard(group.Id, keys.Key);
            var messages = await people.FindManyAsync(shard, keys, ct);
            var persons = messages.Values.Select(message => message.Value.Person).ToList();
            var found = await people.FindManyAsync(shard, persons, ct);
            var invitations = await people.FindManyAsync(shard, meeting.Id, persons, ct);
            foreach (var message in messages.Values)
            {
                if (found.TryGetValue(message.Value.Person, out var person))
                    items.Add(new Outgoing(message.Value, message, person, invitations.GetValueOrDefault(person.Value.Id), meeting));
            }
        }
    }
}
