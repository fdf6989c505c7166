using System.Text;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Web.Api;

/// <summary>What a caller is told, the first time as every time after.</summary>
/// <param name="Status">0 while the first call is still running.</param>
internal sealed record KeptAnswer(int Status, string? Body, string? Fingerprint, DateTimeOffset At) : IResult
{
    public string? Location { get; init; }

    public static async Task<KeptAnswer> OfAsync(IResult result, HttpContext http, DateTimeOffset now)
    {
        using var body = new MemoryStream();
        var written = new DefaultHttpContext { RequestServices = http.RequestServices, Response = { Body = body } }.Response;
        await result.ExecuteAsync(written.HttpContext);
        return new KeptAnswer(written.StatusCode, body.Length == 0 ? null : Encoding.UTF8.GetString(body.ToArray()), null, now) { Location = written.Headers.Location };
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Location is not null)
            response.Headers.Location = Location;
        if (Body is null)
            return Task.CompletedTask;
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(Body, httpContext.RequestAborted);
    }
}

/// <summary>The answer to one call with a key.</summary>
internal sealed class KeptAnswers(ITables tables, GroupId group, string key)
{
    private readonly string _partition = PartitionOf(group);
    private readonly string _row = TextHash.Of(key);
    private string _etag = "";

    /// <returns>What came before; null when this call is the first, or takes over from one that was interrupted before <paramref name="cutOff"/>.</returns>
    public async Task<KeptAnswer?> ClaimAsync(DateTimeOffset now, DateTimeOffset cutOff, CancellationToken ct)
    {
        var claim = Json(new KeptAnswer(0, null, null, now));
        try
        {
            if (await tables.GetAsync(TableNames.Keys, _partition, _row, ct) is not { } row)
            {
                await SubmitAsync(Operation.Insert(_row, claim), ct);
                return null;
            }

            var known = JsonSerializer.Deserialize<KeptAnswer>(row.Json.Span, JsonSerializerOptions.Web)!;
            if (known.Status != 0 || known.At > cutOff)
                return known;
            await SubmitAsync(Operation.Replace(_row, claim, row.ETag), ct);
            return null;
        }
        catch (ConflictException)
        {
            return new KeptAnswer(0, null, null, now);
        }
    }

    public Task KeepAsync(KeptAnswer answer) => EndAsync(Operation.Replace(_row, Json(answer), _etag));

    public Task ForgetAsync() => EndAsync(Operation.Delete(_row, _etag));

    public static string PartitionOf(GroupId group) => $"answers|{group}";

    private async Task EndAsync(Operation operation)
    {
        try
        {
            await SubmitAsync(operation, CancellationToken.None);
        }
        catch (ConflictException)
        {
            // It took so long that another call has taken over: the claim is theirs.
        }
    }

    private async Task SubmitAsync(Operation operation, CancellationToken ct) =>
        _etag = (await tables.SubmitAsync(TableNames.Keys, _partition, [operation], ct))[0] ?? "";

    private static byte[] Json(KeptAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web);
}

/// <summary>Daily: a caller who has not called again by then will not. An answer may hold a name, and goes with the rest.</summary>
public sealed class ForgetAnswers(GroupStore groups, ITables tables, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(RetentionRules.Of(Kept.ApiAnswers).Days);

    public async Task HandleAsync(CancellationToken ct)
    {
        var turns = new EachInTurn(ct);
        foreach (var group in await groups.ListAsync(ct))
            await turns.TryAsync(() => HandleAsync(group.Id, ct));
        turns.ThrowIfAnyFailed();
    }

    private async Task HandleAsync(GroupId group, CancellationToken ct)
    {
        var partition = KeptAnswers.PartitionOf(group);
        await foreach (var row in tables.QueryAsync(TableNames.Keys, partition, "", "~", null, ct))
        {
            if (JsonSerializer.Deserialize<KeptAnswer>(row.Json.Span, JsonSerializerOptions.Web)!.At + KeptFor < clock.GetUtcNow())
                await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Delete(row.Key, Operation.AnyETag)], ct);
        }
    }
}
