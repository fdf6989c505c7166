using Outreach.Functions.Web.Residents;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Welcome;

/// <summary>Whoever looks after a line of the contact card says with one tap that it is still right, or corrects it.</summary>
internal static class CardCheckRoutes
{
    public static void MapCardCheckPage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Card));
        pages.MapMethods("/c/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/c/{code}", AnswerAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, HttpContext http, CardStore cards, CancellationToken ct) =>
        await LineAsync(visit, cards, ct) is { } line
            ? Page(visit, line, ResidentForm.Empty with { Phone = line.Phone, Question = line.WhatFor.GetValueOrDefault(visit.Group.Language), FromPage = http.Request.Query.ContainsKey("done") })
            : ResidentPages.NotFound(http);

    /// <summary>The line that the code opens; the code of whoever looked after it before opens nothing.</summary>
    private static async Task<CardEntry?> LineAsync(Visit visit, CardStore cards, CancellationToken ct) =>
        await cards.FindAsync(visit.Group.Id, visit.Row.Line!, ct) is { Value: var line } && line.Code == visit.Code ? line : null;

    private static IResult Page(Visit visit, CardEntry line, ResidentForm form) => ResidentPages.Show<CardCheckPage>(
        new { View = visit.View with { Path = Visit.PathOf(CodeKind.Card, visit.Code) }, Line = line, IsStale = line.IsStale(visit.Settings.Day(visit.Now)), Form = form },
        form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AnswerAsync(Visit visit, HttpContext http, CardStore cards, EditCard edit, CancellationToken ct)
    {
        if (await LineAsync(visit, cards, ct) is not { } line)
            return ResidentPages.NotFound(http);
        var form = await ResidentForm.ReadAsync(http.Request);
        switch (form.Answer)
        {
            case "right":
                await edit.ConfirmAsync(visit.Group.Id, line.Id, ct);
                break;
            case "change" when await edit.CorrectAsync(visit.Group.Id, line.Id, new CardCorrection(form.Phone, form.Question), visit.Group.Language, ct) is { } problem:
                return problem is CardProblem.NotFound ? ResidentPages.NotFound(http) : Page(visit, line, With(form, problem));
            case "not-mine":
                await edit.GiveUpAsync(visit.Group.Id, line.Id, visit.Code, ct);
                return ResidentPages.Show<CardGivenUpPage>(new { View = visit.View with { Path = Visit.PathOf(CodeKind.Card, visit.Code), Holder = null } });
        }

        return ResidentPages.SeeOther(http, (visit.View with { Path = "" }).Link(Visit.PathOf(CodeKind.Card, visit.Code) + "?done"));
    }

    private static ResidentForm With(ResidentForm form, CardProblem problem) =>
        problem is CardProblem.WhatFor ? form.With("question", "form.errors.tooLong") : form.With("phone", "form.errors.phone");
}
