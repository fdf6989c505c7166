using System.Globalization;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Records;

namespace Outreach.Functions.Team;

/// <summary>Who did what, when and from where: for owners to read, and to take along as a file.</summary>
internal static class AuditPages
{
    private const int MaxShown = 200;
    private const int DaysShown = 7;

    /// <summary>A date without a year means the last time it was that day.</summary>
    private const int MaxDaysBack = 364;

    public static void MapAuditPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/audit", ShowAsync).Admit(Role.Owner);
        pages.MapGet("/group/audit/export", ExportAsync).Admit(Role.Owner).Audited(AuditKind.Exported);
    }

    private static async Task<IResult> ShowAsync(string? from, string? until, OrganiserPage page, Audit audit, MeetingStore meetings, CancellationToken ct)
    {
        var days = DaysOf(from, until, page);
        var titles = (await meetings.ListAsync(page.Group.Id, ct)).ToDictionary(meeting => meeting.Id.Value, meeting => meeting.Title);
        var (last, isCut) = (new Queue<AuditLine>(MaxShown), false);
        await foreach (var line in ReadAsync(days, page, audit, ct))
        {
            isCut = last.Count == MaxShown;
            if (isCut)
                last.Dequeue();
            last.Enqueue(line);
        }

        return page.View<AuditPage>(new { days.From, days.Until, Lines = (IReadOnlyList<AuditLine>)[.. last.Reverse()], Titles = titles, Unread = days.Unread, IsCut = isCut });
    }

    private static async Task<IResult> ExportAsync(string? from, string? until, OrganiserPage page, Audit audit, CancellationToken ct)
    {
        var days = DaysOf(from, until, page);
        var rows = new List<IReadOnlyList<string>> { (string[])[page["audit.when"], page["audit.who"], page["audit.did"], page["audit.what"], page["audit.from"]] };
        await foreach (var line in ReadAsync(days, page, audit, ct))
        {
            var at = page.Settings.Local(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            rows.Add((string[])[at, line.By ?? "", page.Word("auditKind", line.Kind), line.What, line.From ?? ""]);
        }

        return Results.Bytes(SheetFile.Csv(rows), "text/csv; charset=utf-8", $"audit-{days.From:yyyy-MM-dd}-{days.Until:yyyy-MM-dd}.csv");
    }

    private static IAsyncEnumerable<AuditLine> ReadAsync(Days days, OrganiserPage page, Audit audit, CancellationToken ct) =>
        audit.ReadAsync(page.Group.Id, page.Settings.Midnight(days.From), page.Settings.Midnight(days.Until.AddDays(1)), ct);

    private static Days DaysOf(string? from, string? until, OrganiserPage page)
    {
        var last = DayOf(until) ?? page.Settings.Day(page.Now);
        IReadOnlyList<string> unread = [.. new[] { from, until }.OfType<string>().Where(text => text.Trim().Length > 0 && DayOf(text) is null)];
        return new Days(DayOf(from) ?? last.AddDays(-DaysShown), last, unread);

        DateOnly? DayOf(string? text) => page.WrittenDay(text, MaxDaysBack) is { Year: > 2000 and < 3000 } day ? day : null;
    }

    /// <param name="Unread">What was typed as a day and cannot be read as one.</param>
    private sealed record Days(DateOnly From, DateOnly Until, IReadOnlyList<string> Unread);
}
