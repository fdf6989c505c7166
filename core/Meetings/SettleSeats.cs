using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>
/// Places and invitations lie in different partitions and cannot change together. Whoever changes a place notes whose it is; here the two are brought in line,
/// and people who moved up from the waiting list hear of it. Safe to run at any time; the timer does it for those whose handler was interrupted.
/// </summary>
public sealed class SettleSeats(PeopleStore people, MeetingStore meetings, TimeProvider clock)
{
    /// <summary>A place without a yes may belong to somebody whose answer is just being saved.</summary>
    private static readonly TimeSpan AnswerSavingGrace = TimeSpan.FromMinutes(1);

    /// <param name="mine">Whose answer the caller has just saved: nothing of theirs is on its way.</param>
    public async Task HandleAsync(GroupId group, Meeting meeting, PersonId? mine, CancellationToken ct)
    {
        if (meeting is { Capacity: null, CapacityAt: null })
            return;
        if (meeting.CapacityAt is { } changed)
            await Retry.OnConflictAsync(() => CatchUpAsync(group, meeting, changed, ct));
        if (mine is { } own && meeting.Capacity is not null)
            await SettleAsync(group, meeting, own, mayFree: true, ct);
        if (await meetings.FindSeatsAsync(group, meeting.Id, ct) is not { Value.Unsettled: var left })
            return;
        foreach (var other in left.Where(u => u.Person != mine))
            await SettleAsync(group, meeting, other.Person, mayFree: other.Since + AnswerSavingGrace < clock.GetUtcNow(), ct);
    }

    /// <summary>The number of places rose, fell, was set or removed: people who said yes before keep their place, others lose it, and people who wait move up.</summary>
    private async Task CatchUpAsync(GroupId group, Meeting meeting, DateTimeOffset changed, CancellationToken ct)
    {
        var stored = await meetings.FindSeatsAsync(group, meeting.Id, ct);
        var before = stored?.Value ?? new Seats();
        var after = before;
        // Once more after a while: an answer that was on its way knew of no places.
        if (meeting.Capacity is not null && before.SeatedAt < changed + AnswerSavingGrace)
        {
            var yes = await SaidYesAsync(group, meeting.Id, ct);
            after = before.Keep([.. yes[false]], [.. yes[true]], clock.GetUtcNow()) with { SeatedAt = clock.GetUtcNow() };
        }

        after = after.MoveUp(meeting.CapacityForWaiting(clock.GetUtcNow()), clock.GetUtcNow());
        if (after != before)
            await meetings.SaveSeatsAsync(group, meeting.Id, stored, after, ct);
    }

    /// <returns>By whether they wait.</returns>
    private async Task<ILookup<bool, Seat>> SaidYesAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var yes = new List<Invitation>();
        await foreach (var invitation in people.InvitationsAsync(group, meeting, ct))
        {
            if (invitation.Value.Reply is Reply.Yes)
                yes.Add(invitation.Value);
        }

        return yes.ToLookup(i => i.Waiting, i => new Seat(i.Person, i.Party, i.RepliedAt ?? i.CreatedAt));
    }

    /// <summary>Called before the invitations of a person change without their places: after an interruption in between, the timer finds the note and settles them.</summary>
    public async Task NoteAllAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(meeting => meeting.Capacity is not null && meeting.IsOpen(clock.GetUtcNow())))
            await Retry.OnConflictAsync(() => NoteAsync(group, meeting.Id, person, ct));
    }

    private async Task NoteAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct)
    {
        if (await meetings.FindSeatsAsync(group, meeting, ct) is { } stored && (stored.Value.Has(person) || stored.Value.IsWaiting(person)))
            await meetings.SaveSeatsAsync(group, meeting, stored, stored.Value.Unsettle(person, clock.GetUtcNow()), ct);
    }

    /// <summary>All places of one person, when their answers have just been saved, or were by a run that was interrupted.</summary>
    public async Task HandleAllAsync(GroupId group, PersonId mine, CancellationToken ct)
    {
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            if (meeting.IsOpen(clock.GetUtcNow()))
                await HandleAsync(group, meeting, mine, ct);
        }
    }

    private async Task SettleAsync(GroupId group, Meeting meeting, PersonId person, bool mayFree, CancellationToken ct)
    {
        var isSettled = false;
        while (!isSettled)
            isSettled = await Retry.OnConflictAsync(() => SettleOnceAsync(group, meeting, person, mayFree, ct));
    }

    /// <summary>
    /// The invitation says who comes, the seats say who waits. A person is settled once nothing was left to change: seats that were read before the invitation
    /// may be older than what it says.
    /// </summary>
    /// <param name="mayFree">False: somebody may still be saving an answer, so nothing is freed and the note stays.</param>
    /// <returns>Whether nothing was left to change.</returns>
    private async Task<bool> SettleOnceAsync(GroupId group, Meeting meeting, PersonId person, bool mayFree, CancellationToken ct)
    {
        var stored = await meetings.FindSeatsAsync(group, meeting.Id, ct);
        var invitation = await people.FindAsync(group, meeting.Id, person, ct);
        var before = stored?.Value ?? new Seats();
        var comes = invitation?.Value.Reply is Reply.Yes;
        if (!comes && !mayFree)
            return true;
        var now = clock.GetUtcNow();
        var after = comes
            ? before.Ask(person, invitation!.Value.Party, meeting.Capacity ?? int.MaxValue, now)
            : before.Free(person, meeting.CapacityForWaiting(now), now);
        if (after == before && comes && (invitation!.Value.Waiting, invitation.Value.Party) != (before.IsWaiting(person), before.PartyOf(person)))
        {
            if ((await meetings.FindSeatsAsync(group, meeting.Id, ct))?.ETag == stored?.ETag)
                await TellAsync(group, invitation, before, ct);
            return false;
        }

        var isSettled = after == before;
        if (isSettled && mayFree)
            after = before.Settle(person);
        if (after != before)
            await meetings.SaveSeatsAsync(group, meeting.Id, stored, after, ct);
        return isSettled;
    }

    private async Task TellAsync(GroupId group, Stored<Invitation> invitation, Seats seats, CancellationToken ct)
    {
        var waits = seats.IsWaiting(invitation.Value.Person);
        var (id, meeting) = (invitation.Value.Person, invitation.Value.Meeting);
        var now = clock.GetUtcNow();
        var changes = new Changes(Shard.Of(group, id));
        var after = invitation.Value with { Waiting = waits, Party = seats.PartyOf(id) ?? invitation.Value.Party };
        var movesUp = invitation.Value.Waiting && !waits;
        // A letter would come too late, and nobody prints one: whoever gets no message is called, or told at the door.
        var way = movesUp && await people.FindAsync(group, id, ct) is { } person ? ChannelOrder.ForMessage(person.Value) : null;
        changes.Change(invitation, movesUp ? after with { PlaceFreed = new Heard(now, way is null ? HeardState.ByHand : HeardState.OnItsWay) } : after);
        if (way is { } channel)
        {
            var message = new Message
            {
                Person = id,
                At = now,
                Step = MessageStep.PlaceFreed(meeting),
                Kind = MessageKind.PlaceFreed,
                Meeting = meeting,
                Channel = channel,
                Language = invitation.Value.Language,
                State = MessageState.Queued,
            };
            changes.Send(message, now);
        }

        await people.SaveAsync(changes, ct);
    }
}
