using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Team;

public enum HostLinkProblem
{
    /// <summary>None, or longer than <see cref="MakeHostLink.MaxNameLength"/> characters.</summary>
    Name,

    /// <summary>None, too many, or one that is not planned or is over.</summary>
    Meetings,

    /// <summary>Not between now and <see cref="MakeHostLink.MaxLife"/> from now.</summary>
    Expiry,
}

/// <param name="LastDay">The last day on which it works; null: the day after the last of the meetings.</param>
public sealed record HostLinkDraft(string? Name, IReadOnlyCollection<MeetingId> Meetings, DateOnly? LastDay);

/// <summary>Makes a link for a host. It opens nothing until it is stored, and nothing but its meetings after.</summary>
public sealed class MakeHostLink(MeetingStore meetings, HostLinks links, Codes codes, Settings settings)
{
    public const int MaxNameLength = 60;
    public const int MaxMeetings = 20;
    public static readonly TimeSpan MaxLife = TimeSpan.FromDays(60);

    /// <summary>How long an ended link is still shown.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(30);

    public async Task<(HostLink? Link, HostLinkProblem? Problem)> HandleAsync(GroupId group, HostLinkDraft draft, DateTimeOffset now, CancellationToken ct)
    {
        var named = (await meetings.ListAsync(group, ct)).Where(meeting => draft.Meetings.Contains(meeting.Id) && meeting.IsOpen(now)).ToList();
        var (expiresAt, problem) = Decide(draft, named, settings, now);
        if (problem is not null)
            return (null, problem);
        await ForgetOldAsync(group, now, ct);
        var code = await codes.DrawAsync(new CodeRow(group, CodeKind.Host, null, null), ct);
        var link = new HostLink { Code = code, Name = draft.Name!.Trim(), Meetings = [.. named.Select(meeting => meeting.Id)], ExpiresAt = expiresAt, FollowsMeetings = draft.LastDay is null, MadeAt = now };
        await links.AddAsync(group, link, ct);
        return (link, null);
    }

    internal static (DateTimeOffset ExpiresAt, HostLinkProblem? Problem) Decide(HostLinkDraft draft, IReadOnlyCollection<Meeting> named, Settings settings, DateTimeOffset now)
    {
        if (draft.Name?.Trim() is not { Length: > 0 and <= MaxNameLength })
            return (default, HostLinkProblem.Name);
        if (named.Count is 0 or > MaxMeetings || named.Count != draft.Meetings.Distinct().Count())
            return (default, HostLinkProblem.Meetings);
        var expiresAt = draft.LastDay is { } lastDay ? settings.Midnight(lastDay.AddDays(1)) : HostLink.EndAfter(named, settings);
        return (expiresAt, expiresAt <= now || (draft.LastDay is not null && expiresAt > now + MaxLife) ? HostLinkProblem.Expiry : null);
    }
    private async Task ForgetOldAsync(GroupId group, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var old in (await links.ListAsync(group, ct)).Where(link => (link.WithdrawnAt ?? link.ExpiresAt) + ShownFor < now))
            await links.RemoveAsync(group, old.Code, ct);
    }
}
