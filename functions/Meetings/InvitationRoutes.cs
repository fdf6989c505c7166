using Outreach.Contacts;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal sealed record InvitationAnswer(
    PersonId Person, string? Name, string Language, Channel Channel, Source Source, int Wave, PersonId? Nominator, Delivery Delivery, string? Reply, int Party,
    bool Waiting, Attendance Attendance, int Came, Code Code)
{
    public static InvitationAnswer Of(Invitation i, Person? person) => new(
        i.Person, person?.Name, i.Language, i.Channel, i.Source, i.Wave, i.Nominator, i.Delivery,
        i.Reply is Outreach.Records.Reply.None ? null : EnumWord.Of(i.Reply), i.Party, i.Waiting, i.Attendance, i.Came, i.Code);
}

/// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
internal sealed record InvitationsAnswer(IEnumerable<InvitationAnswer> Items, PersonId? Next);

internal sealed record AttendanceAnswer(PersonId Person, Attendance Attendance, int Came);

/// <param name="WithoutContact">The number or address that they gave is known of somebody with another name: they are there without it.</param>
internal sealed record WalkInAnswer(PersonId Person, Code Code, bool WithoutContact);

/// <param name="Came">How many came together.</param>
internal sealed record AttendanceBody(bool? Attended, int? Came);

internal sealed record WalkInBody(string? Name, string? Phone, string? Email, string? Language, int? Came);

internal static class InvitationRoutes
{
    private const int DefaultPerPage = 100;
    private const int MaxPerPage = 1000;

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings/{id}/invitations", ListAsync).Produces<InvitationsAnswer>().AdmitCheckIn();
        api.MapPut("/meetings/{id}/attendance/{person}", AttendanceAsync).Produces<AttendanceAnswer>().AdmitCheckIn();
        api.MapPost("/meetings/{id}/walk-ins", WalkInAsync).Produces<WalkInAnswer>(StatusCodes.Status201Created).AdmitCheckIn();
    }

    private static async Task<IResult> ListAsync(NamedMeeting at, string? after, int? top, ListInvitations list, CancellationToken ct)
    {
        PersonId? from = null;
        if (after is not null)
        {
            if (!PersonId.TryParse(after, out var last))
                return Problems.Of(StatusCodes.Status400BadRequest, "after", "Give 'after' as it stood in 'next' of the page before.");
            from = last;
        }

        if (top is < 1 or > MaxPerPage)
            return Problems.Of(StatusCodes.Status400BadRequest, "top", $"Give 'top' as a number from 1 to {MaxPerPage}, or leave it out.");
        var (items, next) = await list.HandleAsync(at.Group, at.Id, from, top ?? DefaultPerPage, ct);
        return Results.Ok(new InvitationsAnswer(items.Select(i => InvitationAnswer.Of(i.Invitation, i.Person)), next));
    }

    private static async Task<IResult> AttendanceAsync(NamedMeeting at, string person, AttendanceBody body, MarkAttendance mark, CancellationToken ct)
    {
        if (!PersonId.TryParse(person, out var who))
            return Problems.NotFound("invitation");
        if (body.Attended is not { } attended)
            return Problems.Invalid("attended", "Send {\"attended\": true} or {\"attended\": false}.");
        if (body.Came is < 1 or > Invitation.MaxParty)
            return Problems.Invalid("came", $"Say how many came: 1 to {Invitation.MaxParty}.");
        return await mark.HandleAsync(at.Group, at.Id, who, attended, body.Came, ct) is { } invitation
            ? Results.Ok(new AttendanceAnswer(who, invitation.Attendance, invitation.Came))
            : Problems.NotFound("invitation");
    }

    private static async Task<IResult> WalkInAsync(NamedMeeting at, WalkInBody body, WalkIn walkIn, Settings settings, CancellationToken ct)
    {
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language);
        if (form.TryRead(settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (candidate.Name is null)
            return Problems.NoName();
        if (body.Came is < 1 or > Invitation.MaxParty)
            return Problems.Invalid("came", $"Say how many came: 1 to {Invitation.MaxParty}.");
        return await walkIn.HandleAsync(new WalkInCommand(at.Group, at.Id, candidate, body.Came ?? 0), ct) is { Invitation: var invitation } walkedIn
            ? Results.Created($"/api/people/{invitation.Person}", new WalkInAnswer(invitation.Person, invitation.Code, walkedIn.IsWithoutContact))
            : Problems.NotFound("meeting");
    }
}
