using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

/// <summary>Somebody at the door.</summary>
public sealed record Guest(Invitation Invitation, Person? Person);

internal static class CheckInPages
{
    private const int PageSize = 1000;
    private const int MaxShown = 40;
    private const int MaxTapLength = 64;

    public static void MapCheckInPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/checkin", ShowAsync).AdmitHosts();
        pages.MapGet("/meetings/{id}/checkin/print", PrintAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/checkin/{person}", TickAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/walk-ins", WalkInAsync).AdmitHosts();
    }

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ListInvitations list, CancellationToken ct) =>
        await ViewAsync(page, at.Meeting, TableQuery.Of(http), FormState.Empty, list, ct);

    private static async Task<IResult> PrintAsync(NamedMeeting at, OrganiserPage page, ListInvitations list, CancellationToken ct) =>
        page.View<CheckInPrintPage>(new { at.Meeting, Guests = (IReadOnlyList<Guest>)[.. (await InvitedAsync(page, at.Meeting, list, ct)).Where(guest => IsShown(guest, null)).OrderBy(NameOf, StringComparer.OrdinalIgnoreCase)] });

    private static async Task<IResult> ViewAsync(OrganiserPage page, Meeting meeting, TableQuery query, FormState state, ListInvitations list, CancellationToken ct)
    {
        var invited = await InvitedAsync(page, meeting, list, ct);
        var guests = invited.Where(guest => IsShown(guest, query.Search)).ToList();
        var paging = Paging.Of(query, guests.Count, MaxShown);
        return page.View<CheckInPage>(
            new
            {
                Meeting = meeting,
                Sought = query.Search,
                // Whoever is ticked stays on their page, so that the pages that a phone keeps hold everybody.
                Guests = (IReadOnlyList<Guest>)[.. paging.Cut(guests.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase), MaxShown).OrderBy(IsThere)],
                Namesakes = NamesakesOf(guests),
                Paging = paging,
                Came = invited.Sum(guest => guest.Invitation.PeopleWhoCame),
                Expected = invited.Where(guest => guest.Invitation is { Reply: Reply.Yes, Waiting: false }).Sum(guest => guest.Invitation.Party),
            },
            state);
    }

    private static bool IsThere(Guest guest) => guest.Invitation.Attendance is Attendance.Attended;

    private static string? NameOf(Guest guest) => guest.Person?.Name;

    private static IReadOnlySet<string> NamesakesOf(IEnumerable<Guest> guests) =>
        guests.Select(NameOf).OfType<string>().CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<Guest>> InvitedAsync(OrganiserPage page, Meeting meeting, ListInvitations list, CancellationToken ct)
    {
        var guests = new List<Guest>();
        PersonId? after = null;
        do
        {
            var (items, next) = await list.HandleAsync(page.Group.Id, meeting.Id, after, PageSize, ct);
            guests.AddRange(items.Select(i => new Guest(i.Invitation, i.Person)));
            after = next;
        }
        while (after is not null);
        return guests;
    }

    /// <summary>Without a search: people who said yes or maybe, and everyone already ticked. With one: every invitee who matches.</summary>
    private static bool IsShown(Guest guest, string? sought) => sought is null
        ? guest.Invitation.Reply is Reply.Yes or Reply.Maybe || guest.Invitation.Attendance is not Attendance.Unknown
        : FindPeople.Matches(NameOf(guest), sought) || (Code.TryParse(sought, out var code) && guest.Invitation.Code == code);

    private static async Task<IResult> TickAsync(string id, string person, OrganiserPage page, HttpContext http, MarkAttendance mark, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!MeetingId.TryParse(id, out var meeting) || !PersonId.TryParse(person, out var who)
            || await mark.HandleAsync(page.Group.Id, meeting, who, state["there"] == "yes" ? true : null, CameOf(state, $"came-{who}") ?? CameOf(state), ct) is null)
            return http.IsQueued() ? Results.Text(page["checkin.gone"], statusCode: StatusCodes.Status422UnprocessableEntity) : page.NotFound();
        string[] place = [TableQuery.SearchField, TableQuery.PageField];
        var query = QueryString.Create(place.Where(field => state[field] is not null).Select(field => KeyValuePair.Create(field, state[field])));
        return http.IsQueued() ? Results.Text("") : Results.LocalRedirect($"/meetings/{id}/checkin{query}#p-{person}");
    }

    private static int? CameOf(FormState state, string field = "came") => state.Number(field) is { } came ? Math.Clamp(came, 1, Invitation.MaxParty) : null;

    private static async Task<IResult> WalkInAsync(NamedMeeting at, OrganiserPage page, HttpContext http, WalkIn walkIn, ListInvitations list, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var wrong = new CandidateForm(state["name"], state["phone"], state["email"], state["language"]).TryRead(page.Settings.Countries, mustReach: false, out var candidate);
        // Whoever was tapped without network has gone in by now: they are there, with what can be read.
        if (wrong is not null && http.IsQueued() && state["name"] is { Length: <= CandidateForm.MaxNameLength } name)
            candidate = new Candidate { Name = name };
        else if (wrong is not null)
            return await RefuseAsync(state.Refused(wrong, page));
        if (candidate.Name is null && !candidate.HasContact)
            return await RefuseAsync(state.WithError("name", page["checkin.nobody"]));
        var walkedIn = await walkIn.HandleAsync(new WalkInCommand(at.Group, at.Id, candidate, CameOf(state) ?? 0, state["id"] is { Length: <= MaxTapLength } tap ? tap : null), ct);
        var done = walkedIn is { IsWithoutContact: true } ? "walked-in-without" : "walked-in";
        if (!http.IsQueued())
            return Results.LocalRedirect($"/meetings/{at.Id}/checkin?done={done}");
        return Results.Text(wrong is not null ? page[$"candidate.{wrong}"] : walkedIn is { IsWithoutContact: true } ? page[$"done.{done}"] : "");

        async Task<IResult> RefuseAsync(FormState refused) => http.IsQueued()
            ? Results.Text(refused.FirstError, statusCode: StatusCodes.Status422UnprocessableEntity)
            : await ViewAsync(page, at.Meeting, new TableQuery($"/meetings/{at.Id}/checkin", new Dictionary<string, string>()), refused, list, ct);
    }
}

internal static class CandidateRefusal
{
    /// <summary>Says at which field the code of what is wrong belongs.</summary>
    public static FormState Refused(this FormState state, string code, OrganiserPage page) => state.WithError(
        code switch
        {
            ProblemCodes.PhoneInvalid or ProblemCodes.PhoneCountry or ProblemCodes.Unreachable => "phone",
            ProblemCodes.LandlineInvalid => "landline",
            ProblemCodes.EmailInvalid => "email",
            ProblemCodes.LanguageUnknown => "language",
            ProblemCodes.PostcodeInvalid => "postcode",
            _ => "name",
        },
        page[$"candidate.{code}"]);
}
