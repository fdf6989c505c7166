using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Tests.Support;

/// <summary>An SMS as the made-up Twilio keeps it.</summary>
public sealed record FakeSms(string Sid, string From, string To, string Body, string Direction, DateTimeOffset At, Uri? StatusCallback = null);

/// <summary>Twilio's messages API on a real port: refuses what Twilio refuses, keeps what it accepts, calls the webhooks when told.</summary>
public sealed partial class FakeTwilio : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "token-of-the-account";
    public const string ApiKeySid = "SK00000000000000000000000000000002";
    public const string ApiKeySecret = "secret-of-the-key";
    public const string ServiceSid = "MG00000000000000000000000000000003";
    public const string Number = "+3197010281234";

    private readonly ConcurrentQueue<FakeSms> messages = new();
    private readonly TimeProvider clock;
    private FakeServer? server;
    private int calls;
    private int sids;

    private FakeTwilio(TimeProvider clock) => this.clock = clock;

    public Uri Url => server!.Url;

    /// <summary>What was accepted for sending, in order.</summary>
    public IReadOnlyList<FakeSms> Accepted => messages.Where(message => message.Direction == "outbound-api").ToList();

    public int Calls => calls;

    public Func<FakeCall, ProviderFault?> Faults { get; set; } = ProviderFault.None;

    public Func<FakeCall, ProviderFault?> ListFaults { get; set; } = ProviderFault.None;

    public ConcurrentDictionary<string, bool> OptedOut { get; } = new();

    public int PageSize { get; set; } = 50;

    public static async Task<FakeTwilio> StartAsync(TimeProvider clock)
    {
        var twilio = new FakeTwilio(clock);
        twilio.server = await FakeServer.StartAsync(app =>
        {
            app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", (Delegate)twilio.CreateAsync);
            app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", (Delegate)twilio.List);
        });
        return twilio;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    /// <summary>A resident writes; the webhook is called only by <see cref="CallSmsHookAsync"/>.</summary>
    public FakeSms Receive(string from, string body) => Keep(new(NextSid(), from, Number, body, "inbound", clock.GetUtcNow()));

    public Task<HttpResponseMessage> CallSmsHookAsync(HttpClient app, Uri publicUrl, FakeSms sms, string? optOutType = null)
    {
        Dictionary<string, string> form = new()
        {
            ["MessageSid"] = sms.Sid,
            ["SmsSid"] = sms.Sid,
            ["AccountSid"] = AccountSid,
            ["From"] = sms.From,
            ["To"] = sms.To,
            ["Body"] = sms.Body,
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["SmsStatus"] = "received",
            ["ApiVersion"] = "2010-04-01",
            ["FromCity"] = "",
        };
        if (optOutType is not null)
            form["OptOutType"] = optOutType;
        return PostAsync(app, new(publicUrl, "/hooks/twilio/sms"), form);
    }

    public static Task<HttpResponseMessage> CallStatusHookAsync(HttpClient app, FakeSms sms, string status, int? errorCode = null)
    {
        Dictionary<string, string> form = new()
        {
            ["MessageSid"] = sms.Sid,
            ["MessageStatus"] = status,
            ["SmsStatus"] = status,
            ["AccountSid"] = AccountSid,
            ["From"] = sms.From,
            ["To"] = sms.To,
            ["ApiVersion"] = "2010-04-01",
        };
        if (errorCode is { } code)
            form["ErrorCode"] = code.ToString(CultureInfo.InvariantCulture);
        return PostAsync(app, sms.StatusCallback!, form);
    }

    /// <summary>Reports on everything accepted so far: each state twice and in an order that the seed decides, or properly once.</summary>
    public async Task ReportAllAsync(HttpClient app, int? shuffleSeed = null)
    {
        var reports = Accepted.SelectMany(sms => new[] { "queued", "sent", "delivered" }.Select(status => (sms, status))).ToArray();
        if (shuffleSeed is { } seed)
        {
            reports = [.. reports, .. reports];
            new Random(seed).Shuffle(reports);
        }

        foreach (var (sms, status) in reports)
            (await CallStatusHookAsync(app, sms, status)).EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient app, Uri url, Dictionary<string, string> form)
    {
        var text = url.OriginalString + string.Concat(form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
        var request = new HttpRequestMessage(HttpMethod.Post, url.PathAndQuery) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", signature);
        return app.SendAsync(request);
    }

    private async Task<IResult> CreateAsync(string account, HttpContext context)
    {
        if (Unauthorized(account, context) is { } refused)
            return refused;
        if (!context.Request.HasFormContentType)
            return Error(400, 21604);

        var form = await context.Request.ReadFormAsync();
        var fault = Faults(new(Interlocked.Increment(ref calls), [form["To"].ToString()]));
        if (fault is ProviderFault.Answer answer)
            return FakeServer.Say(context, answer);
        if (fault is ProviderFault.LostRequest)
            return FakeServer.Abort(context);
        if (Invalid(form) is { } code)
            return Error(400, code);

        var service = form["MessagingServiceSid"].ToString();
        var from = service.Length > 0 ? Number : form["From"].ToString();
        var sms = Keep(new(NextSid(), from, form["To"]!, form["Body"]!, "outbound-api", clock.GetUtcNow(), new(form["StatusCallback"]!)));
        return fault is ProviderFault.LostAnswer ? FakeServer.Abort(context) : Results.Json(Json(sms, service.Length > 0 ? "accepted" : "queued"), statusCode: 201);
    }

    private int? Invalid(IFormCollection form) => (form["To"].ToString(), form["From"].ToString(), form["MessagingServiceSid"].ToString(), form["Body"].ToString()) switch
    {
        ("", _, _, _) => 21604,
        (var to, _, _, _) when !E164().IsMatch(to) => 21211,
        (_, "", "", _) => 21603,
        (_, var from, "", _) when from != Number => 21606,
        (_, _, { Length: > 0 } service, _) when service != ServiceSid => 21705,
        (_, _, _, "") => 21602,
        (_, _, _, { Length: > 1600 }) => 21617,
        _ when !Uri.TryCreate(form["StatusCallback"], UriKind.Absolute, out var url) || url.Host.Contains('_', StringComparison.Ordinal) => 21609,
        (var to, _, _, _) when OptedOut.ContainsKey(to) => 21610,
        (['+', '3', '1', not ('6' or '9'), ..], _, _, _) => 21614,
        _ => null,
    };

    private IResult List(string account, HttpContext context)
    {
        if (Unauthorized(account, context) is { } refused)
            return refused;
        var query = context.Request.Query;
        if (ListFaults(new(1, [])) is { } fault)
            return fault is ProviderFault.Answer answer ? FakeServer.Say(context, answer) : FakeServer.Abort(context);

        var since = query["DateSent>"].ToString() is { Length: > 0 } day ? DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : DateTimeOffset.MinValue;
        var page = int.TryParse(query["Page"], CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = messages.Where(sms => (query["To"].ToString() is "" || sms.To == query["To"]) && sms.At >= since).Reverse().ToList();
        var next = found.Count > (page + 1) * PageSize
            ? $"{context.Request.Path}?To={Uri.EscapeDataString(query["To"]!)}&DateSent%3E={query["DateSent>"]}&Page={page + 1}"
            : null;
        return Results.Json(new
        {
            first_page_uri = $"{context.Request.Path}?Page=0",
            end = page * PageSize,
            previous_page_uri = (string?)null,
            messages = found.Skip(page * PageSize).Take(PageSize).Select(sms => Json(sms, "sent")),
            uri = $"{context.Request.Path}{context.Request.QueryString}",
            page_size = PageSize,
            start = page * PageSize,
            next_page_uri = next,
            page,
        });
    }

    private static IResult? Unauthorized(string account, HttpContext context)
    {
        string[] known = [$"{AccountSid}:{AuthToken}", $"{ApiKeySid}:{ApiKeySecret}"];
        var header = context.Request.Headers.Authorization.ToString();
        return !known.Any(pair => header == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))) ? Error(401, 20003)
            : account != AccountSid ? Error(404, 20404)
            : null;
    }

    private static IResult Error(int status, int code) =>
        Results.Json(new { code, message = "No.", more_info = $"https://www.twilio.com/docs/errors/{code}", status }, statusCode: status);

    private static object Json(FakeSms sms, string status) => new
    {
        sid = sms.Sid,
        from = sms.From,
        to = sms.To,
        body = sms.Body,
        status,
        direction = sms.Direction,
        num_segments = "1",
        error_code = (int?)null,
        date_created = sms.At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
        date_sent = (string?)null,
    };

    private FakeSms Keep(FakeSms sms)
    {
        messages.Enqueue(sms);
        return sms;
    }

    private string NextSid() => $"SM{Interlocked.Increment(ref sids):x32}";

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex E164();
}
