using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Limits against abuse. The words of each, for owners, are in the organisers' language files under its name.</summary>
[JsonConverter(typeof(EnumWordConverter<AbuseLimit>))]
public enum AbuseLimit
{
    /// <summary>Messages of a group on a day.</summary>
    Spending,

    /// <summary>Forms of flyers.</summary>
    SignUp,
    WalkIn,
    Welcome,
    Nomination,
    PassOn,

    /// <summary>Numbers that were given at the doors of a street.</summary>
    Door,

    /// <summary>Numbers on forms that follow one another.</summary>
    NumberRange,

    /// <summary>Codes of residents and hosts that open nothing.</summary>
    Codes,

    /// <summary>Keys that open nothing.</summary>
    Keys,

    /// <summary>Tries to sign in from one address.</summary>
    SignIn,

    /// <summary>Mails with a link to sign in, or that say who belongs to a group.</summary>
    SignInMail,
}

/// <summary>
/// Tells the owners of a group by e-mail that a limit was reached: each limit once a day, however often. The mail leaves through the outbox like every message.
/// </summary>
public sealed class LimitAlarms(GroupStore groups, PeopleStore people, ITables tables, DayCounts days, TimeProvider clock)
{
    /// <summary>The day on which a limit was last reported, so that repeated hits do not read the store.</summary>
    private readonly ConcurrentDictionary<(GroupId Group, AbuseLimit Limit), DateOnly> _told = new();

    public async Task RaiseAsync(GroupId group, AbuseLimit limit, CancellationToken ct)
    {
        var today = days.Today;
        if (_told.TryGetValue((group, limit), out var told) && told == today)
            return;
        await Retry.OnConflictAsync(() => SaveAsync(group, limit, ct));
        _told[(group, limit)] = today;
        Measures.Reached(limit);
    }

    /// <summary>Tells those who look after the installation of a limit that is the same for all groups.</summary>
    public Task RaiseAsync(AbuseLimit limit, CancellationToken ct) => RaiseAsync(GroupId.Default, limit, ct);

    private async Task SaveAsync(GroupId id, AbuseLimit limit, CancellationToken ct)
    {
        if ((await groups.FindAsync(id, ct))?.Value is not { } group || !group.Owners.Any())
            return;
        var (now, changes) = (clock.GetUtcNow(), new Changes(new Shard(id, 0)));
        var last = await tables.GetAsync(TableNames.People, changes.Shard.Partition, RowKeys.LimitNotice(limit), ct);
        if (last is not null && days.Of(RowJson.Read<NoticeSent>(last.Json).At) == days.Today)
            return;
        changes.NoteNotice(RowKeys.LimitNotice(limit), last, now);
        changes.Enqueue(SendMessageJob.For(id, new NoticeJob(OrganiserNotice.Limit, null, now) { Limit = limit }, now));
        await people.SaveAsync(changes, ct);
    }
}
