using System.Net;
using System.Net.Http.Headers;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

/// <summary>Whoever tries codes, keys or sign-ins is stopped after a number of tries, and the owners of the installation's group hear of it once a day.</summary>
public sealed class GuessingAlarmTests : IAsyncLifetime
{
    private const string Owner = "noor@buurt.example";
    private const int Tries = 3;

    private readonly ServedNeighbourhood neighbourhood = new(
        $"--Outreach:WrongCodesInTenMinutes={Tries}", $"--Outreach:WrongKeysInTenMinutes={Tries}", $"--Outreach:Organisers:0={Owner}");

    public ValueTask InitializeAsync() => neighbourhood.InitializeAsync();

    public ValueTask DisposeAsync() => neighbourhood.DisposeAsync();

    [Fact]
    public async Task Guessing_codes_is_stopped_and_the_owners_are_told() =>
        await GuessedAsync("verkeerde codes", async _ => (await neighbourhood.Client.GetAsync("/i/ZZZZZZZZZ7")).StatusCode);

    [Fact]
    public async Task Guessing_keys_is_stopped_and_the_owners_are_told() => await GuessedAsync("verkeerde sleutels", async i =>
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, "/api/meetings") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", $"a guess {i}") } };
        return (await neighbourhood.Client.SendAsync(call)).StatusCode;
    });

    private async Task GuessedAsync(string what, Func<int, Task<HttpStatusCode>> guess)
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < Tries + 4; i++)
            answers.Add(await guess(i));
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(4, answers.Count(status => status is HttpStatusCode.TooManyRequests));
        Assert.Contains(what, Assert.Single(await neighbourhood.Get<LocalOutbox>().ListAsync(Owner, default)).Text, StringComparison.Ordinal);
    }
}
