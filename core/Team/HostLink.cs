using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Team;

/// <summary>Lets whoever has it check people in at named meetings, until it expires or is withdrawn; also several people at one door.</summary>
public sealed record HostLink : IStored<HostLink>
{
    static JsonTypeInfo<HostLink> IStored<HostLink>.Json => TeamJson.Default.HostLink;

    public required Code Code { get; init; }

    /// <summary>Whom it was made for, as organisers call them.</summary>
    public required string Name { get; init => field = OneLine.Of(value); }

    public IReadOnlyList<MeetingId> Meetings { get => field ?? []; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>No last day was chosen: it ends the day after the last of its meetings, wherever that moves.</summary>
    public bool FollowsMeetings { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public bool IsGood(DateTimeOffset now) => WithdrawnAt is null && now < ExpiresAt;

    /// <param name="held">At least one.</param>
    public static DateTimeOffset EndAfter(IEnumerable<Meeting> held, Settings settings) => settings.Midnight(settings.Day(held.Max(meeting => meeting.EndsAt)).AddDays(2));

    /// <summary>As its meetings are now. One that was called off or removed keeps it open no longer; without any it stays as it was made.</summary>
    public HostLink Follow(IEnumerable<Meeting> meetings, Settings settings)
    {
        var held = meetings.Where(meeting => FollowsMeetings && Meetings.Contains(meeting.Id) && meeting.CancelledAt is null).ToList();
        return held.Count == 0 ? this : this with { ExpiresAt = EndAfter(held, settings) };
    }
}

/// <summary>Host links lie beside the meetings of their group; their codes share the table with those of residents.</summary>
public sealed class HostLinks(ITables tables, MeetingStore meetings, Codes codes, Settings settings)
{
    public async Task<IReadOnlyList<HostLink>> ListAsync(GroupId group, CancellationToken ct)
    {
        var links = await tables.ListValuesAsync<HostLink>(TableNames.Meetings, group.Value, MeetingKeys.HostLinks, ct);
        var all = links.Exists(link => link.FollowsMeetings) ? await meetings.ListAsync(group, ct) : [];
        return [.. links.Select(link => link.Follow(all, settings))];
    }

    /// <returns>Null when the code is not that of a host of any group.</returns>
    public async Task<(GroupId Group, HostLink Link)?> FindAsync(Code code, CancellationToken ct) =>
        await codes.FindAsync(code, ct) is { Value: { Kind: CodeKind.Host } row } && await FindAsync(row.Group, code, ct) is { } link ? (row.Group, link.Value) : null;

    public async Task<Stored<HostLink>?> FindAsync(GroupId group, Code code, CancellationToken ct)
    {
        if (await tables.GetAsync(TableNames.Meetings, group.Value, MeetingKeys.HostLink(code), ct) is not { } row)
            return null;
        var stored = RowJson.Read<HostLink>(row);
        var named = new List<Meeting>();
        foreach (var meeting in stored.Value.FollowsMeetings ? stored.Value.Meetings : [])
        {
            if (await meetings.FindAsync(group, meeting, ct) is { } found)
                named.Add(found.Value);
        }

        return stored with { Value = stored.Value.Follow(named, settings) };
    }

    public Task AddAsync(GroupId group, HostLink link, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(MeetingKeys.HostLink(link.Code), RowJson.Write(link))], ct);

    /// <returns>False when the group has no such link.</returns>
    public Task<bool> WithdrawAsync(GroupId group, Code code, DateTimeOffset now, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await FindAsync(group, code, ct) is not { } found)
            return false;
        if (found.Value.WithdrawnAt is null)
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Replace(MeetingKeys.HostLink(code), RowJson.Write(found.Value with { WithdrawnAt = now }), found.ETag)], ct);
        return true;
    });

    public async Task RemoveAsync(GroupId group, Code code, CancellationToken ct)
    {
        await codes.RemoveAsync(code, ct);
        if (await FindAsync(group, code, ct) is { } found)
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(MeetingKeys.HostLink(code), found.ETag)], ct);
    }
}
