using Outreach.Functions.Web.Residents;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Texts;

namespace Outreach.Functions.Nominations;

/// <summary>A passed-on invitation and a flyer: somebody whom we do not know yet makes themselves known.</summary>
internal static class PassOnPageRoutes
{
    public static void MapPassOnPage(this RouteGroupBuilder group)
    {
        var passedOn = group.MapGroup("").WithMetadata(new Opens(CodeKind.PassOn));
        passedOn.MapMethods("/p/{code}", ResidentPages.Reading, ShowAsync);
        passedOn.MapPost("/p/{code}", JoinAsync);
        var flyer = group.MapGroup("").WithMetadata(new Opens(CodeKind.Flyer));
        flyer.MapMethods("/k/{code}", ResidentPages.Reading, ShowAsync);
        flyer.MapPost("/k/{code}", JoinAsync);
    }

    private static Task<IResult> ShowAsync(Visit visit, HttpContext http, MeetingStore meetings, CancellationToken ct) =>
        PageAsync(visit, ResidentForm.Empty with { FromPage = http.Request.Query.ContainsKey("done") }, meetings, ct);

    private static async Task<IResult> PageAsync(Visit visit, ResidentForm form, MeetingStore meetings, CancellationToken ct)
    {
        var target = Snowball.Target(visit.Meeting!, await meetings.ListAsync(visit.Group.Id, ct), visit.Now);
        return ResidentPages.Show<PassOnPage>(
            new
            {
                View = Canonical(visit),
                IsFlyer = visit.Row.Kind is CodeKind.Flyer,
                Nominator = visit.Person?.Name,
                Meeting = Compose.Facts(target ?? visit.Meeting!, visit.Settings),
                Texting = visit.Row.Kind is CodeKind.Flyer ? visit.Settings.SmsNumber : null,
                visit.Code,
                IsClosed = target is null,
                IsUsed = visit.Row is { Kind: CodeKind.PassOn, UsedBy: not null },
                Form = form,
            },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> JoinAsync(Visit visit, HttpContext http, AnswerPassedOn answer, SignUpLimits limits, MeetingStore meetings, CancellationToken ct)
    {
        var form = (await ResidentForm.ReadAsync(http.Request)).CheckPerson(visit.Settings.Countries, "form.errors.unreachable", out var newcomer).CheckParty();
        if (!form.Agreed)
            form = form.With("agreed", "form.errors.agree");
        if (form.Errors.Count > 0)
            return await PageAsync(visit, form, meetings, ct);

        if (!await MayJoinAsync(visit, newcomer, http, limits, ct))
            return ResidentPages.TooMany(http);
        newcomer = newcomer with { Language = newcomer.Language ?? visit.View.Language.Code };
        var outcome = await answer.HandleAsync(visit.Code, newcomer, Reply.Yes, form.Party, ct);
        // Whether a number once said stop, or is another's, is nobody's business: the page says the same, and nothing is sent.
        return outcome is PassedOnOutcome.SignedUp or PassedOnOutcome.Stopped or PassedOnOutcome.OthersNumber
            ? ResidentPages.SeeOther(http, Canonical(visit).Link(Canonical(visit).Path + "?done"))
            : ResidentPages.SeeOther(http, Canonical(visit).Link(Canonical(visit).Path));
    }

    /// <summary>A code that somebody has joined by is theirs, and writes to nobody else.</summary>
    private static async Task<bool> MayJoinAsync(Visit visit, Candidate newcomer, HttpContext http, SignUpLimits limits, CancellationToken ct) =>
        visit.Row is { Kind: CodeKind.PassOn, UsedBy: not null } || await limits.TakeAsync(visit, newcomer, http, ct);

    private static PageView Canonical(Visit visit) => visit.View with { Path = Visit.PathOf(visit.Row.Kind, visit.Code) };
}
