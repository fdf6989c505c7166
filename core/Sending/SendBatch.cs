using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>One part of a mailing leaves: reads who was not asked yet and delivers. Run twice, the second finds nobody left.</summary>
public sealed class SendBatch(ReadBatch read, HoldBatch hold, Mailings mailings, Deliver deliver, IQueues queues, TimeProvider clock)
{
    public async Task HandleAsync(SendInvitationsJob job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (job is { Slices: [], Messages: null })
        {
            foreach (var part in (await mailings.PendingAsync(job.Group, job.Meeting, ct)).Parts.Where(part => part.Mailing == job.Mailing))
                await queues.SendAsync(part.ForQueue(now, part.DueAt), now, ct);
            return;
        }

        var mailing = job.Mailing is null ? null : (await mailings.FindAsync(job.Group, job.Meeting, job.Mailing, ct))?.Value;
        var turn = await hold.UntilAsync(job, mailing, now, ct);
        if (turn is null && mailing is { PerHour: not null, State: not MailingState.Cancelled })
            turn = await mailings.TakeTurnAsync(job, now, ct);
        if (turn is { } until)
        {
            await queues.SendAsync(job.ForQueue(now, until), now, ct);
            return;
        }

        if (mailing is not { State: MailingState.Cancelled })
        {
            var (group, items) = await read.HandleAsync(job, mailing, ct);
            await deliver.RunAsync(group, items, ct);
        }

        if (mailing is not null)
            await mailings.FinishAsync(job, ct);
    }
}
