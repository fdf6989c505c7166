using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>A channel is blocked until an operator acts: one clear line on the organiser's page.</summary>
/// <param name="At">When the channel was last found blocked; where it works again, the alert ends by itself.</param>
public sealed record Alert(Channel Channel, string Code, string WhatToDo, DateTimeOffset At) : IStored<Alert>
{
    static JsonTypeInfo<Alert> IStored<Alert>.Json => RecordsJson.Default.Alert;
}

/// <summary>What organisers must see at once. One row per channel, however many messages it holds up.</summary>
public sealed class Alerts(ITables tables, TimeProvider clock)
{
    /// <summary>A stopped channel is tried every quarter of an hour: what was not renewed since is over.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(40);

    public Task RaiseAsync(GroupId group, Alert alert, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Groups, Partition(group), [Operation.Upsert(alert.Channel.ToString(), RowJson.Write(alert))], ct);

    public async Task<IReadOnlyList<Alert>> ListAsync(GroupId group, CancellationToken ct)
    {
        var alerts = await tables.ListValuesAsync<Alert>(TableNames.Groups, Partition(group), KeyRange.All, ct);
        return [.. alerts.Where(alert => alert.At + Lasts > clock.GetUtcNow())];
    }

    private static string Partition(GroupId group) => $"alerts|{group}";
}
