using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.People;

namespace Outreach.Functions.People;

/// <summary>People who may be one, side by side.</summary>
internal static class DoublePages
{
    private const int MaxPairs = 25;

    public static void MapDoublePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/people/doubles", ShowAsync);
        pages.MapPost("/people/doubles", SayAsync);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, FindDoubles find, CancellationToken ct)
    {
        var pairs = await find.HandleAsync(page.Group.Id, ct);
        return page.View<DoublesPage>(new { Pairs = (IReadOnlyList<Lookalikes>)[.. pairs.Take(MaxPairs)], More = Math.Max(0, pairs.Count - MaxPairs) });
    }

    private static async Task<IResult> SayAsync(OrganiserPage page, HttpContext http, SayDouble say, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!PersonId.TryParse(state["one"], out var one) || !PersonId.TryParse(state["other"], out var other) || state["are"] is not ("one" or "two"))
            return page.NotFound();
        return await say.HandleAsync(page.Group.Id, one, other, state["are"] == "two", ct) switch
        {
            SayDoubleOutcome.Said => Results.LocalRedirect($"/people/doubles?done=people-{(state["are"] == "two" ? "two" : "one")}"),
            SayDoubleOutcome.CannotBeOne => page.Notice("people.doubles", "people.cannotBeOne", StatusCodes.Status409Conflict),
            _ => page.NotFound(),
        };
    }
}
