using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>Says a notice in the language of a group; the words are with those of the organisers' pages.</summary>
public delegate (string Subject, string Text) NoticeWords(NoticeJob notice, Meeting? meeting, string language);

/// <summary>
/// Tells organisers by e-mail what waits for them; about the inbox at most once an hour. No names and no words of residents. A notice leaves through the outbox
/// like every message.
/// </summary>
public sealed class OrganiserNotices(ITables tables, PeopleStore people, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public Task TellAsync(Group group, OrganiserNotice notice, Meeting? meeting, CancellationToken ct) =>
        !group.Told.Any() ? Task.CompletedTask : Retry.OnConflictAsync(() => SaveAsync(group, notice, meeting, ct));

    private async Task SaveAsync(Group group, OrganiserNotice notice, Meeting? meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changes = new Changes(new Shard(group.Id, 0));
        changes.Tell(SendMessageJob.For(group.Id, new NoticeJob(notice, meeting?.Id, now), now));
        if (notice is OrganiserNotice.Inbox)
        {
            var last = await tables.GetAsync(TableNames.People, changes.Shard.Partition, RowKeys.InboxNotice, ct);
            if (last is not null && RowJson.Read<NoticeSent>(last.Json).At + Pause > now)
                return;
            changes.NoteNotice(RowKeys.InboxNotice, last, now);
        }

        await people.SaveAsync(changes, ct);
    }
}

/// <summary>Sends a notice to each organiser who has not got it. What the provider would not take now is tried again, later each time.</summary>
public sealed class SendNotice(GroupStore groups, MeetingStore meetings, Senders senders, NoticeWords words, IQueues queues, TimeProvider clock)
{
    private const int MaxTries = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    public async Task HandleAsync(GroupId groupId, NoticeJob job, CancellationToken ct)
    {
        var group = await groups.GetAsync(groupId, ct);
        var meeting = job.Meeting is { } id ? (await meetings.FindAsync(groupId, id, ct))?.Value : null;
        if (job.Meeting is not null && meeting is null)
            return;
        var left = new List<string>();
        foreach (var call in EmailsOf(group, meeting, job).Chunk(senders.Email.BatchSize))
        {
            var outcomes = await senders.Email.SendAsync(call, ct);
            left.AddRange(call.Zip(outcomes).Where(sent => MayArriveLater(sent.Second)).Select(sent => sent.First.To.Value));
        }

        if (left.Count == 0 || job.Tries >= MaxTries)
            return;
        var now = clock.GetUtcNow();
        var again = SendMessageJob.For(groupId, job with { To = left, Tries = job.Tries + 1 }, now);
        await queues.SendAsync(again with { DueAt = now + (FirstPause * Math.Pow(2, job.Tries)) }, now, ct);
    }

    private static bool MayArriveLater(MessageEvent outcome) => outcome is MessageEvent.TryLater or MessageEvent.ChannelStopped or MessageEvent.Unknown;

    private IEnumerable<EmailToSend> EmailsOf(Group group, Meeting? meeting, NoticeJob job)
    {
        var (subject, text) = words(job, meeting, group.Language);
        var html = $"<!doctype html><html lang=\"{group.Language}\"><body><p>{System.Net.WebUtility.HtmlEncode(text)}</p></body></html>";
        foreach (var (i, address) in (job.Limit is null ? group.Told : group.Owners).Index())
        {
            if (job.To is null || job.To.Contains(address, StringComparer.OrdinalIgnoreCase))
                yield return new EmailToSend($"{group.Id}.notice{job.Notice}{job.Limit}.{job.At.UtcTicks:x}.{i}", new EmailAddress(address), null, "Outreach", subject, text, html, group.Language, job.At);
        }
    }
}
