using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// A row of a list shows two people whom we knew apart to be one. They may lie in two shards, so this takes several submits. The first takes the one who goes out
/// of their shard, whole, into a row of its own: from then on nothing can be sent to them. The second gives it all to the one who stays. Contact points, codes and
/// questions follow. Cut off anywhere, it goes on from that row when the list's row is read again, and each step done twice does nothing.
/// </summary>
public sealed class JoinPeople(PeopleStore people, MeetingStore meetings, WelcomeStore welcomes, SettleSeats seats, FinishJoining finish)
{
    /// <param name="ids">As the contact points of the row name them, also by those who have gone already.</param>
    /// <returns>False when they cannot be taken for one without a guess, or something would be lost.</returns>
    public async Task<bool> HandleAsync(GroupId group, IReadOnlyList<PersonId> ids, JoiningRow by, NameOfRow name, CancellationToken ct)
    {
        foreach (var id in ids)
            await finish.HandleAsync(group, id, ct);
        while (true)
        {
            var left = await LeftAsync(group, ids, ct);
            if (left.Count < 2)
                return true;
            if (!await Retry.OnConflictAsync(() => JoinAsync(group, left[0], left[1], by, name, ct)))
                return false;
        }
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
        await finish.HandleAsync(group, goes.Person.Id, ct);
        return true;
    }

    private async Task<Known?> KnownAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return null;
        var invitations = await people.InvitationsOfAsync(group, id, await meetings.ListAsync(group, ct), ct).Select(one => one.Invitation).ToListAsync(ct);
        var isUnderway = await welcomes.FindAsync(group, id, ct) is not null;
        await foreach (var message in people.MessagesAsync(group, id, ct))
            isUnderway |= message.Value.State is MessageState.Queued or MessageState.Sending;
        return new Known(person, invitations) { IsUnderway = isUnderway };
    }
}
