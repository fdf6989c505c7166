using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Funnel;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <summary>The one page of the group's work that viewers see.</summary>
internal static class TotalsPages
{
    public static void MapTotalsPages(this RouteGroupBuilder pages) => pages.MapGet("/group/totals", ShowAsync).Admit(Role.Viewer);

    private static async Task<IResult> ShowAsync(OrganiserPage page, ReadTotals read, CancellationToken ct)
    {
        var (own, local) = await read.HandleAsync(page.Group, ct);
        return page.View<TotalsPage>(new { Own = own, Local = local });
    }
}
