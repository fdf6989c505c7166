using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Outreach.Tests.Fuzz;

/// <summary>Requests to the program's routes, right in most respects and odd in some: the same for the same seed.</summary>
internal sealed class FuzzedRequests(IReadOnlyList<RouteEndpoint> routes, int seed, IReadOnlyList<string> known, string key, Func<string> formToken)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"];
    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"x", "text/csv", "odd", "a/b; c",
    ];

    private static readonly string[] Fields =
    [
        "name", "phone", "email", "language", "answer", "question", "shown", "party", "links", "agreed", "from", "title", "day", "until", "place", "capacity", "text", "subject", "headers", "envelope", "charsets", "back", "to", "q", "code",
        "after", "top", "filename", "basis", "basisNote", "done", "why", "perHour", "id", "confirm", "attended", "audience", "startsAt", "endsAt", "contactName", "contactPhone", "quota", "note", "file", "lang",
    ];

    private static readonly string[] Headers =
        ["Accept-Language", "Cookie", "X-Forwarded-For", "X-Forwarded-Proto", "Idempotency-Key", "If-Match", "If-Modified-Since", "Range", "Accept", "Content-Encoding", "Origin", "Referer", "X-HTTP-Method-Override", "User-Agent", "X-Twilio-Signature"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OddValues values = new(new Random(seed), known);

    public HttpRequestMessage Next()
    {
        var route = values.OneOf(routes);
        var allowed = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var method = new HttpMethod(values.Chance(0.85) ? values.OneOf(allowed) : values.OneOf(Methods));
        var request = new HttpRequestMessage(method, new Uri(Address(route.RoutePattern), UriKind.Relative));
        if (values.Chance(0.85))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        for (var i = values.Below(4); i > 0; i--)
            request.Headers.TryAddWithoutValidation(values.OneOf(Headers), HeaderValue(values.Short()));
        if (method != HttpMethod.Get && method != HttpMethod.Head && method.Method is not ("TRACE" or "get") && values.Chance(0.95))
            request.Content = Body(route);
        return request;
    }

    private string Address(RoutePattern pattern)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
                path.Append(part switch { RoutePatternLiteralPart literal => literal.Content, RoutePatternSeparatorPart separator => separator.Content, _ => Uri.EscapeDataString(Whole(values.Chance(0.7) ? values.OneOf(known) : values.Short())) });
        }

        var query = string.Join('&', Enumerable.Range(0, values.Below(4)).Select(_ => $"{values.OneOf(Fields)}={(values.Chance(0.9) ? Uri.EscapeDataString(Whole(values.Short())) : "%zz%")}"));
        return (path.Length == 0 ? "/" : path.ToString()) + (query.Length > 0 ? "?" + query : "");
    }

    private HttpContent Body(RouteEndpoint route)
    {
        var takes = route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var isJson = takes is not null ? values.Chance(0.9) : values.Chance(0.15);
        var content = isJson ? Json(takes) : values.Below(4) switch
        {
            0 => Multipart(),
            1 => new ByteArrayContent(values.Bytes()),
            _ => Form(),
        };
        if (values.Chance(0.1))
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", values.OneOf(Types));
        }

        return content;
    }

    private StringContent Json(Type? type)
    {
        var names = type?.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToList() ?? [];
        var properties = names.Concat([values.OneOf(Fields)]).Where(_ => values.Chance(0.8)).Distinct().ToDictionary(name => name, _ => Value(0));
        var json = JsonSerializer.Serialize(properties, Relaxed);
        return new StringContent(values.Below(20) switch { 0 => json[..(json.Length / 2)], 1 => $"[{json}]", 2 => new string('[', 5000), 3 => "null", _ => json }, Encoding.UTF8, "application/json");
    }

    private object? Value(int depth) => values.Below(10) switch
    {
        0 => null,
        1 => values.Below(2) == 0,
        2 => values.Below(1000) - 10,
        3 => long.MaxValue,
        4 when depth < 3 => Enumerable.Range(0, values.Below(4)).Select(_ => Value(depth + 1)).ToList(),
        5 when depth < 3 => new Dictionary<string, object?> { [Whole(values.Short())] = Value(depth + 1) },
        _ => Whole(values.Text()),
    };

    private FormUrlEncodedContent Form() => new(Pairs());

    private List<KeyValuePair<string, string>> Pairs()
    {
        var pairs = Enumerable.Range(0, values.Below(12)).Select(_ => KeyValuePair.Create(values.OneOf(Fields), Whole(values.Text()))).ToList();
        if (values.Chance(0.8))
            pairs.Add(KeyValuePair.Create("__RequestVerificationToken", formToken()));
        return pairs;
    }

    /// <summary>By hand: a library would not make the mistakes.</summary>
    private ByteArrayContent Multipart()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Pairs())
        {
            text.Append("--b\r\nContent-Disposition: form-data; name=\"").Append(name).Append('"').Append(values.Chance(0.2) ? "; filename=\"lijst.csv\"" : "").Append(values.Chance(0.1) ? "\r\nContent-Type: odd" : "")
                .Append(values.Chance(0.95) ? "\r\n\r\n" : "\n").Append(value).Append("\r\n");
        }

        text.Append(values.Chance(0.7) ? "--b--\r\n" : "");
        var bytes = Encoding.UTF8.GetBytes(Whole(text.ToString()));
        var content = new ByteArrayContent(values.Chance(0.2) ? bytes[..(bytes.Length / 2)] : bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        return content;
    }

    // No client can send a line end in a header, nor half a character.
    private static string HeaderValue(string text) => string.Concat(text.Where(c => c is >= ' ' and <= '~'));

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
