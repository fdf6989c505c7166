using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

internal static class FunnelPages
{
    private const string FromField = "from";

    public static void MapFunnelPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/", TodayAsync);
        pages.MapGet("/meetings/{id}/tree", TreeAsync);
    }

    private static async Task<IResult> TodayAsync(OrganiserPage page, ReadToday today, MeetingStore meetings, CancellationToken ct)
    {
        var tasks = await today.HandleAsync(page.Group.Id, page.Now, ct);
        return page.View<TodayPage>(new { Tasks = tasks, HasNoMeeting = (await meetings.ListAsync(page.Group.Id, ct)).Count == 0 });
    }

    private static async Task<IResult> TreeAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ReadSnowball read, ReadCircles circles, CancellationToken ct)
    {
        var people = await read.HandleAsync(at.Group, at.Meeting, ct);
        var chains = Chains.Of(people);
        var query = TableQuery.Of(http, FromField);
        var from = PersonId.TryParse(query[FromField], out var person) ? chains.From(person) : null;
        var pages = chains.Pages();
        var paging = from is null ? Paging.Of(query, pages.Count, 1) : Paging.None;
        return page.View<TreePage>(new
        {
            at.Meeting,
            Shown = from is not null ? [from] : pages.Count == 0 ? (IReadOnlyList<Branch>)[] : pages[paging.Number!.Value - 1],
            From = from?.Person,
            Alone = chains.Alone,
            Paging = paging,
            Carriers = Carriers.Of(people, at.Meeting.Quota),
            Reach = Reach.Of(people),
            Circles = await circles.HandleAsync(at.Group, at.Meeting, ct),
        });
    }
}
