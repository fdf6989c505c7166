using Outreach.Contacts;
using Outreach.Functions.Lists;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Functions.Meetings;

internal sealed record InvitationAnswer(
    PersonId Person, string? Name, string Language, Channel Channel, Source Source, int Wave, PersonId? Nominator, Delivery Delivery, string? Reply, int Party,
    bool Waiting, Attendance Attendance, int Came, Code Code)
{
    public static InvitationAnswer Of(Invitation i, Person? person) => new(
        i.Person, person?.Name, i.Language, i.Channel, i.Source, i.Wave, i.Nominator, i.Delivery,
        i.Reply is Outreach.Records.Reply.None ? null : i.Reply.ToString().ToLowerInvariant(), i.Party, i.Waiting, i.Attendance, i.Came, i.Code);
}

/// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
internal sealed record InvitationsAnswer(IEnumerable<InvitationAnswer> Items, PersonId? Next);

/// <param name="Queued">In this mailing; who is in an earlier one is not counted again.</param>
/// <param name="OnTheirWay">Of earlier mailings, and still to leave.</param>
/// <param name="Unchecked">Languages whose invitation nobody who grew up with it has read yet.</param>
internal sealed record SendAnswer(int Queued, int OnTheirWay, string? Mailing, IEnumerable<string> Unchecked);

internal sealed record AttendanceAnswer(PersonId Person, Attendance Attendance, int Came);

internal sealed record WalkInAnswer(PersonId Person, Code Code);

/// <param name="Came">How many came together.</param>
internal sealed record AttendanceBody(bool? Attended, int? Came);

internal sealed record WalkInBody(string? Name, string? Phone, string? Email, string? Language, int? Came);

internal static class InvitationRoutes
{
    private const int DefaultPerPage = 100;
    private const int MaxPerPage = 1000;

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/send", SendAsync).Produces<SendAnswer>(StatusCodes.Status202Accepted).Audited(AuditKind.Sent);
        api.MapPost("/meetings/{id}/mailings/{mailing}/{verb:regex(^(pause|resume|cancel)$)}", ChangeMailingAsync).Produces<StateAnswer<MailingState>>();
        api.MapGet("/meetings/{id}/mailings", MailingsAsync).Produces<Items<Mailing>>();
        api.MapGet("/meetings/{id}/invitations", ListAsync).Produces<InvitationsAnswer>().AdmitCheckIn();
        api.MapPut("/meetings/{id}/attendance/{person}", AttendanceAsync).Produces<AttendanceAnswer>().AdmitCheckIn();
        api.MapPost("/meetings/{id}/walk-ins", WalkInAsync).Produces<WalkInAnswer>(StatusCodes.Status201Created).AdmitCheckIn();
    }

    private static async Task<IResult> SendAsync(
        string id, int? perHour, string? confirm, Caller caller, MeetingStore meetings, ListStore lists, FindLabels labels, SendInvitations send, CheckTexts check, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { } found)
            return Problems.NotFound("meeting");
        if (perHour is < 1)
            return Problems.Invalid("per-hour", "Send at least one invitation an hour, or leave it out to send as fast as it goes.");
        if ((await lists.HeldAsync(caller.Group, ct)).FirstOrDefault(list => list.Meeting == found.Id) is { } held)
        {
            return held.State is ListState.Reading
                ? Problems.Of(StatusCodes.Status409Conflict, "list-reading", $"A list is still being read: {held.FileName}. Send again in a moment.", $"/api/lists/{held.Id}")
                : Problems.Of(
                    StatusCodes.Status409Conflict, "list-question", $"Say first what a column means that may hold a no: {string.Join(", ", held.Questions.Where(q => q.Means is null).Select(q => $"'{q.Column}'"))} of {held.FileName}.",
                    $"POST /api/lists/{held.Id}/questions/{{column}} {{\"means\": \"{string.Join('|', Meaning.All)}\"}}");
        }

        if (confirm != "labels" && await labels.HandleAsync(caller.Group, found, ct) is { Count: > 0 } words)
            return Problems.Labels(words, "send again with ?confirm=labels");
        if (await send.HandleAsync(caller.Group, found.Id, new SendWish(perHour), ct) is not { } pressed)
            return Problems.Of(StatusCodes.Status409Conflict, "over", "This meeting is over or called off: nobody can be invited any more.");
        var checks = await check.OfAsync(caller.Group, ct);
        var @unchecked = (pressed.Mailing?.Languages ?? []).Where(code => Language.Find(code) is { } language && checks.Find(MessageKind.Invitation, language) is null);
        return Results.Accepted(null, new SendAnswer(pressed.Queued, pressed.OnTheirWay, pressed.Mailing?.Id, @unchecked));
    }

    private static async Task<IResult> ChangeMailingAsync(string id, string mailing, string verb, Caller caller, Mailings mailings, CancellationToken ct)
    {
        var state = verb switch { "pause" => MailingState.Paused, "resume" => MailingState.Running, _ => MailingState.Cancelled };
        return MeetingId.TryParse(id, out var meeting) && await mailings.ChangeAsync(caller.Group, meeting, mailing, state, ct)
            ? Results.Ok(new StateAnswer<MailingState>(state))
            : Problems.NotFound("mailing");
    }

    private static async Task<IResult> MailingsAsync(string id, Caller caller, Mailings mailings, CancellationToken ct) =>
        MeetingId.TryParse(id, out var meeting) ? Results.Ok(new Items<Mailing>(await mailings.ListAsync(caller.Group, meeting, ct))) : Problems.NotFound("meeting");

    private static async Task<IResult> ListAsync(string id, string? after, int? top, Caller caller, MeetingStore meetings, ListInvitations list, CancellationToken ct)
    {
        if (await meetings.FindAsync(caller.Group, id, ct) is not { Id: var meeting })
            return Problems.NotFound("meeting");
        PersonId? from = null;
        if (after is not null)
        {
            if (!PersonId.TryParse(after, out var last))
                return Problems.Of(StatusCodes.Status400BadRequest, "after", "Give 'after' as it stood in 'next' of the page before.");
            from = last;
        }

        if (top is < 1)
            return Problems.Of(StatusCodes.Status400BadRequest, "top", $"Give 'top' as a number from 1 to {MaxPerPage}, or leave it out.");
        var (items, next) = await list.HandleAsync(caller.Group, meeting, from, Math.Min(top ?? DefaultPerPage, MaxPerPage), ct);
        return Results.Ok(new InvitationsAnswer(items.Select(i => InvitationAnswer.Of(i.Invitation, i.Person)), next));
    }

    private static async Task<IResult> AttendanceAsync(string id, string person, AttendanceBody body, Caller caller, MarkAttendance mark, CancellationToken ct)
    {
        if (!MeetingId.TryParse(id, out var meeting) || !PersonId.TryParse(person, out var who))
            return Problems.NotFound("invitation");
        if (body.Attended is not { } attended)
            return Problems.Invalid("attended", "Send {\"attended\": true} or {\"attended\": false}.");
        if (body.Came is < 1 or > RecordReply.MaxParty)
            return Problems.Invalid("came", $"Say how many came: 1 to {RecordReply.MaxParty}.");
        return await mark.HandleAsync(caller.Group, meeting, who, attended, body.Came, ct) is { } invitation
            ? Results.Ok(new AttendanceAnswer(who, invitation.Attendance, invitation.Came))
            : Problems.NotFound("invitation");
    }

    private static async Task<IResult> WalkInAsync(string id, WalkInBody body, Caller caller, WalkIn walkIn, Settings settings, CancellationToken ct)
    {
        if (!MeetingId.TryParse(id, out var meeting))
            return Problems.NotFound("meeting");
        var form = new CandidateForm(body.Name, body.Phone, body.Email, body.Language);
        if (form.TryRead(settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (candidate.Name is null)
            return Problems.NoName();
        if (body.Came is < 1 or > RecordReply.MaxParty)
            return Problems.Invalid("came", $"Say how many came: 1 to {RecordReply.MaxParty}.");
        return await walkIn.HandleAsync(caller.Group, meeting, candidate, ct, body.Came ?? 0) is { } invitation
            ? Results.Created($"/api/people/{invitation.Person}", new WalkInAnswer(invitation.Person, invitation.Code))
            : Problems.NotFound("meeting");
    }
}
