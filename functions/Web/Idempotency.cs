using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> that comes again gets the first answer again, and nothing is done twice. Answers are kept per group, path and key.
/// </summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public static RouteGroupBuilder HonourIdempotencyKeys(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Headers[Header] is not [{ Length: > 0 } key])
                return await next(context);
            if (key.Length > LongestKey)
                return Problems.Of(StatusCodes.Status400BadRequest, "idempotency-key", $"An Idempotency-Key has at most {LongestKey} signs.");
            var tables = http.RequestServices.GetRequiredService<ITables>();
            var caller = (Caller)http.Items[typeof(Caller)]!;
            return await RunOnceAsync(tables, caller.Group, http.Request.Path + "|" + key, () => next(context), http.RequestAborted);
        });
        return group;
    }

    private static async Task<object?> RunOnceAsync(ITables tables, GroupId group, string key, Func<ValueTask<object?>> run, CancellationToken ct)
    {
        var partition = $"answers|{group}";
        var row = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        if (await tables.GetAsync(TableNames.Keys, partition, row, ct) is { } known)
            return JsonSerializer.Deserialize<KeptAnswer>(known.Json.Span, JsonSerializerOptions.Web)!.ToResult();

        var result = await run();
        if (result is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 } success)
        {
            var body = result is IValueHttpResult { Value: { } value } ? JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web) : null;
            var json = JsonSerializer.SerializeToUtf8Bytes(new KeptAnswer(success.StatusCode!.Value, body), JsonSerializerOptions.Web);
            await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Upsert(row, json)], ct);
        }

        return result;
    }

    private sealed record KeptAnswer(int Status, string? Body)
    {
        public IResult ToResult() => Body is null
            ? Results.StatusCode(Status)
            : Results.Text(Body, "application/json", Encoding.UTF8, Status);
    }
}
