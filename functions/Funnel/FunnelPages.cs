using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Funnel;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

internal static class FunnelPages
{
    public static void MapFunnelPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/", TodayAsync);
        pages.MapGet("/meetings/{id}/tree", TreeAsync);
    }

    private static async Task<IResult> TodayAsync(OrganiserPage page, ReadToday today, MeetingStore meetings, CancellationToken ct)
    {
        var tasks = await today.HandleAsync(page.Group.Id, page.Settings.Day(page.Now), page.Now, ct);
        return page.View<TodayPage>(new { Tasks = tasks, HasNoMeeting = (await meetings.ListAsync(page.Group.Id, ct)).Count == 0 });
    }

    private static async Task<IResult> TreeAsync(string id, OrganiserPage page, MeetingStore meetings, ReadTree read, CancellationToken ct) =>
        await meetings.FindAsync(page, id, ct) is { } meeting
            ? page.View<TreePage>(new { Meeting = meeting, Chains = Chains.Of(await read.HandleAsync(page.Group.Id, meeting.Id, ct)) })
            : page.NotFound();
}
