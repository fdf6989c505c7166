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

/// <summary>
/// Post came back: nobody of that name lives there. Whoever the letter was addressed to gets no more letters there; anybody with a number that can answer goes on
/// the call list.
/// </summary>
public sealed class ReturnLetter(PeopleStore people, Codes codes, LetterBatches batches, ReassignByHand others, TimeProvider clock)
{
    public async Task<ReturnOutcome> HandleAsync(GroupId group, MeetingId meeting, Code code, CancellationToken ct)
    {
        if (await codes.FindAsync(code, ct) is not { Value: { Kind: CodeKind.Invitation, Person: { } person } row } || row.Group != group || row.Meeting != meeting)
            return ReturnOutcome.NotALetter;
        var outcome = await Retry.OnConflictAsync(() => NoteAsync(group, meeting, person, ct));
        if (outcome is ReturnOutcome.NotALetter)
            return outcome;
        // Also of one that is known: the run that noted it may have been interrupted.
        foreach (var one in await HouseholdAsync(group, meeting, person, ct))
        {
            if (one != person)
                await Retry.OnConflictAsync(() => NoteAsync(group, meeting, one, ct));
            await others.HandleAsync(group, one, meeting, ct);
        }

        if (outcome is ReturnOutcome.Noted)
            await Retry.OnConflictAsync(() => CountAsync(group, meeting, person, ct));
        return outcome;
    }

    private async Task<ReturnOutcome> NoteAsync(GroupId group, MeetingId meeting, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting, id, ct) is not { Value.Channel: Channel.Letter } invitation || await people.FindAsync(group, id, ct) is not { } person)
            return ReturnOutcome.NotALetter;
        if (invitation.Value is not { Delivery: Delivery.HandedOn or Delivery.Sent, Reply: Reply.None })
            return ReturnOutcome.AlreadyKnown;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, person.Value with { AddressStoppedAt = person.Value.AddressStoppedAt ?? clock.GetUtcNow() });
        changes.Change(invitation, ChannelOrder.Reaches(person.Value, Channel.Call)
            ? invitation.Value with { Channel = Channel.Call, Delivery = Delivery.HandedOn }
            : invitation.Value with { Delivery = Delivery.PermanentFailure });
        await people.SaveAsync(changes, ct);
        return ReturnOutcome.Noted;
    }

    private async Task CountAsync(GroupId group, MeetingId meeting, PersonId person, CancellationToken ct)
    {
        if (await BatchOfAsync(group, meeting, person, ct) is { } batch)
            await batches.SaveAsync(group, batch, batch.Value with { Returned = batch.Value.Returned + 1 }, ct);
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
