using Outreach.Functions.Web;
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
    private const int MaxShown = 200;

    public static void MapCheckInPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/checkin", ShowAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/checkin/{person}", TickAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/walk-ins", WalkInAsync).AdmitHosts();
    }

    private static async Task<IResult> ShowAsync(string id, string? q, OrganiserPage page, MeetingStore meetings, ListInvitations list, CancellationToken ct) =>
        await meetings.FindAsync(page, id, ct) is { } meeting ? await ViewAsync(page, meeting, q, FormState.Empty, list, ct) : page.NotFound();

    private static async Task<IResult> ViewAsync(OrganiserPage page, Meeting meeting, string? sought, FormState state, ListInvitations list, CancellationToken ct)
    {
        var guests = new List<Guest>();
        PersonId? after = null;
        do
        {
            var (items, next) = await list.HandleAsync(page.Group.Id, meeting.Id, after, PageSize, ct);
            guests.AddRange(items.Where(i => IsShown(i.Invitation, i.Person, sought)).Select(i => new Guest(i.Invitation, i.Person)));
            after = next;
        }
        while (after is not null);
        return page.View<CheckInPage>(
            new
            {
                Meeting = meeting,
                Sought = sought,
                Guests = (IReadOnlyList<Guest>)[.. guests.OrderBy(g => g.Person?.Name, StringComparer.OrdinalIgnoreCase).Take(MaxShown)],
            },
            state);
    }

    /// <summary>Without a search: who said they come, who doubts, and who is there. With one: everybody invited who fits.</summary>
    private static bool IsShown(Invitation invitation, Person? person, string? sought) => string.IsNullOrWhiteSpace(sought)
        ? invitation.Reply is Reply.Yes or Reply.Maybe || invitation.Attendance is not Attendance.Unknown
        : FindPeople.Matches(person?.Name, sought.Trim()) || invitation.Code.Value.Equals(sought.Trim(), StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> TickAsync(string id, string person, OrganiserPage page, HttpContext http, MarkAttendance mark, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!MeetingId.TryParse(id, out var meeting) || !PersonId.TryParse(person, out var who) || await mark.HandleAsync(page.Group.Id, meeting, who, state["there"] == "yes" ? true : null, ct) is null)
            return page.NotFound();
        var search = state["q"] is { } sought ? $"?q={Uri.EscapeDataString(sought)}" : "";
        return Results.LocalRedirect($"/meetings/{id}/checkin{search}#p-{person}");
    }

    private static async Task<IResult> WalkInAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, WalkIn walkIn, ListInvitations list, CancellationToken ct)
    {
        if (await meetings.FindAsync(page, id, ct) is not { } meeting)
            return page.NotFound();
        var state = FormState.Of(http);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"]);
        if (form.TryRead(page.Settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return await ViewAsync(page, meeting, null, state.Refused(wrong, page), list, ct);
        if (candidate.Name is null && candidate.Mobile is null && candidate.Landline is null && candidate.Email is null)
            return await ViewAsync(page, meeting, null, state.But("name", page["checkin.nobody"]), list, ct);
        await walkIn.HandleAsync(page.Group.Id, meeting.Id, candidate, ct);
        return Results.LocalRedirect($"/meetings/{id}/checkin?done=walked-in");
    }
}

internal static class CandidateRefusal
{
    /// <summary>Says at which field the code of what is wrong belongs.</summary>
    public static FormState Refused(this FormState state, string code, OrganiserPage page) => state.But(
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
