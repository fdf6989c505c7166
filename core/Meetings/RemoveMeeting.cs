using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>Takes out a meeting of which nobody is left: its counts, the codes of its flyers, and all that lies beside it. Interrupted anywhere, it is done again from the start.</summary>
public sealed class RemoveMeeting(MeetingStore meetings, Tallies tallies, FlyerPlaces places, Codes codes)
{
    public async Task HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        foreach (var (place, _) in await places.ListAsync(group, meeting.Id, ct))
            await codes.RemoveAsync(place.Code, ct);
        if (meeting.FlyerCode is { } flyer)
            await codes.RemoveAsync(flyer, ct);
        await tallies.RemoveAsync(group, meeting.Id, ct);
        await meetings.RemoveAsync(group, meeting.Id, ct);
    }
}
