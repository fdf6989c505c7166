using Outreach.Functions.Web.Residents;
using Outreach.Records;
using Outreach.Texts;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

internal static class WelcomePageRoutes
{
    private const int MaxNearby = 3;

    public static void MapWelcomePage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Welcome));
        pages.MapMethods("/w/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/w/{code}", AnswerAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, WelcomeStore welcomes, CardStore cards, MeetingStore meetings, CancellationToken ct) =>
        ResidentPages.Show<WelcomePage>(new
        {
            View = Canonical(visit),
            Person = visit.Person,
            Lines = await cards.GoodAsync(visit.Group.Id, visit.Settings.Day(visit.Now), entry => entry.Concerns(visit.Person!.Address), ct),
            Country = visit.Settings.DefaultCountry,
            Nearby = NearbyOf(await meetings.ListAsync(visit.Group.Id, ct), visit),
            Package = (await welcomes.FindAsync(visit.Group.Id, visit.Person!.Id, ct))?.Value,
        });

    private static IReadOnlyList<MeetingFacts> NearbyOf(IReadOnlyList<Meeting> meetings, Visit visit) =>
    [
        .. meetings.Where(meeting => meeting.Audience is Audience.Residents && meeting.CancelledAt is null && meeting.StartsAt > visit.Now)
            .OrderBy(meeting => meeting.StartsAt).Take(MaxNearby).Select(meeting => Compose.Facts(meeting, visit.Settings)),
    ];

    private static async Task<IResult> AnswerAsync(Visit visit, HttpContext http, AnswerWelcome answer, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        if (ReplyOf(form.Answer, visit.View) is { } reply && visit.Person!.StoppedAt is null)
        {
            if (reply.Yes)
                await visit.ConfirmAsync(http, ct);
            await answer.HandleAsync(visit.Group.Id, visit.Person.Id, reply, ct);
        }

        return ResidentPages.SeeOther(http, Canonical(visit).Link($"/w/{visit.Code}"));
    }

    private static WelcomeReply? ReplyOf(string? pressed, PageView view) => pressed switch
    {
        "yes" or "no" => new(WelcomeQuestion.Meet, pressed is "yes", view.Text("welcome.meetYes")),
        "next-yes" or "next-no" => new(WelcomeQuestion.WelcomeTheNext, pressed is "next-yes", view.Text("welcome.nextTitle") + " " + view.Text("welcome.nextYes")),
        _ => null,
    };

    private static PageView Canonical(Visit visit) => visit.View with { Path = $"/w/{visit.Code}" };
}
