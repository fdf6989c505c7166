using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

/// <summary>Signing in with an identity; tokens go over https only, so the network is replaced here, not the address.</summary>
public sealed class AzureIdentityTests
{
    [Fact]
    public async Task An_identity_sends_a_token_for_storage_and_no_signature()
    {
        var network = new Network(HttpStatusCode.NotFound, "");
        var credential = new Badge("a-token");
        await using var store = Store(network, credential);

        Assert.Null(await store.GetRequiredService<ITables>().GetAsync("People", "g", "a", default));
        Assert.Empty(await store.GetRequiredService<IBlobs>().ListAsync("", default).ToListAsync());

        Assert.Equal(["Bearer a-token", "Bearer a-token"], network.Seen.Select(request => request.Headers.Authorization?.ToString()));
        Assert.All(network.Seen, request => Assert.True(request.Headers.Contains("x-ms-version")));
        Assert.All(credential.Scopes, scope => Assert.Equal("https://storage.azure.com/.default", scope));
    }

    [Fact]
    public async Task A_machine_without_an_identity_is_told_what_to_switch_on()
    {
        await using var store = Store(new Network(HttpStatusCode.OK, ""), new Badge(null));

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.GetRequiredService<ITables>().GetAsync("People", "g", "a", default));

        Assert.Contains("managed identity", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_account_does_not_take_is_not_blamed_on_a_key()
    {
        await using var store = Store(new Network(HttpStatusCode.Unauthorized, "<Error><Code>InvalidAuthenticationInfo</Code></Error>"), new Badge("a-token"));

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.GetRequiredService<IQueues>().CountAsync("jobs", default));

        Assert.Contains("one tenant", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token", refused.ToString(), StringComparison.Ordinal);
    }

    private static ServiceProvider Store(Network network, TokenCredential credential) => new ServiceCollection()
        .AddAzureStore(
            StorageConnection.With(
                credential,
                new("https://acct.table.core.windows.net"),
                new("https://acct.queue.core.windows.net"),
                new("https://acct.blob.core.windows.net"),
                new HttpClientTransport(network)),
            new() { Tries = 1 })
        .BuildServiceProvider();

    private sealed class Badge(string? token) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return token is null
                ? throw new CredentialUnavailableException("No managed identity endpoint found.")
                : new(token, TimeProvider.System.GetUtcNow().AddHours(1));
        }
    }

    private sealed class Network(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(request);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body), RequestMessage = request });
        }
    }
}
