using Outreach.Functions.Lists;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

/// <summary>One person is added to a meeting by hand.</summary>
internal static class InvitePages
{
    public static void MapInvitePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/invite", Show);
        pages.MapPost("/meetings/{id}/invite", AddAsync);
        pages.MapPost("/people/{person}/invite", InviteKnownAsync);
    }

    private static IResult Show(NamedMeeting at, OrganiserPage page) =>
        View(page, at.Meeting, FormState.Empty);

    private static IResult View(OrganiserPage page, Meeting meeting, FormState state) =>
        page.View<InvitePage>(new { Meeting = meeting }, state);

    private static async Task<IResult> AddAsync(NamedMeeting at, OrganiserPage page, HttpContext http, InvitePerson invite, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var form = new CandidateForm(state["name"], state["phone"], state["email"], state["language"], state["street"], state["houseNumber"], state["postcode"]);
        if (form.TryRead(page.Settings.Countries, mustReach: true, out var candidate) is { } wrong)
            return View(page, at.Meeting, state.Refused(wrong, page));
        state = BasisFields.Check(state, page, out var basis);
        if (state.FirstError is not null)
            return View(page, at.Meeting, state);
        var invited = await invite.HandleAsync(at.Group, at.Id, candidate, new Ground(basis, state["note"], page.Now), ct);
        return invited.Outcome switch
        {
            InviteOutcome.AlreadyInvited => ToThem(invited.Person),
            InviteOutcome.Listed => Results.LocalRedirect($"/meetings/{at.Id}?done=person-listed"),
            InviteOutcome.Refused => View(page, at.Meeting, state.WithError("phone", page["invite.refused"])),
            InviteOutcome.OthersNumber => View(page, at.Meeting, state.WithError("phone", page["invite.othersNumber"])),
            _ => View(page, at.Meeting, state.WithError("", page["send.over"])),
        };
    }

    private static async Task<IResult> InviteKnownAsync(string person, OrganiserPage page, HttpContext http, PeopleStore people, InvitePerson invite, CancellationToken ct)
    {
        if (!PersonId.TryParse(person, out var id) || !MeetingId.TryParse(FormState.Of(http)["meeting"], out var meeting) || await people.FindAsync(page.Group.Id, id, ct) is not { } known)
            return page.NotFound();
        return (await invite.HandleAsync(page.Group.Id, meeting, known.Value, Source.List, ct)).Outcome switch
        {
            InviteOutcome.AlreadyInvited => ToThem(id),
            InviteOutcome.Listed => Results.LocalRedirect($"/meetings/{meeting}?done=person-listed"),
            InviteOutcome.Refused => page.Notice("people.invite", "invite.refused", StatusCodes.Status409Conflict),
            _ => page.Notice("people.invite", "send.over", StatusCodes.Status409Conflict),
        };
    }

    /// <summary>Their page shows what they were sent and what they said.</summary>
    private static IResult ToThem(PersonId? person) => Results.LocalRedirect($"/people/{person}?done=already-invited");
}
