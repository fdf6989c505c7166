using System.Text.Json;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>How many mails about signing in anybody can make us send: to one mailbox, and for one group. Counted under the hash of what they are about.</summary>
internal sealed class SignInMails(ITables tables, LimitAlarms alarms, TimeProvider clock)
{
    private const string Asked = "signin-asked";

    /// <returns>False when there were too many; the owners of the group are told.</returns>
    /// <param name="most">Maximum per window; windows are aligned to UTC.</param>
    public async Task<bool> TakeAsync(GroupId group, string what, int most, TimeSpan window, CancellationToken ct)
    {
        if (await Retry.OnConflictAsync(() => TakeAsync(what, most, window, ct)))
            return true;
        await alarms.RaiseAsync(group, AbuseLimit.SignInMail, ct);
        return false;
    }

    /// <summary>Those of an hour or a day that is over.</summary>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        var count = 0;
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Asked, KeyRange.All, null, ct))
        {
            if (JsonSerializer.Deserialize<AskedRow>(row.Json.Span)!.At > before)
                continue;
            await tables.SubmitAsync(TableNames.Keys, Asked, [Operation.Delete(row.Key, Operation.AnyETag)], ct);
            count++;
        }

        return count;
    }

    private async Task<bool> TakeAsync(string what, int most, TimeSpan window, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (key, start) = (TextHash.Of(what), new DateTimeOffset(now.UtcTicks - (now.UtcTicks % window.Ticks), TimeSpan.Zero));
        var stored = await tables.GetAsync(TableNames.Keys, Asked, key, ct);
        var before = stored is null ? null : JsonSerializer.Deserialize<AskedRow>(stored.Json.Span);
        var after = before?.At == start ? before with { Times = before.Times + 1 } : new AskedRow(start, 1);
        if (after.Times > most)
            return false;
        var json = JsonSerializer.SerializeToUtf8Bytes(after);
        await tables.SubmitAsync(TableNames.Keys, Asked, [stored is null ? Operation.Insert(key, json) : Operation.Replace(key, json, stored.ETag)], ct);
        return true;
    }

    private sealed record AskedRow(DateTimeOffset At, int Times);
}
