using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> that comes again gets the first answer again, and nothing is done twice. Answers are kept per group, path and key.
/// The same key with something else in it is a mistake of the caller, and refused: it would be lost without a word.
/// </summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <summary>Who has not answered by then was cut off.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    /// <summary>Before the body is read: what stands in it is taken along.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(Header))
            http.Request.Body = new HashedStream(http.Request.Body);
        return next(http);
    });

    public static RouteGroupBuilder HonourIdempotencyKeys(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.Request.Body is not HashedStream || http.Request.Headers[Header] is not [{ Length: > 0 } key])
                return await next(context);
            if (key.Length > LongestKey)
                return Problems.Of(StatusCodes.Status400BadRequest, "idempotency-key", $"An Idempotency-Key has at most {LongestKey} signs.");
            var answers = new KeptAnswers(http.RequestServices.GetRequiredService<ITables>(), ((Caller)http.Items[typeof(Caller)]!).Group, http.Request.Path + "|" + key);
            return await RunOnceAsync(answers, http, () => next(context));
        });
        return group;
    }

    private static async Task<object?> RunOnceAsync(KeptAnswers answers, HttpContext http, Func<ValueTask<object?>> run)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await answers.ClaimAsync(now, now - LongestCall, http.RequestAborted) is { } known)
            return await AgainAsync(known, http.Request);

        object? result = null;
        try
        {
            return result = await run();
        }
        finally
        {
            // Also when the caller hangs up meanwhile: they will come again.
            if (result is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 and var status })
            {
                var body = result is IValueHttpResult { Value: { } value } ? JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web) : null;
                await answers.KeepAsync(new KeptAnswer(status, body, await FingerprintAsync(http.Request), now));
            }
            else
            {
                await answers.ForgetAsync();
            }
        }
    }

    private static async Task<IResult> AgainAsync(KeptAnswer known, HttpRequest request)
    {
        if (known.Status == 0)
            return Problems.Of(StatusCodes.Status409Conflict, "in-progress", "The first call with this Idempotency-Key is still being worked on. Try again in a moment.");
        return known.Fingerprint == await FingerprintAsync(request)
            ? known.ToResult()
            : Problems.Invalid("idempotency-key", "This Idempotency-Key was used before, for something else. Give every new call a key of its own.");
    }

    private static async Task<string> FingerprintAsync(HttpRequest request) =>
        await ((HashedStream)request.Body).HashAsync(Encoding.UTF8.GetBytes(request.QueryString.Value ?? ""), request.HttpContext.RequestAborted);

    /// <param name="Status">0 while the first call is still running.</param>
    private sealed record KeptAnswer(int Status, string? Body, string? Fingerprint, DateTimeOffset At)
    {
        public IResult ToResult() => Body is null
            ? Results.StatusCode(Status)
            : Results.Text(Body, "application/json", Encoding.UTF8, Status);
    }

    private sealed class KeptAnswers(ITables tables, GroupId group, string key)
    {
        private readonly string _partition = $"answers|{group}";
        private readonly string _row = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

        /// <returns>What came before; null when this call is the first, or takes over from one that was cut off before <paramref name="cutOff"/>.</returns>
        public async Task<KeptAnswer?> ClaimAsync(DateTimeOffset now, DateTimeOffset cutOff, CancellationToken ct)
        {
            var claim = Json(new KeptAnswer(0, null, null, now));
            try
            {
                if (await tables.GetAsync(TableNames.Keys, _partition, _row, ct) is not { } row)
                {
                    await tables.SubmitAsync(TableNames.Keys, _partition, [Operation.Insert(_row, claim)], ct);
                    return null;
                }

                var known = JsonSerializer.Deserialize<KeptAnswer>(row.Json.Span, JsonSerializerOptions.Web)!;
                if (known.Status != 0 || known.At > cutOff)
                    return known;
                await tables.SubmitAsync(TableNames.Keys, _partition, [Operation.Replace(_row, claim, row.ETag)], ct);
                return null;
            }
            catch (ConflictException)
            {
                return new KeptAnswer(0, null, null, now);
            }
        }

        public Task KeepAsync(KeptAnswer answer) => tables.SubmitAsync(TableNames.Keys, _partition, [Operation.Upsert(_row, Json(answer))], CancellationToken.None);

        public Task ForgetAsync() => tables.SubmitAsync(TableNames.Keys, _partition, [Operation.Delete(_row, Operation.AnyETag)], CancellationToken.None);

        private static byte[] Json(KeptAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web);
    }
}
