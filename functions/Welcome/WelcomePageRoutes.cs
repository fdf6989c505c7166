using Outreach.Functions.Web;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class WelcomePageRoutes
{
    public static void MapWelcomePage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Welcome));
        pages.MapMethods("/w/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/w/{code}", AnswerAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, WelcomeStore welcomes, CardStore cards, CancellationToken ct) =>
        ResidentPages.Show<WelcomePage>(new
        {
            View = Canonical(visit),
            Person = visit.Person,
            Lines = (IReadOnlyList<CardEntry>)[.. (await cards.ListAsync(visit.Group.Id, ct)).Select(entry => entry.Value).Where(entry => entry.Concerns(visit.Person!.Address))],
            WantsToMeet = (await welcomes.FindAsync(visit.Group.Id, visit.Person!.Id, ct))?.Value.WantsToMeet,
        });

    private static async Task<IResult> AnswerAsync(Visit visit, HttpContext http, AnswerWelcome answer, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        if (form.Answer is "yes")
            await visit.ConfirmAsync(http, ct);
        if (visit.Person!.StoppedAt is null && form.Answer is "yes" or "no")
            await answer.HandleAsync(visit.Group.Id, visit.Person.Id, form.Answer is "yes", visit.View.Text("welcome.meetYes"), ct);
        return ResidentPages.SeeOther(http, Canonical(visit).Link($"/w/{visit.Code}"));
    }

    private static PageView Canonical(Visit visit) => visit.View with { Path = $"/w/{visit.Code}" };
}
