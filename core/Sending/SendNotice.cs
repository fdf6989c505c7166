using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>Sends a notice to each organiser who has not got it. What the provider would not take now is tried again, later each time.</summary>
public sealed class SendNotice(GroupStore groups, MeetingStore meetings, Inbox inbox, NoticeMail mail, IQueues queues, TimeProvider clock)
{
    private const int MaxTries = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    public async Task HandleAsync(GroupId groupId, NoticeJob job, CancellationToken ct)
    {
        var group = await groups.GetAsync(groupId, ct);
        var meeting = job.Meeting is { } id ? (await meetings.FindAsync(groupId, id, ct))?.Value : null;
        if (job.Meeting is not null && meeting is null)
            return;
        // It waited for an hour to pass: somebody may have answered meanwhile.
        if (job.Notice is OrganiserNotice.Inbox && (await inbox.ListAsync(groupId, open: true, ct)).Count == 0)
            return;
        var left = await mail.SendAsync(group, meeting, job, ct);
        if (left.Count == 0 || job.Tries >= MaxTries)
            return;
        var now = clock.GetUtcNow();
        var again = SendMessageJob.For(groupId, job with { To = left, Tries = job.Tries + 1 }, now);
        await queues.SendAsync(again with { DueAt = now + (FirstPause * Math.Pow(2, job.Tries)) }, now, ct);
    }
}

/// <summary>Puts a notice in words and mails it.</summary>
public sealed class NoticeMail(Senders senders, NoticeWords words)
{
    /// <returns>The addresses that the provider would not take now.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(Group group, Meeting? meeting, NoticeJob job, CancellationToken ct)
    {
        var left = new List<string>();
        foreach (var call in EmailsOf(group, meeting, job).Chunk(senders.Email.BatchSize))
        {
            var outcomes = await senders.Email.SendAsync(call, ct);
            left.AddRange(call.Zip(outcomes).Where(sent => MayArriveLater(sent.Second)).Select(sent => sent.First.To.Value));
        }

        return left;
    }

    private static bool MayArriveLater(MessageEvent outcome) => outcome is MessageEvent.TryLater or MessageEvent.ChannelStopped or MessageEvent.Unknown;

    private IEnumerable<EmailToSend> EmailsOf(Group group, Meeting? meeting, NoticeJob job)
    {
        var (subject, text) = words(job, meeting, group.Language);
        var html = $"<!doctype html><html lang=\"{group.Language}\"><body><p>{System.Net.WebUtility.HtmlEncode(text)}</p></body></html>";
        foreach (var (i, address) in (job.Limit is null ? group.NoticeAddresses : group.Owners).Index())
        {
            if (job.To is null || job.To.Contains(address, StringComparer.OrdinalIgnoreCase))
                yield return new EmailToSend($"{group.Id}.notice{job.Notice}{job.Limit}.{job.At.UtcTicks:x}.{i}", new EmailAddress(address), null, "Outreach", subject, text, html, group.Language, job.At);
        }
    }
}
