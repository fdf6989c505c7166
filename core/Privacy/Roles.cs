using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>What somebody does for the group.</summary>
/// <param name="Parts">At meetings, with the fee that was agreed.</param>
/// <param name="CardLines">Of the contact card, that they look after.</param>
public sealed record HeldRoles(IReadOnlyList<(Meeting Meeting, MeetingPart Part)> Parts, IReadOnlyList<CardEntry> CardLines);

/// <summary>Shows and erases what people do for the group, from the same places.</summary>
public sealed class Roles(MeetingStore meetings, MeetingParts parts, CardStore cards, Codes codes, Settings settings, TimeProvider clock)
{
    /// <param name="ids">All ids under which they were known.</param>
    public async Task<HeldRoles> ReadAsync(GroupId group, IReadOnlyCollection<PersonId> ids, CancellationToken ct)
    {
        var held = new List<(Meeting, MeetingPart)>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
            held.AddRange((await parts.ListAsync(group, meeting.Id, ct)).Where(part => ids.Contains(part.Value.Person)).Select(part => (meeting, part.Value)));
        return new HeldRoles(held, await LinesAsync(group, ids, ct));
    }

    /// <summary>A line of theirs stays, without their name; the line of a host is about themselves, and goes.</summary>
    public async Task EraseAsync(GroupId group, IReadOnlyCollection<PersonId> ids, CancellationToken ct)
    {
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            foreach (var part in (await parts.ListAsync(group, meeting.Id, ct)).Where(part => ids.Contains(part.Value.Person)))
                await parts.RemoveAsync(group, part, ct);
        }

        var today = settings.Day(clock.GetUtcNow());
        foreach (var line in await LinesAsync(group, ids, ct))
        {
            if (line.Code is { } code)
                await codes.RemoveAsync(code, ct);
            if (line.IsOwnedByHost)
                await cards.RemoveAsync(group, line.Id, ct);
            else
                await cards.ChangeAsync(group, line.Id, current => current.WithoutOwner(today), ct);
        }
    }

    private async Task<IReadOnlyList<CardEntry>> LinesAsync(GroupId group, IReadOnlyCollection<PersonId> ids, CancellationToken ct) =>
        [.. (await cards.ListAsync(group, ct)).Select(line => line.Value).Where(line => line.OwnerPerson is { } owner && ids.Contains(owner))];
}
