using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Funnel;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

internal static class FunnelPages
{
    public static void MapFunnelPages(this RouteGroupBuilder pages) => pages.MapGet("/meetings/{id}/tree", TreeAsync);

    private static async Task<IResult> TreeAsync(string id, OrganiserPage page, MeetingStore meetings, ReadTree read, CancellationToken ct) =>
        await meetings.FindAsync(page, id, ct) is { } meeting
            ? page.View<TreePage>(new { Meeting = meeting, Chains = Chains.Of(await read.HandleAsync(page.Group.Id, meeting.Id, ct)) })
            : page.NotFound();
}
