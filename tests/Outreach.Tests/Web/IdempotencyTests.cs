using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Storage;
using Outreach.Team;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

public sealed class IdempotencyTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_hangs_up_and_calls_again_gets_the_first_answer_and_nothing_is_done_twice()
    {
        using var caller = new CancellationTokenSource();
        var (done, over) = (0, new TaskCompletionSource());
        await using var server = await FakeServer.StartAsync(
            app =>
            {
                app.Use(async (http, next) =>
                {
                    http.Items[typeof(Caller)] = new Caller(GroupId.Default, "key", KeyScope.Write);
                    try
                    {
                        await next(http);
                    }
                    finally
                    {
                        over.TrySetResult();
                    }
                });
                app.UseIdempotencyKeys();
                app.MapGroup("").HonourIdempotencyKeys().MapPost("/things", async (HttpContext http) =>
                {
                    if (++done == 1)
                        await HangUpAsync(http, caller);
                    return Results.Created($"/things/{done}", new { done });
                });
            },
            services => services.AddSingleton<ITables>(new InMemoryTables()).AddSingleton(TimeProvider.System));
        using var http = new HttpClient { BaseAddress = server.Url };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(http, caller.Token));
        await over.Task;
        var answer = await AskAsync(http, default);

        Assert.Equal(("/things/1", 1), (answer.Headers.Location?.ToString(), done));
    }

    [Fact]
    public async Task A_call_that_took_too_long_leaves_the_claim_of_the_one_that_took_over_alone()
    {
        var tables = new InMemoryTables();
        var (slow, next, third) = (Call(), Call(), Call());
        await slow.ClaimAsync(Now, Now, default);
        await next.ClaimAsync(Now.AddHours(1), Now.AddMinutes(30), default);

        await slow.ForgetAsync();
        var meanwhile = await third.ClaimAsync(Now.AddHours(1), Now.AddMinutes(30), default);
        await slow.KeepAsync(Answer(1));
        await next.KeepAsync(Answer(2));

        Assert.Equal((0, "2"), (meanwhile?.Status, (await third.ClaimAsync(Now.AddHours(1), Now, default))?.Body));

        KeptAnswers Call() => new(tables, GroupId.Default, "once");
        static KeptAnswer Answer(int n) => new(StatusCodes.Status201Created, $"{n}", null, Now);
    }

    [Fact]
    public async Task A_long_answer_is_given_again_as_it_was()
    {
        var tables = new InMemoryTables();
        var body = new string('a', KeptAnswers.PartLength - 1) + "\U0001F600" + string.Concat(Enumerable.Range(0, 30_000).Select(n => $"\"{n}\","));
        var first = new KeptAnswers(tables, GroupId.Default, "once");
        await first.ClaimAsync(Now, Now, default);

        await first.KeepAsync(new KeptAnswer(StatusCodes.Status201Created, body, "x", Now) { Location = "/things/1" });

        Assert.Equal(
            new KeptAnswer(StatusCodes.Status201Created, body, "x", Now) { Location = "/things/1" },
            await new KeptAnswers(tables, GroupId.Default, "once").ClaimAsync(Now, Now, default));
    }

    /// <summary>The caller goes away, and the server has noticed.</summary>
    private static async Task HangUpAsync(HttpContext http, CancellationTokenSource caller)
    {
        var gone = new TaskCompletionSource();
        using var noticed = http.RequestAborted.Register(gone.SetResult);
        await caller.CancelAsync();
        await gone.Task;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Headers = { { "Idempotency-Key", "once" } }, Content = JsonContent.Create(new { name = "Soep" }) };
        return await http.SendAsync(request, ct);
    }
}
