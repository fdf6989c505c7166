using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>One part of a mailing leaves: reads who was not asked yet and delivers. Run twice, the second finds nobody left.</summary>
public sealed class SendBatch(PeopleStore people, GroupStore groups, MeetingStore meetings, Mailings mailings, OwnTextStore texts, ListStore lists, Deliver deliver, IQueues queues, Settings settings, TimeProvider clock)
{
    private static readonly TimeSpan PausedFor = TimeSpan.FromMinutes(5);

    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(SendInvitationsJob job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (job is { Slices: [], Messages: null })
        {
            foreach (var part in (await mailings.PendingAsync(job.Group, job.Meeting, ct)).Parts.Where(part => part.Mailing == job.Mailing))
                await queues.SendAsync(part.ForQueue(now, part.DueAt), now, ct);
            return;
        }

        var mailing = job.Mailing is null ? null : (await mailings.FindAsync(job.Group, job.Meeting, job.Mailing, ct))?.Value;
        if (await HoldUntilAsync(job, mailing, now, ct) is { } until)
        {
            await queues.SendAsync(job.ForQueue(now, until), now, ct);
            return;
        }

        if (mailing is not { State: MailingState.Cancelled })
            await SendAsync(job, mailing, ct);
        if (mailing is not null)
            await mailings.FinishAsync(job, ct);
    }

    private async Task SendAsync(SendInvitationsJob job, Mailing? mailing, CancellationToken ct)
    {
        var group = await groups.GetAsync(job.Group, ct);
        var meeting = await meetings.GetAsync(job.Group, job.Meeting, ct);
        var items = new List<Outgoing>();
        var held = (await lists.HeldAsync(group.Id, ct)).Select(list => list.Id).ToHashSet();
        foreach (var slice in job.Slices)
            await ReadAsync(group, meeting, slice, mailing?.At, items, ct);
        // Nothing is written of them yet: who presses send again once the question is answered asks them too.
        items.RemoveAll(item => item.Stored is null && item.Person.Value.Lists.Any(held.Contains));
        await ReadAsync(group, meeting, job.MessageKeys, items, ct);
        var own = await texts.OfAsync(group.Id, meeting.Id, ct);
        await deliver.RunAsync(group, [.. items.Select(item => item with { OwnTexts = own, IsHeld = item.Person.Value.Lists.Any(held.Contains) })], ct);
    }

    /// <summary>A later moment to come back; null to go on.</summary>
    private async Task<DateTimeOffset?> HoldUntilAsync(SendInvitationsJob job, Mailing? mailing, DateTimeOffset now, CancellationToken ct)
    {
        if (job.DueAt > now)
            return job.DueAt;
        if (mailing is { State: MailingState.Cancelled })
            return null;
        if (mailing is { State: MailingState.Paused })
            return now + PausedFor;

        // A whole batch waits as one job; only what is held back for one person's sake waits by itself.
        var opening = _hours.NextOpening(now);
        if (opening <= now || (job.Messages is not null && News.CannotWait(await meetings.GetAsync(job.Group, job.Meeting, ct), opening, now)))
            return null;
        return opening;
    }

    private async Task ReadAsync(Group group, Meeting meeting, Slice slice, DateTimeOffset? wordedAt, List<Outgoing> items, CancellationToken ct)
    {
        var shard = new Shard(group.Id, slice.Shard);
        var waiting = new Dictionary<PersonId, Stored<Invitation>>();
        await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, slice.From, slice.To, ct))
        {
            // Who has answered already, with a code from a neighbour or a flyer, is not asked again.
            if (invitation.Value is { Delivery: Delivery.Created, Reply: Reply.None } or { Delivery: Delivery.Sending } && invitation.Value.Source is not Source.WalkIn)
                waiting[invitation.Value.Person] = invitation;
        }

        await foreach (var person in people.PeopleAsync(shard, slice.From, slice.To, ct))
        {
            if (!waiting.TryGetValue(person.Value.Id, out var invitation))
                continue;
            var message = AskingMessage.For(person.Value, invitation.Value, meeting) with { WordedAt = wordedAt };
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
