using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

public enum ReturnOutcome
{
    Noted,

    /// <summary>It was noted before, or they have answered meanwhile.</summary>
    AlreadyKnown,

    /// <summary>The code is not that of a letter of this meeting.</summary>
    NotALetter,
}

/// <param name="Person">Whose letter it was; null when it is none.</param>
/// <param name="At">By when it is noted, it can be taken back.</param>
public sealed record Returned(ReturnOutcome Outcome, PersonId? Person = null, DateTimeOffset At = default);

/// <summary>
/// Post came back: nobody of that name lives there. Whoever the letter was addressed to gets no more letters there; anybody with a number that can answer goes on
/// the call list.
/// </summary>
public sealed class ReturnLetter(PeopleStore people, Codes codes, LetterBatches batches, ReassignByHand others, TimeProvider clock)
{
    public async Task<Returned> HandleAsync(GroupId group, MeetingId meeting, Code code, CancellationToken ct)
    {
        if (await codes.FindAsync(code, ct) is not { Value: { Kind: CodeKind.Invitation, Person: { } person } row } || row.Group != group || row.Meeting != meeting)
            return new(ReturnOutcome.NotALetter);
        var now = clock.GetUtcNow();
        var outcome = await Retry.OnConflictAsync(() => NoteAsync(group, meeting, person, now, ct));
        if (outcome is ReturnOutcome.NotALetter)
            return new(outcome);
        // Also of one that is known: the run that noted it may have been interrupted.
        foreach (var one in await HouseholdAsync(group, meeting, person, ct))
        {
            if (one != person)
                await Retry.OnConflictAsync(() => NoteAsync(group, meeting, one, now, ct));
            await others.HandleAsync(group, one, meeting, ct);
        }

        if (outcome is ReturnOutcome.Noted)
            await Retry.OnConflictAsync(() => CountAsync(group, meeting, person, 1, ct));
        return new(outcome, person, now);
    }

    /// <summary>It was the code of another letter. An address that was stopped for another reason stays stopped.</summary>
    /// <param name="noted">When it was noted.</param>
    /// <returns>Whether it was still as it was noted.</returns>
    public async Task<bool> TakeBackAsync(GroupId group, MeetingId meeting, PersonId person, DateTimeOffset noted, CancellationToken ct)
    {
        // The one by whom it is found comes last: until then it can be pressed again.
        foreach (var one in await HouseholdAsync(group, meeting, person, ct))
        {
            if (one != person)
                await Retry.OnConflictAsync(() => RestoreAsync(group, meeting, one, noted, ct));
        }

        var isRestored = await Retry.OnConflictAsync(() => RestoreAsync(group, meeting, person, noted, ct));
        if (isRestored)
            await Retry.OnConflictAsync(() => CountAsync(group, meeting, person, -1, ct));
        return isRestored;
    }

    private async Task<bool> RestoreAsync(GroupId group, MeetingId meeting, PersonId id, DateTimeOffset noted, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person || person.Value.AddressStoppedAt != noted)
            return false;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, person.Value with { AddressStoppedAt = null });
        // Whoever has answered meanwhile needs no letter.
        if (await people.FindAsync(group, meeting, id, ct) is { Value: { Channel: Channel.Call or Channel.Letter, Reply: Reply.None } } invitation)
            changes.Change(invitation, invitation.Value with { Channel = Channel.Letter, Delivery = await BatchOfAsync(group, meeting, id, ct) is { Value.PostedAt: null } ? Delivery.HandedOn : Delivery.Sent });
        await people.SaveAsync(changes, ct);
        return true;
    }

    private async Task<ReturnOutcome> NoteAsync(GroupId group, MeetingId meeting, PersonId id, DateTimeOffset now, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting, id, ct) is not { Value.Channel: Channel.Letter } invitation || await people.FindAsync(group, id, ct) is not { } person)
            return ReturnOutcome.NotALetter;
        if (invitation.Value is not { Delivery: Delivery.HandedOn or Delivery.Sent, Reply: Reply.None })
            return ReturnOutcome.AlreadyKnown;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, person.Value with { AddressStoppedAt = person.Value.AddressStoppedAt ?? now });
        changes.Change(invitation, ChannelOrder.Reaches(person.Value, Channel.Call)
            ? invitation.Value with { Channel = Channel.Call, Delivery = Delivery.HandedOn }
            : invitation.Value with { Delivery = Delivery.PermanentFailure });
        await people.SaveAsync(changes, ct);
        return ReturnOutcome.Noted;
    }

    private async Task CountAsync(GroupId group, MeetingId meeting, PersonId person, int more, CancellationToken ct)
    {
        if (await BatchOfAsync(group, meeting, person, ct) is { } batch)
            await batches.SaveAsync(group, batch, batch.Value with { Returned = batch.Value.Returned + more }, ct);
    }

    /// <summary>All whom the letter was for: there is one for each address.</summary>
    private async Task<IReadOnlyList<PersonId>> HouseholdAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct)
    {
        if ((await people.FindAsync(group, person, ct))?.Value.Address is not { } address || await BatchOfAsync(group, meeting, person, ct) is not { } batch)
            return [person];
        var home = new List<PersonId>();
        foreach (var shard in batch.Value.Persons.GroupBy(one => Shard.Of(group, one)))
            home.AddRange((await people.FindManyAsync(shard.Key, [.. shard], ct)).Values.Where(one => one.Value.Address is { } other && ContactHasher.Household(other) == ContactHasher.Household(address)).Select(one => one.Value.Id));
        return home.Contains(person) ? home : [.. home, person];
    }

    // The pile of an old day may have been printed again: the letter that came back was posted last.
    private async Task<Stored<LetterBatch>?> BatchOfAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct) =>
        (await batches.ListAsync(group, meeting, ct)).Where(batch => batch.Value.Holds(person)).MaxBy(batch => batch.Value.PostedAt);
}
