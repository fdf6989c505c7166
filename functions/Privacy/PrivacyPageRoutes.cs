using Outreach.Functions.Web.Residents;
using Outreach.OptOuts;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Privacy;

/// <summary>What we know of the holder of a code, where it came from, and the button that erases it.</summary>
internal static class PrivacyPageRoutes
{
    public static void MapPrivacyPage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Invitation, CodeKind.Welcome, CodeKind.Card));
        pages.MapMethods("/privacy/{code}", ResidentPages.Reading, (Visit visit) => ResidentPages.Show<PrivacyPage>(
            new { View = visit.View with { Path = $"/privacy/{visit.Code}" }, visit.Person, visit.Meeting }));
        pages.MapPost("/privacy/{code}", EraseAsync);
        group.MapMethods("/privacy", ResidentPages.Reading, (HttpContext http) => ResidentPages.Show<PrivacyPage>(new { View = PageView.Of(http) }));
    }

    private static async Task<IResult> EraseAsync(Visit visit, HttpContext http, OptOut optOut, Erase erase, CancellationToken ct)
    {
        // First the stop, whose hash stays: nobody writes to them again by mistake.
        await optOut.HandleAsync(visit.Group.Id, visit.Person!.Id, OptOutSource.Page, null, null, ct);
        await erase.HandleAsync(visit.Group.Id, visit.Person.Id, "asked for on the page", ct);
        return ResidentPages.SeeOther(http, $"/privacy?lang={visit.View.Language.Code}");
    }
}
