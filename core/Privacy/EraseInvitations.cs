using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>Removes what a person was asked to, with the codes that open it: the welcome package, and each invitation with its seat and who was named after it.</summary>
public sealed class EraseInvitations(PeopleStore people, MeetingStore meetings, WelcomeStore welcomes, ForgetNominees nominees, Codes codes, TimeProvider clock)
{
    public async Task HandleAsync(GroupId group, PersonId id, bool isCounted, CancellationToken ct)
    {
        if (await welcomes.FindAsync(group, id, ct) is { } package)
        {
            await codes.RemoveAsync(package.Value.Code, ct);
            await welcomes.RemoveAsync(group, id, ct);
        }

        foreach (var meeting in await meetings.ListAsync(group, ct))
            await Retry.OnConflictAsync(() => RemoveInvitationAsync(group, meeting, id, isCounted, ct));
    }

    private async Task RemoveInvitationAsync(GroupId group, Meeting meeting, PersonId id, bool isCounted, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting.Id, id, ct) is not { } invitation)
            return;
        await nominees.HandleAsync(group, invitation.Value, ct);
        foreach (var code in invitation.Value.PassOnCodes.Append(invitation.Value.Code))
            await codes.RemoveAsync(code, ct);
        var now = clock.GetUtcNow();
        if (meeting.Capacity is not null && await meetings.FindSeatsAsync(group, meeting.Id, ct) is { } seats)
            await meetings.SaveSeatsAsync(group, meeting.Id, seats, seats.Value.Free(id, meeting.CapacityForWaiting(now), now), ct);
        var changes = new Changes(Shard.Of(group, id));
        if (isCounted)
            changes.End(invitation);
        else
            changes.Remove(invitation);
        await people.SaveAsync(changes, ct);
    }
}
