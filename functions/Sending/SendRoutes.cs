using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Sending;

internal static class SendRoutes
{
    public static void MapSending(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings/{id}/send", (NamedMeeting at, int? perHour, string? confirm, SendByCall send, CancellationToken ct) => send.HandleAsync(at, perHour, confirm == "labels", ct)).Produces<SendAnswer>(StatusCodes.Status202Accepted).Audited(AuditKind.Sent);
        api.MapPost("/meetings/{id}/mailings/{mailing}/{verb:regex(^(pause|resume|cancel)$)}", ChangeMailingAsync).Produces<StateAnswer<MailingState>>();
        api.MapGet("/meetings/{id}/mailings", MailingsAsync).Produces<Items<Mailing>>();
    }

    private static async Task<IResult> ChangeMailingAsync(NamedMeeting at, string mailing, string verb, Mailings mailings, CancellationToken ct)
    {
        var state = verb switch { "pause" => MailingState.Paused, "resume" => MailingState.Running, _ => MailingState.Cancelled };
        return await mailings.ChangeAsync(at.Group, at.Id, mailing, state, ct)
            ? Results.Ok(new StateAnswer<MailingState>(state))
            : Problems.NotFound("mailing");
    }

    private static async Task<IResult> MailingsAsync(NamedMeeting at, Mailings mailings, CancellationToken ct) =>
        Results.Ok(new Items<Mailing>(await mailings.ListAsync(at.Group, at.Id, ct)));
}
