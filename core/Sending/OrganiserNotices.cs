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
        !group.NoticeAddresses.Any() ? Task.CompletedTask : Retry.OnConflictAsync(() => SaveAsync(group, notice, meeting, ct));

    private async Task SaveAsync(Group group, OrganiserNotice notice, Meeting? meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changes = new Changes(new Shard(group.Id, 0));
        var at = now;
        if (notice is OrganiserNotice.Inbox)
        {
            var last = await tables.GetAsync(TableNames.People, changes.Shard.Partition, RowKeys.InboxNotice, ct);
            // One that leaves later tells of this too.
            if (NextAt(last, now) is not { } next)
                return;
            at = next;
            changes.NoteNotice(RowKeys.InboxNotice, last, at);
        }

        changes.Enqueue(SendMessageJob.For(group.Id, new NoticeJob(notice, meeting?.Id, at), now) with { DueAt = at > now ? at : null });
        await people.SaveAsync(changes, ct);
    }

    /// <summary>When the next notice about the inbox may leave; null: one is waiting to leave.</summary>
    private static DateTimeOffset? NextAt(Row? last, DateTimeOffset now) => last is null ? now
        : RowJson.Read<NoticeSent>(last.Json).At is var at && at > now ? null
        : at + Pause > now ? at + Pause : now;
}
