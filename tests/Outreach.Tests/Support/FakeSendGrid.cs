using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.Tests.Support;

/// <summary>An e-mail as its receiver would see it, substitutions made.</summary>
public sealed record FakeMail(
    string To,
    string? ToName,
    string From,
    string FromName,
    string? ReplyTo,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers,
    string Reference,
    string ProviderId);

/// <summary>SendGrid's Mail Send on a real port: refuses what SendGrid refuses, keeps what it accepts, calls the webhooks when told.</summary>
public sealed class FakeSendGrid : IAsyncDisposable
{
    public const string ApiKey = "SG.key-of-the-tests";
    public const string From = "uitnodiging@wijkgroep.example";
    public const string ReplyDomain = "antwoord.wijkgroep.example";

    private readonly ConcurrentQueue<FakeMail> accepted = new();
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private FakeServer? server;
    private int calls;

    private FakeSendGrid()
    {
    }

    public Uri Url => server!.Url;

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public IReadOnlyList<FakeMail> Accepted => [.. accepted];

    public int Calls => calls;

    public Func<FakeCall, ProviderFault?> Faults { get; set; } = ProviderFault.None;

    /// <summary>What is larger gets 413 in HTML, from the server before the API.</summary>
    public long MaxBytes { get; set; } = 30_000_000;

    public static async Task<FakeSendGrid> StartAsync()
    {
        var sendGrid = new FakeSendGrid();
        sendGrid.server = await FakeServer.StartAsync(app => app.MapPost("/v3/mail/send", (Delegate)sendGrid.SendAsync));
        return sendGrid;
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        await server!.DisposeAsync();
    }

    /// <summary>Calls the event webhook with a good signature.</summary>
    public Task<HttpResponseMessage> CallEventHookAsync(HttpClient app, DateTimeOffset at, params IEnumerable<JsonObject> events)
    {
        // As SendGrid does: a line end after the list, which the signature covers.
        var body = Encoding.UTF8.GetBytes(new JsonArray([.. events]).ToJsonString() + "\r\n");
        var timestamp = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/sendgrid/events") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return app.SendAsync(request);
    }

    public static JsonObject Event(FakeMail mail, string kind, DateTimeOffset at, params (string Name, string Value)[] more)
    {
        var json = new JsonObject
        {
            ["email"] = mail.To,
            ["event"] = kind,
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["sg_event_id"] = $"{kind}-{mail.Reference}",
            ["sg_message_id"] = mail.ProviderId + ".filter-0001",
            ["smtp-id"] = mail.Headers["Message-ID"],
            ["outreach_reference"] = mail.Reference,
        };
        foreach (var (name, value) in more)
            json[name] = value;
        return json;
    }

    /// <summary>Reports on everything accepted so far: each event twice and in an order that the seed decides, or properly once.</summary>
    public async Task ReportAllAsync(HttpClient app, DateTimeOffset at, int? shuffleSeed = null)
    {
        var events = Accepted.SelectMany(mail => new[] { "processed", "delivered" }.Select(kind => Event(mail, kind, at))).ToArray();
        if (shuffleSeed is { } seed)
        {
            events = [.. events, .. events.Select(one => (JsonObject)one.DeepClone())];
            new Random(seed).Shuffle(events);
        }

        (await CallEventHookAsync(app, at, events)).EnsureSuccessStatusCode();
    }

    private async Task<IResult> SendAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {ApiKey}")
            return MailSendRules.Error(401, "The provided authorization grant is invalid, expired, or revoked", null);
        if (context.Request.ContentLength > MaxBytes)
            return Results.Text("<html><head><title>413 Request Entity Too Large</title></head></html>", "text/html", statusCode: 413);

        var json = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var number = Interlocked.Increment(ref calls);
        var fault = Faults(new(number, MailSendRules.Receivers(json)));
        if (fault is ProviderFault.Answer answer)
            return FakeServer.Say(context, answer);
        if (fault is ProviderFault.LostRequest)
            return FakeServer.Abort(context);
        if (MailSendRules.Check(json) is { } error)
            return error;

        var id = $"request-{number:d4}";
        foreach (var personalization in json["personalizations"]!.AsArray())
            accepted.Enqueue(Render(json, personalization!.AsObject(), id));
        if (fault is ProviderFault.LostAnswer)
            return FakeServer.Abort(context);

        context.Response.Headers["X-Message-Id"] = id;
        return Results.StatusCode(202);
    }

    private static FakeMail Render(JsonObject json, JsonObject personalization, string id)
    {
        var substitutions = MailSendRules.Strings(personalization["substitutions"]);
        string Fill(string text) => substitutions.Aggregate(text, (filled, one) => filled.Replace(one.Key, one.Value, StringComparison.Ordinal));
        var to = personalization["to"]![0]!;
        return new(
            (string)to["email"]!,
            (string?)to["name"],
            (string)json["from"]!["email"]!,
            (string)json["from"]!["name"]!,
            (string?)json["reply_to"]?["email"] is { } reply ? Fill(reply) : null,
            (string)personalization["subject"]!,
            Fill((string)json["content"]![0]!["value"]!),
            Fill((string)json["content"]![1]!["value"]!),
            MailSendRules.Strings(personalization["headers"]),
            (string)personalization["custom_args"]!["outreach_reference"]!,
            id);
    }
}

/// <summary>What Mail Send refuses. Source: SendGrid, Mail Send errors.</summary>
internal static class MailSendRules
{
    private const int MaxArgumentBytes = 10_000;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    public static IReadOnlyList<string> Receivers(JsonObject json) =>
        json["personalizations"]!.AsArray().Select(one => (string)one!["to"]![0]!["email"]!).ToList();

    public static Dictionary<string, string> Strings(JsonNode? node) =>
        node?.AsObject().ToDictionary(one => one.Key, one => one.Value!.GetValueKind() is JsonValueKind.String ? (string)one.Value! : throw new InvalidOperationException("Only strings.")) ?? [];

    public static IResult Error(int status, string message, string? field) =>
        Results.Json(new { errors = new[] { new { message, field, help = (string?)null } } }, statusCode: status);

    public static IResult? Check(JsonObject json)
    {
        var personalizations = json["personalizations"]!.AsArray();
        if (personalizations.Count is 0 or > 1000)
            return Error(400, "The personalization block is limited to 1000 personalizations per API request.", "personalizations");
        if ((string?)json["from"]?["email"] != FakeSendGrid.From)
            return Error(403, "The from address does not match a verified Sender Identity.", "from");
        if (json["content"]!.AsArray().Select(part => (string)part!["type"]!).ToArray() is not ["text/plain", "text/html"])
            return Error(400, "If present, text/plain must be first, followed by text/html.", "content");
        if (json["content"]!.AsArray().Any(part => string.IsNullOrEmpty((string?)part!["value"])))
            return Error(400, "The content value must be a string at least one character in length.", "content.0.value");
        if (json["reply_to"] is { } reply && !IsAddress((string?)reply["email"]))
            return Error(400, "Does not contain a valid address.", "reply_to.email");
        if (Receivers(json).Distinct(StringComparer.OrdinalIgnoreCase).Count() != personalizations.Count)
            return Error(400, "Each unique email address in the personalizations array should only be included once.", null);
        if (personalizations.Select(one => (string)one!["headers"]!["Message-ID"]!).Distinct().Count() != personalizations.Count)
            return Error(400, "The same Message-ID stands twice.", null);

        return personalizations.Select((one, index) => Check(one!.AsObject(), $"personalizations.{index}")).FirstOrDefault(error => error is not null);
    }

    private static IResult? Check(JsonObject one, string field)
    {
        if (one["to"]!.AsArray() is not [{ } to] || !IsAddress((string?)to["email"]))
            return Error(400, "Does not contain a valid address.", $"{field}.to.0.email");
        if ((string?)to["name"] is { } name && !name.StartsWith('"') && name.AsSpan().ContainsAny(',', ';'))
            return Error(400, "A name with a comma or semicolon must be quoted.", $"{field}.to.0.name");
        if (string.IsNullOrEmpty((string?)one["subject"]))
            return Error(400, "The subject is required.", $"{field}.subject");
        if (Strings(one["headers"]).Any(header => Reserved.Contains(header.Key) || header.Value.AsSpan().ContainsAny('\r', '\n')))
            return Error(400, "Header can not be one of the reserved keys.", $"{field}.headers");
        if (Bytes(one["substitutions"]) > MaxArgumentBytes)
            return Error(400, "Substitutions are limited to 10000 bytes per personalization.", $"{field}.substitutions");
        return Bytes(one["custom_args"]) > MaxArgumentBytes ? Error(400, "Custom arguments are limited to 10000 bytes.", $"{field}.custom_args") : null;
    }

    private static int Bytes(JsonNode? node) => Strings(node).Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value));

    private static bool IsAddress(string? text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && text.All(char.IsAscii) && !text.Contains("..", StringComparison.Ordinal) && address.Host.Contains('.', StringComparison.Ordinal);
}
