using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>Hourly: tells a group, in one mail, that lines of its contact card are due to be checked. Noted after the mail: cut off in between, it is told once more rather than never.</summary>
public sealed class TellStaleCards(GroupStore groups, CardStore cards, OrganiserNotices notices, Settings settings, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        var today = settings.Day(clock.GetUtcNow());
        foreach (var group in await groups.ListAsync(ct))
        {
            var due = (await cards.ListAsync(group.Id, ct)).Where(entry => entry.Value.NeedsTelling(today)).ToList();
            if (due.Count == 0)
                continue;
            await notices.TellAsync(group, OrganiserNotice.StaleCard, null, ct);
            foreach (var entry in due)
                await NoteAsync(group.Id, entry, today, ct);
        }
    }

    private async Task NoteAsync(GroupId group, Stored<CardEntry> entry, DateOnly today, CancellationToken ct)
    {
        try
        {
            await cards.ReplaceAsync(group, entry, entry.Value with { ToldOn = today }, ct);
        }
        catch (ConflictException)
        {
            // Somebody looks at it right now.
        }
    }
}
