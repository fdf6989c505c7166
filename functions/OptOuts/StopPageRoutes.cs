using Outreach.Functions.Web.Residents;
using Outreach.OptOuts;
using Outreach.Records;

namespace Outreach.Functions.OptOuts;

/// <summary>
/// Stop, from the link in every message. Reading the page changes nothing, since mail programs follow links automatically; the POST is the one-click
/// unsubscribe of RFC 8058, answered without a cookie or a redirect.
/// </summary>
internal static class StopPageRoutes
{
    public static void MapStopPage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Invitation, CodeKind.Welcome, CodeKind.Card), new NeverRefused());
        pages.MapMethods("/s/{code}", ResidentPages.Reading, (Visit visit) => Show(visit, visit.Person!.StoppedAt is not null));
        pages.MapPost("/s/{code}", StopAsync);
    }

    private static async Task<IResult> StopAsync(Visit visit, HttpContext http, OptOut optOut, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        await optOut.HandleAsync(visit.Group.Id, visit.Person!.Id, OptOutSource.Page, null, null, ct);
        return form.FromPage ? ResidentPages.SeeOther(http, Canonical(visit).Link($"/s/{visit.Code}")) : Show(visit, stopped: true);
    }

    /// <summary>An address that has tried too many codes reads the same of each of them; with a right one its holder is stopped all the same.</summary>
    public static async Task<IResult> UnseenAsync(HttpContext http, string? typed)
    {
        var isDone = HttpMethods.IsPost(http.Request.Method);
        if (isDone && await Visit.FindAsync(http, typed, http.RequestAborted) is { Row.Kind: CodeKind.Invitation or CodeKind.Welcome or CodeKind.Card } visit)
            await http.RequestServices.GetRequiredService<OptOut>().HandleAsync(visit.Group.Id, visit.Person!.Id, OptOutSource.Page, null, null, http.RequestAborted);
        return ResidentPages.Show<StopUnseenPage>(new { View = PageView.Of(http), IsDone = isDone });
    }

    private static IResult Show(Visit visit, bool stopped) =>
        ResidentPages.Show<StopPage>(new { View = Canonical(visit), Stopped = stopped, Back = Visit.PathOf(visit.Row.Kind, visit.Code) });

    private static PageView Canonical(Visit visit) => visit.View with { Path = $"/s/{visit.Code}" };
}
