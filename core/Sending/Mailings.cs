using System.Globalization;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

/// <summary>
/// Mailings of a group's meetings, and the parts of them that have not left. A part is the job that is in the queue: its row is there before the job is
/// queued, and goes when the job is done.
/// </summary>
public sealed class Mailings(ITables tables)
{
    /// <summary>The mailing itself comes last: parts without it are nothing.</summary>
    /// <exception cref="ConflictException">Somebody else has pressed meanwhile, and their mailing has this id.</exception>
    public async Task AddAsync(GroupId group, Mailing mailing, IEnumerable<SendInvitationsJob> parts, CancellationToken ct)
    {
        var rows = parts.Select(part => Operation.Upsert(KeyOf(part), RowJson.Write(part))).Append(Operation.Insert(Key(mailing.Meeting, mailing.Id), RowJson.Write(mailing)));
        foreach (var submit in rows.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(TableNames.Meetings, group.Value, submit, ct);
    }

    /// <summary>The id of the next mailing; of two presses at once, the second finds it taken.</summary>
    public static string NextId(IReadOnlyCollection<Mailing> known) => (known.Count + 1).ToString("D4", CultureInfo.InvariantCulture);

    public async Task<Stored<Mailing>?> FindAsync(GroupId group, MeetingId meeting, string mailing, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Meetings, group.Value, Key(meeting, mailing), ct) is { } row ? RowJson.Read<Mailing>(row) : null;

    public async Task<IReadOnlyList<Mailing>> ListAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var all = await ReadAsync<Mailing>(group, MeetingKeys.Mailings(meeting), ct);
        return [.. all.OrderBy(mailing => mailing.At)];
    }

    /// <summary>What has still to leave of mailings that were not cancelled.</summary>
    public async Task<Pending> PendingAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var parts = await ReadAsync<SendInvitationsJob>(group, MeetingKeys.Parts(meeting), ct);
        var mailings = parts.Count == 0 ? [] : await ListAsync(group, meeting, ct);
        return new Pending([.. parts.Join(mailings.Where(mailing => mailing.State is not MailingState.Cancelled), part => part.Mailing, mailing => mailing.Id, (part, mailing) => (part, mailing.At))]);
    }

    /// <summary>A part has left, or never will.</summary>
    public async Task FinishAsync(SendInvitationsJob part, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Meetings, part.Group.Value, [Operation.Delete(KeyOf(part), Operation.AnyETag)], ct);
        }
        catch (ConflictException)
        {
            // An earlier run of the job has.
        }
    }

    /// <summary>Parts of a mailing that is spread leave at its pace, also those that fell due while it was paused, or the machine off.</summary>
    /// <returns>The part's turn where another has this one; null when it may leave now.</returns>
    public Task<DateTimeOffset?> TakeTurnAsync(SendInvitationsJob part, DateTimeOffset now, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (part.Mailing is null || await FindAsync(part.Group, part.Meeting, part.Mailing, ct) is not { Value: { PerHour: { } perHour } mailing } stored)
            return null;
        // Queued twice, and the other has left: it needs no turn.
        if (await tables.GetAsync(TableNames.Meetings, part.Group.Value, KeyOf(part), ct) is null)
            return null;
        if (mailing.NextAt > now)
            return mailing.NextAt;
        var share = TimeSpan.FromHours((double)part.Slices.Sum(slice => slice.Count) / perHour);
        // A part that is picked up a little late does not delay all that follow.
        var from = part.DueAt is { } due && now - due < share ? due : now;
        await tables.SubmitAsync(
            TableNames.Meetings, part.Group.Value, [Operation.Replace(Key(part.Meeting, mailing.Id), RowJson.Write(mailing with { NextAt = from + share }), stored.ETag)], ct);
        return (DateTimeOffset?)null;
    });

    /// <summary>Pauses, resumes or cancels; parts that are out already are out.</summary>
    public Task<bool> ChangeAsync(GroupId group, MeetingId meeting, string mailing, MailingState state, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await FindAsync(group, meeting, mailing, ct) is not { } stored || stored.Value.State is MailingState.Cancelled)
            return false;
        await tables.SubmitAsync(
            TableNames.Meetings, group.Value, [Operation.Replace(Key(meeting, mailing), RowJson.Write(stored.Value with { State = state }), stored.ETag)], ct);
        return true;
    });

    private async Task<List<T>> ReadAsync<T>(GroupId group, string prefix, CancellationToken ct)
        where T : IStored<T> =>
        await tables.ListValuesAsync<T>(TableNames.Meetings, group.Value, KeyRange.StartingWith(prefix), ct);

    private static string Key(MeetingId meeting, string mailing) => MeetingKeys.Mailings(meeting) + mailing;

    private static string KeyOf(SendInvitationsJob part) => $"{MeetingKeys.Parts(part.Meeting)}{part.Mailing}|{part.Slices[0].From}";
}

/// <summary>Parts of mailings that have not left, each with the moment when send was pressed.</summary>
public sealed class Pending(IReadOnlyList<(SendInvitationsJob Part, DateTimeOffset RequestedAt)> parts)
{
    public static readonly Pending None = new([]);

    private readonly ILookup<int, (Slice Slice, DateTimeOffset RequestedAt)> _slices =
        parts.SelectMany(part => part.Part.Slices.Select(slice => (slice, part.RequestedAt))).ToLookup(part => part.slice.Shard);

    public IEnumerable<SendInvitationsJob> Parts => parts.Select(part => part.Part);

    /// <summary>Whether it goes out automatically.</summary>
    public bool Takes(Invitation invitation) => _slices[invitation.Person.Shard].Any(part => part.Slice.Takes(invitation, part.RequestedAt));
}
