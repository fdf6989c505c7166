using Outreach.Contacts;
using Outreach.Functions.Replies;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
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
    private const int PageSize = 50;

    public static void MapPeoplePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/people", ListAsync);
        pages.MapGet("/people/{id}", ShowAsync).Audited(AuditKind.ReadPerson);
        pages.MapPost("/people/{id}/language", ChooseLanguageAsync);
        pages.MapPost("/people/{id}/stop", StopAsync);
        pages.MapPost("/people/{id}/erase", EraseAsync).Audited(AuditKind.Erased);
        pages.MapPost("/people/{id}/right-number", RightNumberAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, HttpContext http, ListPeople list, CancellationToken ct)
    {
        var query = TableQuery.Of(http, "way", "language", "source", "stopped");
        var filter = new PeopleFilter(
            query.Search, query.Value<Channel>("way"), query["way"] == "none", query["language"], query.Value<Source>("source"), query["stopped"] switch { "yes" => true, "no" => false, _ => null });
        var paging = Paging.None;
        var (people, found) = await list.HandleAsync(page.Group, filter, (query.SortBy<PeopleOrder>() ?? PeopleOrder.Name, query.IsDescending), rows => (paging = Paging.Of(query, rows, PageSize)).Part(rows, PageSize), ct);
        return page.View<PeoplePage>(new { Query = query, People = people, Found = found, Paging = paging });
    }

    private static async Task<IResult> ShowAsync(NamedPerson named, OrganiserPage page, PeopleStore people, MeetingStore meetings, ListStore lists, CancellationToken ct)
    {
        var (asked, open) = (new List<Asked>(), new List<Meeting>());
        foreach (var meeting in await meetings.ListAsync(page.Group.Id, ct))
        {
            if (await people.FindAsync(named.Group, meeting.Id, named.Id, ct) is { } invitation)
                asked.Add(new Asked(meeting, invitation.Value));
            else if (meeting.IsOpen(page.Now))
                open.Add(meeting);
        }

        var nominator = named.Person.Nominator is { } by ? (await people.FindAsync(page.Group.Id, by, ct))?.Value : null;
        return page.View<PersonPage>(new
        {
            named.Person,
            Nominator = nominator,
            Invitations = (IReadOnlyList<Asked>)asked,
            Open = (IReadOnlyList<Meeting>)open,
            Messages = await people.ThreadAsync(named.Group, named.Id, ct),
            Lists = (IReadOnlyList<UploadedList>)[.. (await lists.ListAsync(page.Group.Id, ct)).Where(list => named.Person.Lists.Contains(list.Id))],
        });
    }

    private static async Task<IResult> ChooseLanguageAsync(NamedPerson named, OrganiserPage page, HttpContext http, ChooseLanguage choose, CancellationToken ct)
    {
        if (Language.Find(FormState.Of(http)["language"]) is not { } language)
            return page.NotFound();
        await choose.HandleAsync(named.Group, named.Id, language, ct);
        return Results.LocalRedirect($"/people/{named.Id}?done=person-language");
    }

    private static async Task<IResult> StopAsync(NamedPerson named, OptOut optOut, CancellationToken ct)
    {
        await optOut.HandleAsync(named.Group, named.Id, OptOutSource.Organiser, null, null, ct);
        return Results.LocalRedirect($"/people/{named.Id}?done=stopped");
    }

    private static async Task<IResult> RightNumberAsync(NamedPerson named, OrganiserPage page, HttpContext http, UndoWrongNumber undo, Settings settings, CancellationToken ct) =>
        await undo.HandleAsync(named.Group, named.Id, RightNumber.Read(FormState.Of(http)["contact"], settings.Countries), ct) switch
        {
            UndoOutcome.Undone => Results.LocalRedirect($"/people/{named.Id}?done=rightNumber"),
            UndoOutcome.Stays => Results.LocalRedirect($"/people/{named.Id}?done=wrongNumberStays"),
            UndoOutcome.Unknown => page.NotFound(),
            UndoOutcome.Taken => page.Notice("people.rightNumber", "people.rightNumberTaken", StatusCodes.Status409Conflict),
            _ => page.Notice("people.rightNumber", "people.rightNumberOther", StatusCodes.Status422UnprocessableEntity),
        };

    private static async Task<IResult> EraseAsync(string id, OrganiserPage page, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(page.Group.Id, person, "asked for", ct)
            ? Results.LocalRedirect("/people?done=erased")
            : page.NotFound();
}
