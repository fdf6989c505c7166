using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.Residents;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary>Somebody came with the code of a host. Wrong codes count as those of residents do.</summary>
/// <param name="Link">Null when the code opens nothing, or no longer.</param>
/// <param name="IsTooMany">From this address too many wrong codes were tried.</param>
internal sealed record HostVisit(HostLink? Link, Group? Group, bool IsTooMany)
{
    public static async ValueTask<HostVisit> BindAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (limits, typed) = (services.GetRequiredService<PageLimits>(), context.Request.RouteValues["code"] as string);
        if (!await limits.AllowsCodeAsync(context, typed))
            return new HostVisit(null, null, true);
        if (!Code.TryParse(typed, out var code) || await services.GetRequiredService<HostLinks>().FindAsync(code, ct) is not var (group, link))
        {
            limits.CountMiss(context, typed);
            return new HostVisit(null, null, false);
        }

        limits.CountHit(context, typed);
        return link.IsGood(services.GetRequiredService<TimeProvider>().GetUtcNow())
            ? new HostVisit(link, await services.GetRequiredService<GroupStore>().GetAsync(group, ct), false)
            : new HostVisit(null, null, false);
    }

    public IResult Refuse(OrganiserPage page) => IsTooMany
        ? page.Notice("notice.tooMany", "notice.tooManyWhy", StatusCodes.Status429TooManyRequests)
        : page.Notice("host.gone", "host.goneWhy", StatusCodes.Status404NotFound);
}
