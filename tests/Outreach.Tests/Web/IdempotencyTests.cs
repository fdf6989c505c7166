using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Storage;
using Outreach.Team;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Who_hangs_up_and_calls_again_gets_the_first_answer_and_nothing_is_done_twice()
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
