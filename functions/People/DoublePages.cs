using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.People;
using Outreach.Records;

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

    private static async Task<IResult> ShowAsync(OrganiserPage page, FindDoubles find, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        var all = await find.HandleAsync(page.Group.Id, ct);
        IReadOnlyList<Lookalikes> pairs = [.. all.Take(MaxPairs)];
        var asked = await meetings.ListAsync(page.Group.Id, ct);
        var answers = new List<Asked>();
        foreach (var person in pairs.SelectMany(pair => new[] { pair.One.Id, pair.Other.Id }).Distinct())
        {
            await foreach (var (meeting, invitation) in people.InvitationsOfAsync(page.Group.Id, person, asked, ct))
            {
                if (invitation.Value.Reply is not Reply.None || invitation.Value.Attendance is not Attendance.Unknown)
                    answers.Add(new Asked(meeting, invitation.Value));
            }
        }

        return page.View<DoublesPage>(new { Pairs = pairs, Answers = answers.ToLookup(answer => answer.Invitation.Person), More = all.Count - pairs.Count });
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
