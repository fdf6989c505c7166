using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>As the row holds it: what of a long body did not fit in the first property, in properties of its own.</summary>
    [JsonExtensionData]
    public Dictionary<string, object>? Rest { get; init; }

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
    /// <summary>Of a body in one property: less than a store takes, with the quotes around it.</summary>
    internal const int PartLength = RowRules.MaxStringCharacters - 100;

    /// <summary>An answer is full of quotes, that the usual encoder makes six times as long.</summary>
    private static readonly JsonSerializerOptions AsShort = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _partition = PartitionOf(group);
    private readonly string _row = TextHash.Of(key);
    private string _etag = "";

    /// <returns>What came before; null when this call is the first, or takes over from one that was interrupted before <paramref name="cutOff"/>.</returns>
    public async Task<KeptAnswer?> ClaimAsync(DateTimeOffset now, DateTimeOffset cutOff, CancellationToken ct)
    {
        var claim = Write(new KeptAnswer(0, null, null, now));
        try
        {
            if (await tables.GetAsync(TableNames.Keys, _partition, _row, ct) is not { } row)
            {
                await SubmitAsync(Operation.Insert(_row, claim), ct);
                return null;
            }

            var known = Read(row);
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

    public Task KeepAsync(KeptAnswer answer) => EndAsync(Operation.Replace(_row, Write(answer), _etag));

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

    private static byte[] Write(KeptAnswer answer)
    {
        var parts = PartsOf(answer.Body ?? "").ToList();
        var row = parts.Count < 2 ? answer : answer with { Body = parts[0], Rest = parts.Index().Skip(1).ToDictionary(part => NameOf(part.Index), part => (object)part.Item) };
        return JsonSerializer.SerializeToUtf8Bytes(row, AsShort);
    }

    private static KeptAnswer Read(Row row)
    {
        var answer = JsonSerializer.Deserialize<KeptAnswer>(row.Json.Span, JsonSerializerOptions.Web)!;
        var rest = answer.Rest ?? [];
        // By their numbers: a store may give properties in an order of its own.
        return answer with { Body = answer.Body is null ? null : string.Concat([answer.Body, .. Enumerable.Range(1, rest.Count).Select(n => rest[NameOf(n)])]), Rest = null };
    }

    private static string NameOf(int part) => $"body{part}";

    /// <summary>Never cut through the middle of a character.</summary>
    private static IEnumerable<string> PartsOf(string body)
    {
        for (var (at, length) = (0, 0); at < body.Length; at += length)
        {
            length = Math.Min(PartLength, body.Length - at);
            if (char.IsHighSurrogate(body[at + length - 1]))
                length--;
            yield return body.Substring(at, length);
        }
    }
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
        await foreach (var row in tables.QueryAsync(TableNames.Keys, partition, KeyRange.All, null, ct))
        {
            if (JsonSerializer.Deserialize<KeptAnswer>(row.Json.Span, JsonSerializerOptions.Web)!.At + KeptFor < clock.GetUtcNow())
                await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Delete(row.Key, Operation.AnyETag)], ct);
        }
    }
}
