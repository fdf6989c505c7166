using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Sending;

/// <summary>Whether a part of a mailing has to wait: for its pace, for an organiser who paused it, for the morning, or for an owner.</summary>
public sealed class HoldBatch(MeetingStore meetings, Spending spending, Settings settings)
{
    private static readonly TimeSpan PausedFor = TimeSpan.FromMinutes(5);

    private readonly SendingHours _hours = new(settings.Zone);

    /// <summary>A later moment to come back; null to go on.</summary>
    public async Task<DateTimeOffset?> UntilAsync(SendInvitationsJob job, Mailing? mailing, DateTimeOffset now, CancellationToken ct)
    {
        if (job.DueAt > now)
            return job.DueAt;
        if (mailing is { State: MailingState.Cancelled })
            return null;
        if (mailing is { State: MailingState.Paused })
            return now + PausedFor;

        // A whole batch waits as one job; only what is held back for one person's sake waits alone.
        var opening = _hours.NextOpening(now);
        if (opening > now && !(job.Messages is not null && News.CannotWait(await meetings.GetAsync(job.Group, job.Meeting, ct), opening, now)))
            return opening;
        return await spending.IsFullAsync(job.Group, ct) ? spending.HeldUntil : null;
    }
}
