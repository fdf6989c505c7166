using Outreach.Records;
using Outreach.Team;

namespace Outreach.Privacy;

/// <summary>Removes questions that were settled long ago.</summary>
public sealed class ForgetInboxItems(Inbox inbox) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var item in (await inbox.ListAsync(run.Group.Id, open: false, ct)).Where(item => run.IsDue(Kept.InboxItems, item.SettledAt ?? item.At)).Take(run.Remaining))
        {
            await inbox.RemoveAsync(run.Group.Id, item, open: false, ct);
            run.Count(Kept.InboxItems);
        }
    }
}

/// <summary>Removes links of hosts that ended.</summary>
public sealed class ForgetHostLinks(HostLinks links) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct)
    {
        foreach (var link in (await links.ListAsync(run.Group.Id, ct)).Where(link => run.IsDue(Kept.HostLinks, link.WithdrawnAt ?? link.ExpiresAt)).Take(run.Remaining))
        {
            await links.RemoveAsync(run.Group.Id, link.Code, ct);
            run.Count(Kept.HostLinks);
        }
    }
}

/// <summary>Removes what was counted by day.</summary>
public sealed class ForgetDayCounts(DayCounts days) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct) =>
        run.Count(Kept.DayCounts, await days.ForgetAsync(run.Group.Id, run.Before(Kept.DayCounts), ct));
}

/// <summary>Removes old lines of the audit.</summary>
public sealed class ForgetAuditLines(Audit audit) : IForgets
{
    public async Task HandleAsync(RetentionRun run, CancellationToken ct) =>
        run.Count(Kept.AuditLines, await audit.ForgetAsync(run.Group.Id, run.Before(Kept.AuditLines), run.Remaining, ct));
}
