using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;
using Request = Twilio.Http.Request;

namespace Outreach.Functions.Adapters.Twilio;

/// <summary>The two calls of Twilio's API that we need, by its SDK: create a message, list messages.</summary>
internal sealed class TwilioApi(HttpClient http, TwilioOptions options)
{
    /// <exception cref="TwilioRefusalException">Twilio did not answer with a message.</exception>
    public Task<MessageResource> CreateAsync(CreateMessageOptions message, CancellationToken ct) =>
        AskAsync(client => MessageResource.CreateAsync(message, client), ct);

    /// <summary>Newest first, page after page. (The SDK's own list blocks a thread for every page after the first.)</summary>
    /// <exception cref="TwilioRefusalException">Twilio did not answer with a list.</exception>
    public async IAsyncEnumerable<MessageResource> ListAsync(ReadMessageOptions filter, [EnumeratorCancellation] CancellationToken ct)
    {
        filter.PageSize = 200;
        var next = new Request(HttpMethod.Get, Domain.Api, $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json", queryParams: filter.GetParams());
        while (next is { } request)
        {
            var page = await AskAsync(async client => Page<MessageResource>.FromJson("messages", (await client.RequestAsync(request)).Content), ct);
            foreach (var message in page.Records)
                yield return message;
            next = page.HasNextPage() ? new(HttpMethod.Get, page.GetNextPageUrl(Domain.Api)) : null;
        }
    }

    public static DateTimeOffset? CreatedAt(MessageResource message) => (message.DateCreated ?? message.DateSent) is { } at ? new DateTimeOffset(at) : null;

    private async Task<T> AskAsync<T>(Func<TwilioRestClient, Task<T>> ask, CancellationToken ct)
    {
        var call = new TwilioCall(http, options.BaseUrl, ct);
        // The account is in the path, also when an API key signs in.
        var client = new TwilioRestClient(options.ApiKeySid ?? options.AccountSid, options.ApiKeySid is null ? options.AuthToken : options.ApiKeySecret, options.AccountSid, httpClient: call);
        try
        {
            var answer = await ask(client);
            // The SDK takes a redirection for success.
            return call.IsSuccess ? answer : throw new TwilioRefusalException(call.LastResponse, null);
        }
        catch (ApiConnectionException e) when (e.InnerException is { } cause)
        {
            // Its own message repeats the address that was called, and with it a phone number.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
        catch (Exception e) when (e is not TwilioRefusalException && call.LastResponse is not null)
        {
            throw new TwilioRefusalException(call.LastResponse, e is ApiException { Code: > 0 and var code } ? code : null);
        }
    }
}
