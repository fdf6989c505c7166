using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>What was cut off in the middle, as its note says: two people who are one, somebody who was erased, a number that is somebody else's.</summary>
public sealed class FinishOwed(PeopleStore people, FinishJoining joining, ForgetWrongNumber forget)
{
    /// <returns>Whether there was something left to do.</returns>
    public async Task<bool> HandleAsync(GroupId group, Row note, CancellationToken ct)
    {
        if (RowKeys.IsOwedRelease(note.Key))
            await people.ReleaseAsync(group, RowJson.Read<OwedRelease>(note.Json), ct);
        else if (RowKeys.IsOwedJoining(note.Key))
            await joining.ResumeAsync(group, note, ct);
        else
            return await forget.HandleAsync(group, note, ct);
        return true;
    }
}
