using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Returns the meeting's flyer code; draws it the first time.</summary>
public sealed class MakeFlyer(MeetingStore meetings, Codes codes)
{
    /// <returns>Null when there is no such meeting.</returns>
    public Task<Code?> HandleAsync(GroupId group, MeetingId id, CancellationToken ct) => Retry.OnConflictAsync<Code?>(async () =>
    {
        if (await meetings.FindAsync(group, id, ct) is not { } stored)
            return null;
        if (stored.Value.FlyerCode is { } known)
            return known;
        var code = await codes.DrawAsync(new CodeRow(group, CodeKind.Flyer, null, id), ct);
        await meetings.SaveAsync(group, stored, stored.Value with { FlyerCode = code }, ct);
        return code;
    });
}
