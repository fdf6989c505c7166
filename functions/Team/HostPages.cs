using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary>Where organisers make links for hosts, and withdraw them; and where such a link leads.</summary>
internal static class HostPages
{
    public static void MapHostPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/hosts", ShowAsync);
        pages.MapPost("/group/hosts", MakeAsync);
        pages.MapPost("/group/hosts/{code}/withdraw", WithdrawAsync);
        pages.MapGet("/host", HomeAsync).AdmitOnlyHosts();
    }

    private static Task<IResult> ShowAsync(string? meeting, OrganiserPage page, MeetingStore meetings, HostLinks links, CancellationToken ct) =>
        ViewAsync(page, meetings, links, meeting is null ? FormState.Empty : new FormState(new Dictionary<string, string> { ["meetings"] = meeting }), ct);

    private static async Task<IResult> ViewAsync(OrganiserPage page, MeetingStore meetings, HostLinks links, FormState state, CancellationToken ct) => page.View<HostsPage>(
        new
        {
            Meetings = await meetings.ListAsync(page.Group.Id, ct),
            Links = (IReadOnlyList<HostLink>)[.. (await links.ListAsync(page.Group.Id, ct)).OrderByDescending(link => link.IsGood(page.Now)).ThenByDescending(link => link.MadeAt)],
        },
        state);

    private static async Task<IResult> MakeAsync(OrganiserPage page, HttpContext http, MeetingStore meetings, HostLinks links, MakeHostLink make, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var named = http.Request.Form["meetings"].Select(id => MeetingId.TryParse(id, out var meeting) ? meeting : default).ToHashSet();
        var lastDay = page.WrittenDay(state["lastDay"]);
        if (state.Has("lastDay") && lastDay is null)
            return await ViewAsync(page, meetings, links, state.WithError("lastDay", page["meeting.dayUnclear"]), ct);
        var (_, problem) = await make.HandleAsync(page.Group.Id, new HostLinkDraft(state["name"], named, lastDay), page.Now, ct);
        return problem switch
        {
            null => Results.LocalRedirect("/group/hosts?done=host-made"),
            HostLinkProblem.Name => await ViewAsync(page, meetings, links, state.WithError("name", page["host.wrong.name"]), ct),
            HostLinkProblem.Meetings => await ViewAsync(page, meetings, links, state.WithError("meetings", page["host.wrong.meetings"]), ct),
            _ => await ViewAsync(page, meetings, links, state.WithError("lastDay", page["host.wrong.expiry"]), ct),
        };
    }

    private static async Task<IResult> WithdrawAsync(string code, OrganiserPage page, HostLinks links, CancellationToken ct) =>
        Code.TryParse(code, out var named) && await links.WithdrawAsync(page.Group.Id, named, page.Now, ct)
            ? Results.LocalRedirect("/group/hosts?done=host-withdrawn")
            : page.NotFound();

    private static async Task<IResult> HomeAsync(OrganiserPage page, MeetingStore meetings, CancellationToken ct) =>
        page.View<HostHomePage>(new { Meetings = await OfAsync(page.Who!.Host!, page.Group.Id, meetings, ct) });

    public static async Task<IReadOnlyList<Meeting>> OfAsync(HostLink link, GroupId group, MeetingStore meetings, CancellationToken ct) =>
        [.. (await meetings.ListAsync(group, ct)).Where(meeting => link.Meetings.Contains(meeting.Id)).OrderBy(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Title, StringComparer.OrdinalIgnoreCase)];
}
