using Outreach.Functions.Replies;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.People;

/// <summary>One of a person's invitations with its meeting.</summary>
public sealed record Asked(Meeting Meeting, Invitation Invitation);

internal static class PeoplePages
{
    public static void MapPeoplePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/people", FindAsync);
        pages.MapGet("/people/{id}", ShowAsync);
        pages.MapPost("/people/{id}/stop", StopAsync);
        pages.MapPost("/people/{id}/erase", EraseAsync);
        pages.MapPost("/people/{id}/right-number", RightNumberAsync);
    }

    private static async Task<IResult> FindAsync(string? q, OrganiserPage page, FindPeople find, CancellationToken ct)
    {
        var found = string.IsNullOrWhiteSpace(q) ? null : await find.HandleAsync(page.Group.Id, q.Trim(), ct);
        return page.View<PeoplePage>(new { Sought = q, Found = found });
    }

    private static async Task<IResult> ShowAsync(string id, OrganiserPage page, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(page.Group.Id, person, ct) is not { } found)
            return page.NotFound();
        var (asked, open) = (new List<Asked>(), new List<Meeting>());
        foreach (var meeting in await meetings.ListAsync(page.Group.Id, ct))
        {
            if (await people.FindAsync(page.Group.Id, meeting.Id, person, ct) is { } invitation)
                asked.Add(new Asked(meeting, invitation.Value));
            else if (meeting.IsOpen(page.Now))
                open.Add(meeting);
        }

        var nominator = found.Value.Nominator is { } by ? (await people.FindAsync(page.Group.Id, by, ct))?.Value : null;
        return page.View<PersonPage>(new
        {
            Person = found.Value,
            Nominator = nominator,
            Invitations = (IReadOnlyList<Asked>)asked,
            Open = (IReadOnlyList<Meeting>)open,
            Messages = await people.ThreadAsync(page.Group.Id, person, ct),
        });
    }

    private static async Task<IResult> StopAsync(string id, OrganiserPage page, PeopleStore people, OptOut optOut, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(page.Group.Id, person, ct) is null)
            return page.NotFound();
        await optOut.HandleAsync(page.Group.Id, person, OptOutSource.Organiser, null, null, ct);
        return Results.LocalRedirect($"/people/{id}?done=stopped");
    }

    private static async Task<IResult> RightNumberAsync(string id, OrganiserPage page, HttpContext http, UndoWrongNumber undo, Settings settings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person))
            return page.NotFound();
        return await undo.HandleAsync(page.Group.Id, person, RightNumber.Read(FormState.Of(http)["contact"], settings.Countries), ct) switch
        {
            UndoOutcome.Undone => Results.LocalRedirect($"/people/{id}?done=rightNumber"),
            UndoOutcome.Stays => Results.LocalRedirect($"/people/{id}?done=wrongNumberStays"),
            UndoOutcome.Unknown => page.NotFound(),
            UndoOutcome.Taken => page.Notice("people.rightNumber", "people.rightNumberTaken", StatusCodes.Status409Conflict),
            _ => page.Notice("people.rightNumber", "people.rightNumberOther", StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static async Task<IResult> EraseAsync(string id, OrganiserPage page, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(page.Group.Id, person, "asked for", ct)
            ? Results.LocalRedirect("/people?done=erased")
            : page.NotFound();
}
