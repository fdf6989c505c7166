using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Saves the hours and euros a meeting took.</summary>
public sealed class NoteEvaluation(MeetingStore meetings)
{
    public Task HandleAsync(GroupId group, MeetingId meeting, Evaluation evaluation, CancellationToken ct) => Retry.OnConflictAsync(async () =>
        await meetings.SaveEvaluationAsync(group, meeting, await meetings.FindEvaluationAsync(group, meeting, ct), evaluation, ct));
}
