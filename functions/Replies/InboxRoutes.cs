using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Replies;

internal sealed record AnswerBody(string? Text);

/// <param name="Party">How many come, with a yes.</param>
internal sealed record CloseBody(string? As, int? Party);

internal static class InboxRoutes
{
    public static void MapInbox(this RouteGroupBuilder api)
    {
        api.MapGet("/inbox", async (bool? open, Caller caller, Inbox inbox, CancellationToken ct) => Results.Ok(new Items<InboxItem>(open is false
            ? (await inbox.ListAsync(caller.Group, true, ct)).Concat(await inbox.ListAsync(caller.Group, false, ct))
            : await inbox.ListAsync(caller.Group, true, ct)))).Produces<Items<InboxItem>>();
        api.MapPost("/inbox/{id}/answer", AnswerAsync).Produces<StateAnswer<InboxState>>();
        api.MapPost("/inbox/{id}/close", CloseAsync).Produces<StateAnswer<InboxState>>();
    }

    private static async Task<IResult> AnswerAsync(string id, AnswerBody body, Caller caller, AnswerInbox answer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > AnswerInbox.MaxLength)
            return Problems.Invalid("text", $"Write an answer of 1 to {AnswerInbox.MaxLength} characters.");
        return await answer.HandleAsync(caller.Group, id, body.Text.Trim(), sawOpen: false, ct) switch
        {
            InboxAnswerOutcome.OnItsWay => Results.Ok(new StateAnswer<InboxState>(InboxState.Answered)),
            InboxAnswerOutcome.Stopped => Problems.Of(StatusCodes.Status409Conflict, "stopped", "This person said stop. Nothing was sent."),
            InboxAnswerOutcome.Stranger => Problems.Of(StatusCodes.Status409Conflict, "stranger", "We do not know who wrote this, so nothing was sent. Call or write to the number or address of the message yourself."),
            InboxAnswerOutcome.NoWay => Problems.Of(StatusCodes.Status409Conflict, "no-way", "No message reaches this person. Nothing was sent: please call."),
            _ => Problems.NotFound("message"),
        };
    }

    private static async Task<IResult> CloseAsync(string id, CloseBody? body, Caller caller, CloseInbox close, CancellationToken ct)
    {
        var settledAs = AnswerWord.KindOf(body?.As);
        if (settledAs is null && body?.As is { Length: > 0 })
            return Problems.Invalid("as", "Close it as yes, no, maybe or stop, or leave that out.");
        if (body?.Party is < 1 or > Invitation.MaxParty)
            return Problems.Invalid("party", $"Give a number of people from 1 to {Invitation.MaxParty}.");
        return await close.HandleAsync(caller.Group, id, settledAs, body?.Party, ct) switch
        {
            InboxCloseOutcome.Closed or InboxCloseOutcome.ClosedWaiting => Results.Ok(new StateAnswer<InboxState>(InboxState.Closed)),
            InboxCloseOutcome.Stranger => Problems.Of(StatusCodes.Status409Conflict, "stranger", "We do not know who wrote this: no answer of theirs can be noted. Close it without one."),
            InboxCloseOutcome.Stopped => Problems.Of(StatusCodes.Status409Conflict, "stopped", "This person said stop: no answer of theirs can be noted. Close it without one."),
            InboxCloseOutcome.NotInvited => Problems.Of(StatusCodes.Status409Conflict, "not-invited", "This person is not invited to a meeting that is still to come: no answer can be noted. Close it without one."),
            InboxCloseOutcome.Overtaken => Problems.Of(StatusCodes.Status409Conflict, "overtaken", "They gave another answer after they wrote this. Nothing was changed: close it without an answer."),
            InboxCloseOutcome.Settled => Problems.Of(StatusCodes.Status409Conflict, "settled", "A colleague noted another answer first. Nothing was changed."),
            _ => Problems.NotFound("message"),
        };
    }
}
