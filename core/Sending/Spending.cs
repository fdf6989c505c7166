using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>
/// What a group sends in a day, and the most it may: beyond that messages wait until an owner lets them go, or for the next day. It is counted before it leaves;
/// a run that is interrupted in between has counted too much rather than too little.
/// </summary>
public sealed class Spending(DayCounts days, GroupStore groups, LimitAlarms alarms, Settings settings, TimeProvider clock)
{
    /// <summary>What an owner may choose from.</summary>
    public const int Min = 10;
    public const int Max = 200_000;

    /// <summary>How long to wait before checking whether an owner has raised the limit.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(15);

    private readonly SendingHours _hours = new(settings.Zone);

    /// <summary>When what is held now is looked at again. Nobody is woken by what waited for an owner.</summary>
    public DateTimeOffset HeldUntil => _hours.NextOpening(clock.GetUtcNow() + HeldFor);

    public int LimitOf(Group group) => group.MessagesPerDay ?? settings.MessagesPerDay;

    public async Task<SpendingDay> TodayAsync(GroupId group, CancellationToken ct) => await days.TodayAsync<SpendingDay>(DayCounts.Spending, group, ct) ?? SpendingDay.None;

    /// <param name="items">Put into words.</param>
    /// <returns>Those that may leave, and are counted.</returns>
    public async Task<IReadOnlyList<Outgoing>> TakeAsync(Group group, IReadOnlyList<Outgoing> items, CancellationToken ct)
    {
        if (items.Count == 0)
            return items;
        IReadOnlyList<Outgoing> mayLeave = [];
        await CountAsync(group.Id, day =>
        {
            (var after, mayLeave) = day.Take(items, LimitOf(group), clock.GetUtcNow());
            return after;
        }, ct);
        if (mayLeave.Count < items.Count)
            await alarms.RaiseAsync(group.Id, AbuseLimit.Spending, ct);
        return mayLeave;
    }

    /// <summary>These did not leave, whatever was thought.</summary>
    public Task GiveBackAsync(Group group, IReadOnlyList<Outgoing> items, CancellationToken ct) =>
        items.Count == 0 ? Task.CompletedTask : CountAsync(group.Id, day => day.Without(items.Select(item => item.Message)), ct);

    /// <summary>A whole part of a mailing waits as one while there is room for nothing.</summary>
    public async Task<bool> IsFullAsync(GroupId id, CancellationToken ct)
    {
        var (today, most) = (await TodayAsync(id, ct), LimitOf(await groups.GetAsync(id, ct)));
        if (today.Messages < most + today.Extra)
            return false;
        if (today.HeldAt is null)
            await ChangeAsync(id, day => day.Messages < most + day.Extra ? day : day with { HeldAt = day.HeldAt ?? clock.GetUtcNow() }, ct);
        await alarms.RaiseAsync(id, AbuseLimit.Spending, ct);
        return true;
    }

    /// <summary>An owner raises today's limit by the number of any other day.</summary>
    public async Task GoOnAsync(GroupId id, CancellationToken ct)
    {
        var most = LimitOf(await groups.GetAsync(id, ct));
        await ChangeAsync(id, day => day with { Extra = day.Extra + most, HeldAt = null }, ct);
    }

    /// <returns>False outside the bounds; then nothing was changed.</returns>
    public async Task<bool> ChangeLimitAsync(GroupId id, int most, CancellationToken ct)
    {
        if (most is < Min or > Max)
            return false;
        await Retry.OnConflictAsync(async () =>
        {
            var stored = await groups.FindAsync(id, ct) ?? throw new InvalidOperationException($"There is no group {id}.");
            await groups.ChangeAsync(stored, stored.Value with { MessagesPerDay = most }, ct);
        });
        await ChangeAsync(id, day => day.Messages < most + day.Extra ? day with { HeldAt = null } : day, ct);
        return true;
    }

    private async Task CountAsync(GroupId group, Func<SpendingDay, SpendingDay> change, CancellationToken ct)
    {
        var (before, after) = (SpendingDay.None, SpendingDay.None);
        await ChangeAsync(group, day => after = change(before = day), ct);
        Measures.Spent(Channel.Sms, after.SmsParts - before.SmsParts);
        Measures.Spent(Channel.Email, after.Emails - before.Emails);
    }

    private Task ChangeAsync(GroupId group, Func<SpendingDay, SpendingDay> change, CancellationToken ct)
    {
        return days.ChangeAsync<SpendingDay>(DayCounts.Spending, group, Changed, ct);

        SpendingDay? Changed(SpendingDay? day)
        {
            var before = day ?? SpendingDay.None;
            var after = change(before);
            return after == before ? null : after;
        }
    }
}
