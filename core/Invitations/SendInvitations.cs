using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Invitations;

/// <summary>The organiser presses send: everybody on the meeting's lists who was not asked yet.</summary>
public sealed class SendInvitations(PeopleStore people, MeetingStore meetings, Mailings mailings, IQueues queues, TimeProvider clock)
{
    /// <summary>Design: a batch is at most 100 of one partition; e-mail, that takes a thousand in one call, may bring ten together.</summary>
    public const int BatchSize = 100;
    public const int EmailBatchSize = 1000;

    /// <returns>How many invitations wait to leave, or null when the meeting is over or cancelled.</returns>
    public async Task<Mailing?> HandleAsync(GroupId group, MeetingId meetingId, int? perHour, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var meeting = await meetings.GetAsync(group, meetingId, ct);
        if (!meeting.IsOpen(now))
            return null;

        var languages = new SortedSet<string>(StringComparer.Ordinal);
        var others = new List<Slice>();
        var emails = new List<Slice>();
        foreach (var shard in Shard.All(group))
            await SliceAsync(shard, meetingId, perHour, others, emails, languages, ct);

        var mailing = new Mailing(Base32.Time(now) + Base32.Random(4), meetingId, MailingState.Running, others.Concat(emails).Sum(s => s.Count), perHour, now) { Languages = [.. languages] };
        if (mailing.Queued == 0)
            return mailing;
        await mailings.AddAsync(group, mailing, ct);
        foreach (var job in Jobs(group, mailing, others, emails))
            await queues.SendAsync(new Job("", QueueNames.Invitations, RowJson.WriteText(job), now, job.DueAt), now, ct);
        return mailing;
    }

    private async Task SliceAsync(Shard shard, MeetingId meeting, int? perHour, List<Slice> others, List<Slice> emails, SortedSet<string> languages, CancellationToken ct)
    {
        var most = Math.Clamp((perHour ?? BatchSize) / 4, 1, BatchSize);
        most = perHour is null ? BatchSize : most;
        var open = new Dictionary<bool, List<PersonId>> { [true] = [], [false] = [] };
        await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
        {
            if (invitation.Value is not { Delivery: Delivery.Created, Reply: Reply.None, Source: not People.Source.WalkIn })
                continue;
            open[invitation.Value.Channel is Channel.Email].Add(invitation.Value.Person);
            languages.Add(invitation.Value.Language);
        }

        others.AddRange(open[false].Chunk(most).Select(Slice));
        emails.AddRange(open[true].Chunk(most).Select(Slice));

        Slice Slice(PersonId[] part) => new(shard.Number, part[0], part[^1], part.Length);
    }

    private static IEnumerable<SendInvitationsJob> Jobs(GroupId group, Mailing mailing, List<Slice> others, List<Slice> emails)
    {
        var batches = mailing.PerHour is null
            ? others.Select(slice => new List<Slice> { slice }).Concat(Together(emails))
            : others.Concat(emails).Select(slice => new List<Slice> { slice });
        var dueAt = mailing.At;
        foreach (var batch in batches)
        {
            yield return new SendInvitationsJob(group, mailing.Meeting, mailing.Id, batch, mailing.PerHour is null ? null : dueAt);
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
}

/// <summary>Mailings of a group's meetings.</summary>
public sealed class Mailings(ITables tables)
{
    public Task AddAsync(GroupId group, Mailing mailing, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Upsert(Key(mailing.Meeting, mailing.Id), RowJson.Write(mailing))], ct);

    public async Task<Stored<Mailing>?> FindAsync(GroupId group, MeetingId meeting, string mailing, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Meetings, group.Value, Key(meeting, mailing), ct) is { } row ? RowJson.Read<Mailing>(row) : null;

    public async Task<IReadOnlyList<Mailing>> ListAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var all = new List<Mailing>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, group.Value, Key(meeting, ""), RowKeys.After(Key(meeting, "")), null, ct))
            all.Add(RowJson.Read<Mailing>(row.Json));
        return all;
    }

    /// <summary>Pauses, resumes or cancels; parts that are out already are out.</summary>
    public Task<bool> ChangeAsync(GroupId group, MeetingId meeting, string mailing, MailingState state, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await FindAsync(group, meeting, mailing, ct) is not { } stored || stored.Value.State is MailingState.Cancelled)
            return false;
        await tables.SubmitAsync(
            TableNames.Meetings, group.Value, [Operation.Replace(Key(meeting, mailing), RowJson.Write(stored.Value with { State = state }), stored.ETag)], ct);
        return true;
    });

    private static string Key(MeetingId meeting, string mailing) => $"mailing|{meeting}|{mailing}";
}
