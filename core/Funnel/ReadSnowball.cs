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
        await foreach (var (person, invitation) in people.InvitedAsync(group, meeting.Id, _ => true, ct))
            found[invitation.Value.Person] = Of(invitation.Value, person?.Value, meeting, all);

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
