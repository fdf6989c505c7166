using System.Globalization;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Web;

namespace Outreach.Tests.Fuzz;

/// <summary>
/// Whatever anybody sends, the program answers: nothing is a failure of ours (5xx), and nothing hangs. <c>OUTREACH_FUZZ</c> says how many requests,
/// <c>OUTREACH_FUZZ_SEED</c> where they begin; the seed of a failure stands in its message.
/// </summary>
public sealed class RequestFuzzTests : IAsyncLifetime
{
    private const string Key = "a key for the fuzz";
    private const int Ordinarily = 500;

    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(60);

    private readonly OrganiserSite site = new(
        $"--Outreach:ApiKey={Key}", "--Outreach:PagesPerMinute=1000000", "--Outreach:WrongCodesInTenMinutes=1000000", "--Outreach:SignInsInTenMinutes=1000000",
        "--SendGrid:ApiKey=SG.x", "--SendGrid:From=buurt@example.org", "--SendGrid:ReplyDomain=antwoord.example.org", "--SendGrid:InboundSecret=secret", "--SendGrid:BaseUrl=http://127.0.0.1:1");

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task No_request_is_answered_with_a_failure_or_never()
    {
        site.Browser.Timeout = Hangs;
        var (count, first) = (Setting("OUTREACH_FUZZ", Ordinarily), Setting("OUTREACH_FUZZ_SEED", 1));
        var (known, token) = await PrepareAsync();
        // Moving the clock is a tool of ours, and a year of it is meant to take long.
        var routes = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.Contains("clock", StringComparison.Ordinal) is not true).ToList();
        Assert.True(routes.Count > 100, $"{routes.Count} routes");

        var failures = new List<string>();
        for (var seed = first; seed < first + count; seed++)
        {
            // Each on a connection of its own: an answer that comes before the whole body was read ends the connection, and a request that follows on it at once is lost.
            using var request = new FuzzedRequests(routes, seed, known, Key, () => token).Next();
            request.Headers.ConnectionClose = true;
            try
            {
                using var answer = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
                if ((int)answer.StatusCode >= 500)
                    failures.Add($"seed {seed}: {request.Method} {request.RequestUri} {request.Content?.Headers.ContentType}: {(int)answer.StatusCode}");
                if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("outreach=;", StringComparison.Ordinal)))
                    token = await SignInAsync();
            }
            catch (HttpRequestException broken)
            {
                failures.Add($"seed {seed}: {request.Method} {request.RequestUri} {request.Content?.Headers.ContentType}: {broken.InnerException?.Message ?? broken.Message}");
            }
            catch (TaskCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                failures.Add($"seed {seed}: {request.Method} {request.RequestUri}: no answer");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} requests to {routes.Count} routes from seed {first}: {failures.Count} failures");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join('\n', failures.Take(60))}");
    }

    /// <returns>Ids and codes that open something, and a token for forms.</returns>
    private async Task<(IReadOnlyList<string> Known, string Token)> PrepareAsync()
    {
        var token = await SignInAsync();
        var meeting = await site.InvitedAsync();
        var id = meeting.Split('/')[^1];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/meetings/{id}/invitations") { Headers = { { "Authorization", $"Bearer {Key}" } } };
        var items = (await (await site.Browser.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToList();
        return ([id, "secret", "nl", "default", .. items.Select(item => item.GetProperty("person").GetString()!), .. items.Select(item => item.GetProperty("code").GetString()!)], token);
    }

    private async Task<string> SignInAsync()
    {
        await site.SignInAsync();
        return await OrganiserSite.TokenAsync(site.Browser, "/meetings/new");
    }

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
