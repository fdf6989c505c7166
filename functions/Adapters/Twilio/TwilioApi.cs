using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>The two calls of Twilio's REST API that we need: create a message, list messages.</summary>
internal sealed class TwilioApi(HttpClient http, TwilioOptions options)
{
    // The path carries the account, also when an API key signs in.
    private string Path => $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json";

    public Task<HttpResponseMessage> CreateAsync(IEnumerable<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        var request = Request(HttpMethod.Post, new(options.BaseUrl, Path));
        request.Content = new FormUrlEncodedContent(form);
        return http.SendAsync(request, ct);
    }

    /// <summary>Newest first, page after page.</summary>
    /// <exception cref="HttpRequestException">Twilio did not answer with a list.</exception>
    public async IAsyncEnumerable<TwilioMessage> ListAsync(string query, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Uri? next = new(options.BaseUrl, $"{Path}?{query}&PageSize=200"); next is not null;)
        {
            using var request = Request(HttpMethod.Get, next);
            using var response = await http.SendAsync(request, ct);
            response.EnsureSuccessStatusCode();
            var page = await response.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioPage, ct);
            foreach (var message in page?.Messages ?? [])
                yield return message;
            next = page?.NextPageUri is { } uri ? SameHost(new(options.BaseUrl, uri)) : null;
        }
    }

    private Uri SameHost(Uri next) =>
        next.Authority == options.BaseUrl.Authority ? next : throw new HttpRequestException("The next page is on another host.");

    private HttpRequestMessage Request(HttpMethod method, Uri url)
    {
        var user = options.ApiKeySid ?? options.AccountSid;
        var password = options.ApiKeySid is null ? options.AuthToken : options.ApiKeySecret;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new(method, url) { Headers = { Authorization = new AuthenticationHeaderValue("Basic", credentials) } };
    }
}

/// <summary>A message as Twilio keeps it; its specification lets every field be null.</summary>
internal sealed record TwilioMessage(
    string? Sid,
    string? From,
    string? To,
    string? Body,
    string? Status,
    string? Direction,
    int? ErrorCode,
    string? DateCreated,
    string? DateSent)
{
    /// <summary>Dates are as in e-mail: "Thu, 24 Aug 2023 05:01:45 +0000".</summary>
    public DateTimeOffset? CreatedAt =>
        DateTimeOffset.TryParse(DateCreated ?? DateSent, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

internal sealed record TwilioPage(IReadOnlyList<TwilioMessage>? Messages, string? NextPageUri);

internal sealed record TwilioError(int? Code);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioPage))]
[JsonSerializable(typeof(TwilioError))]
internal sealed partial class TwilioJson : JsonSerializerContext;
