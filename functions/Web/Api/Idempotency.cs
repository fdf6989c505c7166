using System.Security.Cryptography;
using System.Text;
using Outreach.Storage;

namespace Outreach.Functions.Web.Api;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> that comes again gets the first answer again, and nothing is done twice. Answers are kept per group, path and key.
/// The same key with something else in it is a mistake of the caller, and refused: it would be lost without a word.
/// </summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int MaxKeyLength = 200;

    /// <summary>A call that has not ended after this time was interrupted.</summary>
    private static readonly TimeSpan MaxCallDuration = TimeSpan.FromMinutes(5);

    /// <summary>Before the body is read: it is hashed on the way, so that it need not be kept to be known again.</summary>
    public static void UseIdempotencyKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.ContainsKey(Header))
        {
            await next(http);
            return;
        }

        using var hash = SHA256.Create();
        http.Items[typeof(SHA256)] = hash;
        http.Request.Body = new CryptoStream(http.Request.Body, hash, CryptoStreamMode.Read);
        await next(http);
    });

    public static RouteGroupBuilder HonourIdempotencyKeys(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!http.Items.ContainsKey(typeof(SHA256)) || http.Request.Headers[Header] is not [{ Length: > 0 } key])
                return await next(context);
            if (key.Length > MaxKeyLength)
                return Problems.Of(StatusCodes.Status400BadRequest, "idempotency-key", $"An Idempotency-Key has at most {MaxKeyLength} characters.");
            var answers = new KeptAnswers(http.RequestServices.GetRequiredService<ITables>(), Asking.GroupOf(http), http.Request.Path + "|" + key);
            return await RunOnceAsync(answers, http, () => next(context));
        });
        return group;
    }

    private static async Task<object?> RunOnceAsync(KeptAnswers answers, HttpContext http, Func<ValueTask<object?>> run)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await answers.ClaimAsync(now, now - MaxCallDuration, http.RequestAborted) is { } known)
            return await AgainAsync(known, http.Request);

        KeptAnswer? answer = null;
        try
        {
            var result = await run();
            answer = result is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 } and IResult done ? await KeptAnswer.OfAsync(done, http, now) : null;
            return answer ?? result;
        }
        finally
        {
            // Also when the caller hangs up meanwhile: they will come again.
            if (answer is not null)
                await answers.KeepAsync(answer with { Fingerprint = await FingerprintAsync(http.Request, CancellationToken.None) });
            else
                await answers.ForgetAsync();
        }
    }

    private static async Task<IResult> AgainAsync(KeptAnswer known, HttpRequest request)
    {
        if (known.Status == 0)
            return Problems.Of(StatusCodes.Status409Conflict, "in-progress", "The first call with this Idempotency-Key is still being worked on. Try again in a moment.");
        return known.Fingerprint is null || known.Fingerprint == await FingerprintAsync(request, request.HttpContext.RequestAborted)
            ? known
            : Problems.Invalid("idempotency-key", "This Idempotency-Key was used before, for something else. Give every new call a key of its own.");
    }

    /// <summary>Of the body, also what nobody has read yet, and the query; null where the caller hung up before all of the body had come.</summary>
    private static async Task<string?> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, ct);
        }
        catch (IOException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return null;
        }

        var body = (SHA256)request.HttpContext.Items[typeof(SHA256)]!;
        return Convert.ToHexStringLower([.. body.Hash!, .. SHA256.HashData(Encoding.UTF8.GetBytes(request.QueryString.Value ?? ""))]);
    }
}
