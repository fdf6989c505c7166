using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Web.Fields;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Replies;

/// <summary>
/// Where the providers call us. What is verified waits on the queue before the answer is given; a queue that is down is an
/// exception, hence a 5xx, and the provider comes again. A provider that is not configured is not found.
/// </summary>
internal static class HooksRoutes
{
    private const int MaxFormBytes = 1024 * 1024;
    private const int MaxEventBytes = 10 * 1024 * 1024;
    private const int MaxEmailBytes = 30 * 1024 * 1024;

    public static IEndpointRouteBuilder MapProviderHooks(this IEndpointRouteBuilder app)
    {
        var hooks = app.MapGroup("/hooks").ExcludeFromDescription();
        hooks.MapPost("/twilio/sms", (Delegate)TwilioSmsAsync);
        hooks.MapPost("/twilio/status", (Delegate)TwilioStatusAsync);
        hooks.MapPost("/sendgrid/events", (Delegate)SendGridEventsAsync);
        hooks.MapPost("/sendgrid/inbound/{secret}", SendGridInboundAsync);
        return app;
    }

    private static async Task<IResult> TwilioSmsAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<TwilioOptions>() is not { } options)
            return Results.NotFound();
        if (await SignedFormAsync(context, options) is not { } form)
            return Reject("twilio/sms");

        await QueueAsync(context, "twilio/sms", TwilioWebhooks.ReadSms(form, Now(context)));
        return Results.Text("<Response/>", "text/xml", Encoding.UTF8);
    }

    private static async Task<IResult> TwilioStatusAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<TwilioOptions>() is not { } options)
            return Results.NotFound();
        if (await SignedFormAsync(context, options) is not { } form)
            return Reject("twilio/status");

        // The states on the way have nothing to tell.
        if (TwilioWebhooks.ReadStatus(form, context.Request.Query, Now(context)) is { } report)
            await QueueAsync(context, "twilio/status", report);
        return Results.NoContent();
    }

    private static async Task<IResult> SendGridEventsAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<SendGridOptions>()?.EventPublicKey is not { } key)
            return Results.NotFound();

        Limit(context, MaxEventBytes);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        if (!SendGridSignature.Verify(key, headers[SendGridSignature.TimestampHeader], body.ToArray(), headers[SendGridSignature.SignatureHeader], Now(context)))
            return Reject("sendgrid/events");

        try
        {
            await QueueAsync(context, SendGridEvents.Read(body.ToArray(), Now(context)));
            return Results.NoContent();
        }
        catch (JsonException)
        {
            Measures.HookUnreadable("sendgrid/events");
            return Results.BadRequest();
        }
    }

    private static async Task<IResult> SendGridInboundAsync(string secret, HttpContext context)
    {
        if (context.RequestServices.GetService<SendGridOptions>() is not { InboundSecret: { } expected } options)
            return Results.NotFound();
        // Hashed first, so that the time tells nothing of the length either.
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(expected))))
            return Reject("sendgrid/inbound");

        Limit(context, MaxEmailBytes);
        InboundEvent? email;
        try
        {
            email = await SendGridInboundParse.ReadAsync(context.Request, options.ReplyDomain, Now(context), context.RequestAborted);
        }
        catch (IOException cutOff) when (cutOff is not BadHttpRequestException)
        {
            // Whole for the connection and yet without an end: sent again it would be the same.
            Measures.HookUnreadable("sendgrid/inbound");
            return Results.BadRequest();
        }

        await QueueAsync(context, "sendgrid/inbound", email);
        return Results.NoContent();
    }

    /// <summary>Null when the signature does not hold.</summary>
    private static async Task<IFormCollection?> SignedFormAsync(HttpContext context, TwilioOptions options)
    {
        Limit(context, MaxFormBytes);
        if (await Forms.ReadAsync(context.Request) is not { } form)
            return null;

        // The public address, not the one a proxy calls us under; a query that a proxy rewrote is tried as we wrote it.
        string? signature = context.Request.Headers["X-Twilio-Signature"];
        var url = options.PublicUrl.AbsoluteUri.TrimEnd('/') + context.Request.Path + context.Request.QueryString;
        return TwilioSignature.Verify(options.AuthToken, url, form, signature)
            || (context.Request.Query["ref"].ToString() is { Length: > 0 } reference && TwilioSignature.Verify(options.AuthToken, options.StatusCallback(reference), form, signature))
            ? form
            : null;
    }

    private static Task QueueAsync(HttpContext context, string hook, InboundEvent? one)
    {
        if (one is not null)
            return QueueAsync(context, [one]);

        Measures.HookUnreadable(hook);
        return Task.CompletedTask;
    }

    // Not given up when the provider hangs up: Twilio does not come again.
    private static async Task QueueAsync(HttpContext context, IReadOnlyList<InboundEvent> events)
    {
        var queues = context.RequestServices.GetRequiredService<IQueues>();
        foreach (var text in context.RequestServices.GetRequiredService<InboundTexts>().Write(events))
            await queues.SendAsync(QueueNames.Inbound, text, TimeSpan.Zero, CancellationToken.None);
    }

    private static IResult Reject(string hook)
    {
        Measures.HookRejected(hook);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static void Limit(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = bytes;
    }

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
