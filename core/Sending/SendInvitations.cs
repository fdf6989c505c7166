using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>How a mailing leaves.</summary>
/// <param name="PerHour">Messages per hour; null: no limit.</param>
/// <param name="From">Not before this moment; null: at once.</param>
public sealed record SendWish(int? PerHour = null, DateTimeOffset? From = null)
{
    /// <summary>Whoever is written to must be able to come: it leaves before the meeting, in hours in which people may be disturbed.</summary>
    public bool IsInTime(Meeting meeting, SendingHours hours, DateTimeOffset now) => From is not { } from || (from > now && hours.NextOpening(from) < meeting.StartsAt);
}

/// <summary>The organiser clicks Send: everybody on the meeting's lists who was not asked yet.</summary>
public sealed class SendInvitations(PeopleStore people, MeetingStore meetings, Mailings mailings, IQueues queues, Settings settings, TimeProvider clock)
{
    /// <summary>As many as one submit of one shard takes. E-mail, of which a thousand go in one call, may bring ten batches together.</summary>
    public const int BatchSize = 100;
    public const int EmailBatchSize = 1000;

    /// <summary>A run that has not queued all parts of a mailing within this time has crashed; they are queued again.</summary>
    private static readonly TimeSpan CutOffAfter = TimeSpan.FromMinutes(10);

    private readonly SendingHours _hours = new(settings.Zone);

    /// <param name="wish">Null: at once, and as fast as it goes.</param>
    /// <returns>Null when the meeting is over or cancelled.</returns>
    public async Task<SendOutcome?> HandleAsync(GroupId group, MeetingId meetingId, SendWish? wish, CancellationToken ct)
    {
        var meeting = await meetings.GetAsync(group, meetingId, ct);
        if (!meeting.IsOpen(clock.GetUtcNow()))
            return null;
        var (pressed, parts) = await Retry.OnConflictAsync(() => AddAsync(group, meetingId, wish ?? new SendWish(), ct));
        var now = clock.GetUtcNow();
        foreach (var part in parts)
            await queues.SendAsync(part.ForQueue(now, part.DueAt), now, ct);
        return pressed;
    }

    /// <returns>All that has to leave. What was pressed before is among it: a queue may have been lost, as after a restore, and twice is harmless.</returns>
    private async Task<(SendOutcome Outcome, IEnumerable<SendInvitationsJob> Parts)> AddAsync(GroupId group, MeetingId meeting, SendWish wish, CancellationToken ct)
    {
        var known = await mailings.ListAsync(group, meeting, ct);
        var pending = await mailings.PendingAsync(group, meeting, ct);
        var found = new Found(wish.PerHour is { } pace ? Math.Clamp(pace / 4, 1, BatchSize) : BatchSize);
        foreach (var shard in Shard.All(group))
            await SliceAsync(shard, meeting, pending, found, ct);
        if (found.Count == 0)
            return (new SendOutcome(null, found.OnTheirWay), pending.Parts);

        var mailing = new Mailing(Mailings.NextId(known), meeting, MailingState.Running, found.Count, wish.PerHour, clock.GetUtcNow()) { Languages = [.. found.Languages], From = wish.From };
        var parts = Jobs(group, mailing, found.Others, found.Emails).ToList();
        await queues.SendAsync(new SendInvitationsJob(group, meeting, mailing.Id, []).ForQueue(mailing.At, mailing.At + CutOffAfter), mailing.At, ct);
        await mailings.AddAsync(group, mailing, parts, ct);
        return (new SendOutcome(mailing, found.OnTheirWay), pending.Parts.Concat(parts));
    }

    private async Task SliceAsync(Shard shard, MeetingId meeting, Pending pending, Found found, CancellationToken ct)
    {
        List<PersonId> emails = [], others = [];
        await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
        {
            if (!invitation.Value.IsUnsent)
                continue;
            if (pending.Takes(invitation.Value))
            {
                found.OnTheirWay++;
                continue;
            }

            (invitation.Value.Channel is Channel.Email ? emails : others).Add(invitation.Value.Person);
            found.Languages.Add(invitation.Value.Language);
        }

        found.Others.AddRange(others.Chunk(found.Most).Select(Slice));
        found.Emails.AddRange(emails.Chunk(found.Most).Select(Slice));

        Slice Slice(PersonId[] part) => new(shard.Number, part[0], part[^1], part.Length);
    }

    private IEnumerable<SendInvitationsJob> Jobs(GroupId group, Mailing mailing, List<Slice> others, List<Slice> emails)
    {
        var batches = mailing.PerHour is null
            ? others.Select(slice => new List<Slice> { slice }).Concat(Together(emails))
            : others.Concat(emails).Select(slice => new List<Slice> { slice });
        var dueAt = mailing.From ?? mailing.At;
        foreach (var batch in batches)
        {
            // What falls due in the night would all leave in the morning at once.
            if (mailing.PerHour is not null)
                dueAt = _hours.NextOpening(dueAt);
            yield return new SendInvitationsJob(group, mailing.Meeting, mailing.Id, batch, mailing is { PerHour: null, From: null } ? null : dueAt);
            if (mailing.PerHour is { } perHour)
                dueAt += TimeSpan.FromHours((double)batch.Sum(slice => slice.Count) / perHour);
        }
    }

    private static IEnumerable<List<Slice>> Together(List<Slice> slices)
    {
        var batch = new List<Slice>();
        foreach (var slice in slices)
        {
            if (batch.Sum(s => s.Count) + slice.Count > EmailBatchSize)
            {
                yield return batch;
                batch = [];
            }

            batch.Add(slice);
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <param name="most">People in a slice.</param>
    private sealed class Found(int most)
    {
        public int Most => most;

        public List<Slice> Others { get; } = [];

        public List<Slice> Emails { get; } = [];

        public SortedSet<string> Languages { get; } = new(StringComparer.Ordinal);

        public int OnTheirWay { get; set; }

        public int Count => Others.Concat(Emails).Sum(slice => slice.Count);
    }
}
