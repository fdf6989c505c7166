using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>Erases people whose time is over.</summary>
public sealed class ForgetPeople(PeopleStore people, MeetingStore meetings, ReadActivity activity, InboxOfPeople inbox, Erase erase) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        var group = run.Group.Id;
        var all = await meetings.ListAsync(group, ct);
        var known = new Known(all, await activity.HandleAsync(group, all, ct), await inbox.AskingAsync(group, ct));
        foreach (var shard in Shard.All(group))
        {
            var due = await DueAsync(run, shard, known, ct);
            foreach (var (what, ids) in due)
            {
                if (run.IsFull)
                    return;
                var now = new List<PersonId>();
                foreach (var id in ids.Take(run.Remaining))
                {
                    if (what is not Kept.StoppedPeople || await IsSilentAsync(group, id, ct))
                        now.Add(id);
                }

                run.Count(what, await erase.EndAsync(group, now, EnumWord.Of(what), ct));
            }
        }
    }

    private async Task<IReadOnlyDictionary<Kept, List<PersonId>>> DueAsync(RetentionRun run, Shard shard, Known known, CancellationToken ct)
    {
        var asked = new Dictionary<PersonId, (DateTimeOffset Last, bool IsHeardOf)>();
        foreach (var meeting in known.Meetings)
        {
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
            {
                var before = asked.GetValueOrDefault(invitation.Value.Person);
                asked[invitation.Value.Person] = (Later(before.Last, meeting.EndsAt), before.IsHeardOf || IsHeardOf(invitation.Value));
            }
        }

        var due = new SortedDictionary<Kept, List<PersonId>>();
        await foreach (var person in people.PeopleAsync(shard, ct))
        {
            var (last, isHeardOf) = asked.GetValueOrDefault(person.Value.Id);
            // What they do may still be noted of somebody who turned out to be this person.
            var active = person.Value.Joined.Append(person.Value.Id).Where(known.Active.ContainsKey)
                .Aggregate(new Activity(last, isHeardOf), (activity, id) => activity.And(known.Active[id]));
            var (what, since) = Rule(person.Value, active.Last, active.IsHeardOf);
            // Whoever brings a package has to find somebody there; after a stop nothing is brought. What a resident sent us is read first.
            if (!run.IsDue(what, since) || (active.IsUnderway && what is not Kept.StoppedPeople) || known.IsAsking(person.Value))
                continue;
            if (!due.TryGetValue(what, out var ids))
                due[what] = ids = [];
            ids.Add(person.Value.Id);
        }

        return due;
    }

    /// <summary>By which rule somebody goes, and since when their time runs.</summary>
    /// <param name="last">The end of the last meeting they were asked to; the beginning of time when there was none.</param>
    internal static (Kept What, DateTimeOffset Since) Rule(Person person, DateTimeOffset last, bool isHeardOf)
    {
        var since = Later(last, person.CreatedAt);
        return person switch
        {
            { StoppedAt: { } stopped } => (Kept.StoppedPeople, stopped),
            _ when isHeardOf => (Kept.OtherPeople, since),
            { Source: Source.Nomination } => (Kept.SilentNominees, since),
            _ => (Kept.SilentPeople, since),
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static bool IsHeardOf(Invitation invitation) => invitation.Reply is not Reply.None || invitation.Attendance is Attendance.Attended;

    /// <summary>They have said nothing since the stop, and the one message after it has left.</summary>
    private async Task<bool> IsSilentAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { Value.StoppedAt: not null })
            return false;
        await foreach (var message in people.MessagesAsync(group, id, ct))
        {
            if (message.Value.State is MessageState.Queued or MessageState.Sending)
                return false;
        }

        return true;
    }

    /// <summary>What is true of the whole group while a run goes over its people.</summary>
    private sealed record Known(IReadOnlyList<Meeting> Meetings, IReadOnlyDictionary<PersonId, Activity> Active, Predicate<Person> IsAsking);
}
