using Outreach.Ids;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>The second half of <see cref="JoinPeople"/>: gives all of somebody who went out of their shard to the one who stays. Each step done twice does nothing.</summary>
public sealed class FinishJoining(PeopleStore people, MeetingStore meetings, MoveBelongings belongings, OptOut optOut, SettleSeats seats, ContactHasher hasher)
{
    /// <summary>Goes on with one that was cut off, as its note says.</summary>
    public async Task ResumeAsync(GroupId group, Row note, CancellationToken ct)
    {
        var goes = RowJson.Read<ContactRow>(note.Json).Person;
        await GiveAllAsync(group, goes, ct);
        await people.ForgetNoteAsync(Shard.Of(group, goes), note.Key, ct);
    }

    /// <summary>Does nothing for somebody who goes nowhere, or has gone.</summary>
    public async Task HandleAsync(GroupId group, PersonId goes, CancellationToken ct)
    {
        if (await GiveAllAsync(group, goes, ct))
            await people.ForgetNoteAsync(Shard.Of(group, goes), RowKeys.OwedJoining(goes), ct);
    }

    /// <returns>False when there was nothing to give any more.</returns>
    private Task<bool> GiveAllAsync(GroupId group, PersonId goes, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindJoinedAsync(group, goes, ct) is not { Value: { IsUnderway: true } joined } stored)
            return false;
        // Whoever stays may themselves be somebody else by now, or be erased.
        if (await people.FollowAsync(group, joined.To, ct) is { Value.Id: var stays })
        {
            await seats.NoteAllAsync(group, stays, ct);
            await Retry.OnConflictAsync(() => GiveAsync(group, joined, stays, ct));
            await belongings.HandleAsync(group, joined, stays, ct);
            if (await people.FindAsync(group, stays, ct) is { Value.StoppedAt: not null })
                await optOut.HandleAsync(group, stays, OptOutSource.List, null, null, ct);
            // The places of who went first: both may have had some, and an answer that counts may take more than its own.
            await seats.HandleAllAsync(group, goes, ct);
            await seats.HandleAllAsync(group, stays, ct);
        }

        var changes = new Changes(Shard.Of(group, goes));
        changes.Change(stored, joined with { Was = null, Invitations = [] });
        await people.SaveAsync(changes, ct);
        return true;
    });

    /// <summary>All of it in one submit, once: the person says themselves whether they have it.</summary>
    private async Task GiveAsync(GroupId group, Joined joined, PersonId to, CancellationToken ct)
    {
        if (await people.FindAsync(group, to, ct) is not { } stays || stays.Value.Joined.Contains(joined.From))
            return;
        var contacts = hasher.Of(group, joined.Was!).ToList();
        var bare = JoinRules.Absorb(stays.Value, joined.Was!, [], []);
        var after = JoinRules.Absorb(stays.Value, joined.Was!, contacts, [.. hasher.Of(group, bare)]);
        var changes = new Changes(Shard.Of(group, to));
        changes.Change(stays, after);
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            var mine = await people.FindAsync(group, meeting.Id, to, ct);
            var theirs = joined.Invitations.FirstOrDefault(invitation => invitation.Meeting == meeting.Id);
            if (mine is null && theirs is not null)
                changes.Add(JoinRules.Follow(theirs with { Person = to }, after));
            else if (mine is not null && JoinRules.Follow(theirs is null ? mine.Value : JoinRules.Combine(mine.Value, theirs), after) is var together && together != mine.Value)
                changes.Change(mine, together);
        }

        await people.SaveAsync(changes, ct);
    }
}
