using Outreach.Contacts;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Replies;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Sending;

internal sealed record PlayedReply(string? From, string? Text);

internal sealed record SentMessage(string To, Channel Channel, string? Subject, string Text, string Language, DateTimeOffset At);

internal static class OutboxRoutes
{
    /// <summary>What the local outbox holds; only where it stands in for the providers.</summary>
    public static void MapOutbox(this RouteGroupBuilder api) => api.MapGet("/outbox", async (string? to, Caller caller, LocalOutbox outbox, CancellationToken ct) =>
        Results.Ok((await outbox.ListAsync(caller.Group, to, ct)).Select(m => new SentMessage(m.To, m.Channel, m.Subject, m.Text, m.Language, m.At)))).Produces<IEnumerable<SentMessage>>();

    /// <summary>Plays a resident who answers, as a webhook would bring it. Only with a virtual clock.</summary>
    public static void MapPlayedReplies(this IEndpointRouteBuilder app) => app.MapPost("/api/dev/reply", ReplyAsync).Produces(StatusCodes.Status202Accepted);

    private static async Task<IResult> ReplyAsync(PlayedReply body, IQueues queues, InboundTexts texts, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(body.From) || string.IsNullOrWhiteSpace(body.Text))
            return Problems.Invalid("reply", "Send {\"from\": \"+31612345678\", \"text\": \"ja\"}.");
        if (InboundOf(body.From, body.Text, settings, clock.GetUtcNow()) is not { } inbound)
            return Problems.Invalid("from", "Give a phone number or an e-mail address.");
        foreach (var text in texts.Write([inbound]))
            await queues.SendAsync(QueueNames.Inbound, text, TimeSpan.Zero, ct);
        return Results.Accepted();
    }

    public static InboundEvent? InboundOf(string from, string text, Settings settings, DateTimeOffset now)
    {
        var id = $"played-{Base32.Random(16)}";
        if (from.Contains('@', StringComparison.Ordinal))
            return EmailAddress.TryParse(from, out var email) ? new InboundEvent(InboundKind.Email, id, email.Value, null, QuotedText.Cut(text), now) : null;
        return PhoneNumber.TryParse(from, settings.Countries, out var number, out _) ? new InboundEvent(InboundKind.Sms, id, number.Value, null, text, now) : null;
    }
}
