using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.OptOuts;

/// <summary>
/// A person says stop: every contact point we hold of them is suppressed, over all meetings and channels, and their places are freed.
/// Only an explicit start word undoes it.
/// </summary>
public sealed class OptOut(PeopleStore people, MeetingStore meetings, Suppressions suppressions, SettleSeats seats, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="how">One of <see cref="OptOutSource"/>.</param>
    /// <param name="received">The message that said it, when one did.</param>
    /// <param name="confirmation">The one answer that may follow. Somebody who had stopped before gets none: after a stop there is silence.</param>
    public async Task HandleAsync(GroupId group, PersonId id, string how, Message? received, Message? confirmation, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } found)
            return;
        await suppressions.AddAsync(group, hasher.Of(group, found.Value), new Suppression(received?.At ?? clock.GetUtcNow(), how), ct);
        await seats.NoteAllAsync(group, id, ct);
        await Retry.OnConflictAsync(() => StopAsync(group, id, received, confirmation, ct));
        await seats.HandleAllAsync(group, id, ct);
    }

    /// <summary>
    /// Lifts an opt-out after an explicit start word, for the contact point that said it: what they are invited to waits for their answer, or for the next mailing.
    /// Queues keep no order: a stop that was said later stands, and so does "wrong number".
    /// </summary>
    public async Task LiftAsync(GroupId group, PersonId id, ContactHash contact, Message received, Message confirmation, CancellationToken ct)
    {
        var isFree = await suppressions.LiftAsync(group, contact, received.At, ct);
        await Retry.OnConflictAsync(async () =>
        {
            if (await people.FindAsync(group, id, ct) is not { } stored)
                return;
            var isOvertaken = !isFree || stored.Value.StoppedAt > received.At;
            var changes = new Changes(Shard.Of(group, id));
            if (!isOvertaken)
                await LiftAsync(changes, stored, contact, ct);
            Log(changes, group, received, isOvertaken ? null : confirmation);
            await people.SaveAsync(changes, ct);
        });
    }

    private async Task LiftAsync(Changes changes, Stored<Person> stored, ContactHash contact, CancellationToken ct)
    {
        var (group, now) = (changes.Shard.Group, clock.GetUtcNow());
        var by = WayOf(group, stored.Value, contact);
        var lifted = stored.Value with
        {
            StoppedAt = null,
            Mobile = Lifted(stored.Value.Mobile, stored.Value, by, Channel.Sms),
            Email = Lifted(stored.Value.Email, stored.Value, by, Channel.Email),
        };
        changes.Change(stored, lifted);
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(m => m.IsOpen(now)))
        {
            if (await people.FindAsync(group, meeting.Id, lifted.Id, ct) is { Value.Reply: Reply.Stop } invitation)
                changes.Change(invitation, invitation.Value.Restarted(lifted, by, now));
        }
    }

    /// <summary>Where they said start messages may go; elsewhere the stop stands, so that nothing is tried there in vain.</summary>
    private static Contact? Lifted(Contact? contact, Person person, Channel? by, Channel way) =>
        contact is null || by is null ? contact : contact with { StoppedAt = by == way ? null : contact.StoppedAt ?? person.StoppedAt };

    /// <summary>Null: they wrote from elsewhere.</summary>
    private Channel? WayOf(GroupId group, Person person, ContactHash contact) =>
        person.Mobile is { } mobile && hasher.Of(group, new PhoneNumber(mobile.Value)) == contact ? Channel.Sms
        : person.Email is { } email && hasher.Of(group, new EmailAddress(email.Value)) == contact ? Channel.Email
        : null;

    private async Task StopAsync(GroupId group, PersonId id, Message? received, Message? confirmation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var said = received?.At ?? now;
        if (await people.FindAsync(group, id, ct) is not { } stored || (received is not null && await people.HasReceivedAsync(group, received, ct)))
            return;
        var changes = new Changes(Shard.Of(group, id));
        if (stored.Value.StoppedAt is not { } before || before < said)
            changes.Change(stored, stored.Value with { StoppedAt = said });
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(m => m.IsOpen(now)))
        {
            if (await people.FindAsync(group, meeting.Id, id, ct) is { } invitation && (invitation.Value.Reply is not Reply.Stop || invitation.Value.RepliedAt < said))
                changes.Change(invitation, Stopped(invitation.Value, said));
        }

        Log(changes, group, received, stored.Value.StoppedAt is null ? confirmation : null);
        await people.SaveAsync(changes, ct);
    }

    private static Invitation Stopped(Invitation invitation, DateTimeOffset now) => invitation with
    {
        Reply = Reply.Stop,
        RepliedAt = now,
        Party = 0,
        Waiting = false,
        Delivery = invitation.Delivery is Delivery.Created or Delivery.Queued ? Delivery.Suppressed : invitation.Delivery,
    };

    private void Log(Changes changes, GroupId group, Message? received, Message? confirmation)
    {
        if (received is not null)
            changes.Receive(received);
        if (confirmation is null)
            return;
        changes.Send(confirmation, clock.GetUtcNow());
    }
}
