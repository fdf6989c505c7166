using System.Net.Http.Headers;
using Request = Twilio.Http.Request;
using Response = Twilio.Http.Response;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>How one call of the SDK goes out: by our connections, to the address of the settings, and no longer than it is wanted. The SDK has a way for none of these.</summary>
internal sealed class TwilioCall(HttpClient http, Uri baseUrl, CancellationToken ct) : global::Twilio.Http.HttpClient
{
    public bool IsSuccess => (int)LastResponse.StatusCode is >= 200 and < 300;

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var message = new HttpRequestMessage(new(request.Method.ToString()), new Uri(baseUrl, request.ConstructUrl().PathAndQuery));
        message.Headers.Authorization = new("Basic", Authentication(request.Username, request.Password));
        if (request.PostParams.Count > 0)
            message.Content = new FormUrlEncodedContent(request.PostParams);
        using var answer = await http.SendAsync(message, ct);
        return LastResponse = new(answer.StatusCode, await answer.Content.ReadAsStringAsync(ct), answer.Headers);
    }

    public override Response MakeRequest(Request request) => throw new NotSupportedException("Twilio is called asynchronously only.");
}

/// <summary>Twilio answered, and not with what was asked for. Its own words are left out: they can repeat a phone number.</summary>
internal sealed class TwilioRefusalException(Response answer, int? code)
    : HttpRequestException($"Twilio answered {(int)answer.StatusCode}, code {code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}.", null, answer.StatusCode)
{
    public int? Code => code;

    public RetryConditionHeaderValue? RetryAfter { get; } = answer.Headers.RetryAfter;
}
