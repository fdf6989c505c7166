using Outreach.Ids;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// A row of a list shows two people whom we knew apart to be one. They may lie in two shards, so this takes several submits. The first takes the one who goes out
/// of their shard, whole, into a row of its own: from then on nothing can be sent to them. The second gives it all to the one who stays. Contact points, codes and
/// questions follow. Cut off anywhere, it goes on from that row when the list's row is read again, and each step done twice does nothing.
/// </summary>
public sealed class JoinPeople(
    PeopleStore people, MeetingStore meetings, WelcomeStore welcomes, Inbox inbox, Codes codes, ContactClaims claims, OptOut optOut, SettleSeats seats, ContactHasher hasher)
{
    /// <param name="ids">As the contact points of the row name them, also by those who have gone already.</param>
    /// <returns>False when they cannot be taken for one without a guess, or something would be lost.</returns>
    public async Task<bool> HandleAsync(GroupId group, IReadOnlyList<PersonId> ids, JoiningRow by, NameOfRow name, CancellationToken ct)
    {
        foreach (var id in ids)
            await FinishAsync(group, id, ct);
        while (true)
        {
            var left = await LeftAsync(group, ids, ct);
            if (left.Count < 2)
                return true;
            if (!await Retry.OnConflictAsync(() => JoinAsync(group, left[0], left[1], by, name, ct)))
                return false;
        }
    }

    /// <summary>Goes on with those of one shard that were cut off.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ResumeAsync(Shard shard, CancellationToken ct)
    {
        var cutOff = new List<PersonId>();
        await foreach (var joined in people.JoinedAsync(shard, ct))
        {
            if (joined.Value.IsUnderway)
                cutOff.Add(joined.Value.From);
        }

        foreach (var goes in cutOff)
            await FinishAsync(shard.Group, goes, ct);
        return cutOff.Count;
    }

    private async Task<IReadOnlyList<PersonId>> LeftAsync(GroupId group, IReadOnlyList<PersonId> ids, CancellationToken ct)
    {
        var left = new List<PersonId>();
        foreach (var id in ids)
        {
            if (await people.FollowAsync(group, id, ct) is { } person && !left.Contains(person.Value.Id))
                left.Add(person.Value.Id);
        }

        return left;
    }

    private async Task<bool> JoinAsync(GroupId group, PersonId one, PersonId other, JoiningRow by, NameOfRow name, CancellationToken ct)
    {
        if (await KnownAsync(group, one, ct) is not { } first || await KnownAsync(group, other, ct) is not { } second)
            return true;
        if (JoinRules.Choose(first, second, name) is not var (stays, goes))
            return false;
        await seats.NoteAllAsync(group, goes.Person.Id, ct);
        var changes = new Changes(Shard.Of(group, goes.Person.Id));
        changes.Join(new Joined(goes.Person.Id, stays.Person.Id, by) { List = goes.Person.List, Was = goes.Person, Invitations = [.. goes.Invitations.Select(invitation => invitation.Value)] });
        changes.Remove(goes.Stored);
        foreach (var invitation in goes.Invitations)
            changes.Remove(invitation);
        await people.SaveAsync(changes, ct);
        await FinishAsync(group, goes.Person.Id, ct);
        return true;
    }

    private async Task<Known?> KnownAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return null;
        var invitations = new List<Stored<Invitation>>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            if (await people.FindAsync(group, meeting.Id, id, ct) is { } invitation)
                invitations.Add(invitation);
        }

        var isUnderway = await welcomes.FindAsync(group, id, ct) is not null;
        await foreach (var message in people.MessagesAsync(group, id, ct))
            isUnderway |= message.Value.State is MessageState.Queued or MessageState.Sending;
        return new Known(person, invitations) { IsUnderway = isUnderway };
    }

    private Task FinishAsync(GroupId group, PersonId goes, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindJoinedAsync(group, goes, ct) is not { Value: { IsUnderway: true } joined } stored)
            return;
        // Whoever stays may themselves be somebody else by now, or be erased.
        if (await people.FollowAsync(group, joined.To, ct) is { Value.Id: var stays })
        {
            await Retry.OnConflictAsync(() => GiveAsync(group, joined, stays, ct));
            await MoveContactsAsync(group, joined.Was!, stays, ct);
            await MoveCodesAsync(group, joined.Invitations, stays, ct);
            await Retry.OnConflictAsync(() => inbox.MoveAsync(group, goes, stays, ct));
            if (await people.FindAsync(group, stays, ct) is { Value.StoppedAt: not null })
                await optOut.HandleAsync(group, stays, OptOutSource.List, null, null, ct);
            await seats.HandleAllAsync(group, goes, ct);
        }

        var changes = new Changes(Shard.Of(group, goes));
        changes.Change(stored, joined with { Was = null, Invitations = [] });
        await people.SaveAsync(changes, ct);
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

    private async Task MoveContactsAsync(GroupId group, Person was, PersonId to, CancellationToken ct)
    {
        foreach (var hash in hasher.Of(group, was).Concat(was.GivenUp).Distinct())
        {
            await Retry.OnConflictAsync(async () =>
            {
                if (await people.FindAsync(group, hash, ct) is { } contact && contact.Value.Person == was.Id)
                    await claims.TakeOverAsync(group, hash, contact, to, ct);
            });
        }
    }

    /// <summary>A code that somebody holds opens what it opened.</summary>
    private async Task MoveCodesAsync(GroupId group, IReadOnlyList<Invitation> invitations, PersonId to, CancellationToken ct)
    {
        foreach (var code in invitations.SelectMany(invitation => invitation.PassOnCodes.Append(invitation.Code)))
        {
            await Retry.OnConflictAsync(async () =>
            {
                if (await codes.FindAsync(code, ct) is { } row && row.Value.Group == group && row.Value.Person != to)
                    await codes.ChangeAsync(code, row, row.Value with { Person = to }, ct);
            });
        }
    }
}
