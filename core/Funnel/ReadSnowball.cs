using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Reads everybody who is asked to a meeting, and those who brought them, even if these came to an earlier one.</summary>
public sealed class ReadSnowball(PeopleStore people, MeetingStore meetings)
{
    /// <returns>The first wave first.</returns>
    public async Task<IReadOnlyList<ChainPerson>> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var all = await meetings.ListAsync(group, ct);
        var found = new Dictionary<PersonId, ChainPerson>();
        foreach (var shard in Shard.All(group))
        {
            var invitations = new Dictionary<PersonId, Invitation>();
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
                invitations[invitation.Value.Person] = invitation.Value;
            if (invitations.Count == 0)
                continue;
            await foreach (var person in people.PeopleAsync(shard, ct))
            {
                if (invitations.Remove(person.Value.Id, out var invitation))
                    found[person.Value.Id] = Of(invitation, person.Value, meeting, all);
            }

            foreach (var unknown in invitations.Values)
                found[unknown.Person] = Of(unknown, null, meeting, all);
        }

        await AddNominatorsAsync(group, found, ct);
        return [.. found.Values.OrderBy(person => person.Wave).ThenBy(person => person.Id.Value, StringComparer.Ordinal)];
    }

    private static ChainPerson Of(Invitation invitation, Person? person, Meeting meeting, IReadOnlyList<Meeting> all) =>
        new(invitation.Person, person?.Label ?? "?", invitation.Wave, invitation.Reply, invitation.Attendance)
        {
            Nominator = invitation.Nominator,
            Street = person?.Address?.Street,
            Language = invitation.Language,
            Named = invitation.Nominations,
            WasAsked = person?.AskedToNominate.Contains(meeting.Id) is true,
            MayBeAsked = person is { StoppedAt: null } && Reminders.Reminders.MayAskToNominate([.. person.AskedToNominate.Where(asked => asked != meeting.Id)], meeting, all),
        };

    private async Task AddNominatorsAsync(GroupId group, Dictionary<PersonId, ChainPerson> found, CancellationToken ct)
    {
        var missing = new Queue<PersonId>(found.Values.Select(person => person.Nominator).OfType<PersonId>().Where(id => !found.ContainsKey(id)).Distinct());
        while (missing.TryDequeue(out var id))
        {
            if (found.ContainsKey(id) || (await people.FindAsync(group, id, ct))?.Value is not { } person)
                continue;
            found[id] = new ChainPerson(id, person.Label, person.Wave, Reply.None, Attendance.Attended)
            {
                Nominator = person.Nominator,
                Street = person.Address?.Street,
                Language = person.Language ?? "",
                IsFromBefore = true,
            };
            if (person.Nominator is { } from)
                missing.Enqueue(from);
        }
    }
}
