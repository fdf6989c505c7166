using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Storage.Queues.Models;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The published program behind a host that speaks the worker protocol, with the real queue listener before it.</summary>
public sealed class WorkerTests(WorkerUnderTest app) : IClassFixture<WorkerUnderTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_the_host_every_function_that_the_program_has()
    {
        var host = await app.HostAsync();

        Assert.Equal(WholeProgram.Functions.Functions.Select(function => function.Name), host.Functions.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            host.Functions.Values.Select(function => JsonNode.Parse((string)function["rawBindings"]![0]!)!).Where(binding => (string?)binding["type"] == "queueTrigger"),
            binding => Assert.Null(binding["connection"]));
    }

    [Fact]
    public async Task Every_timer_fires()
    {
        var host = await app.HostAsync();

        foreach (var timer in WholeProgram.Functions.Functions.Where(function => function.Trigger is Trigger.Timer))
            Assert.Null(await host.FireTimerAsync(timer.Name));
    }

    [Theory]
    [InlineData("ImportList", """{"group":"default","list":"00000000"}""")]
    [InlineData("SendInvitations", """{"group":"default","meeting":"000000000000","slices":[]}""")]
    [InlineData("SendMessage", """{"group":"default","person":"000000000000000","ticks":1,"step":"x"}""")]
    [InlineData("HandleInbound", """{"events":[]}""")]
    public async Task A_job_about_what_is_there_no_more_is_done_at_once(string function, string job)
    {
        var host = await app.HostAsync();

        Assert.Null(await host.DeliverAsync(function, QueuesModelFactory.QueueMessage("1", "receipt", new BinaryData(job), 1)));
    }

    [Fact]
    public async Task A_list_that_is_uploaded_is_read_by_the_function_behind_its_queue()
    {
        var host = await app.HostAsync();
        var meeting = await CallAsync(host, HttpMethod.Post, "/api/meetings", JsonContent.Create(ServedProgram.Meeting("Koffie", DateTimeOffset.UtcNow.AddDays(9))));

        var list = await CallAsync(
            host, HttpMethod.Post, $"/api/meetings/{meeting["id"]}/lists?filename=lijst.csv&basis=consent&basisNote=straatfeest", new StringContent("Naam;Mobiel\nFatima;06 12345678\nJan;06 12345679\n"));
        await UntilAsync(async () => (string?)(await CallAsync(host, HttpMethod.Get, $"/api/lists/{list["id"]}"))["state"] == "ready");

        Assert.Equal(2, (int?)(await CallAsync(host, HttpMethod.Get, $"/api/lists/{list["id"]}"))["accepted"]);
    }

    [Fact]
    public async Task A_message_that_is_not_ours_is_tried_five_times_and_put_aside_whatever_it_says_of_itself()
    {
        const string Theirs = """{"DequeueCount":99,"id":"theirs"}""";
        var host = await app.HostAsync();

        await app.Queues.SendAsync(QueueNames.Messages, Theirs, TimeSpan.Zero, Ct);
        await UntilAsync(async () => await app.Queues.CountAsync("messages-poison", Ct) == 1);

        Assert.Equal(Theirs, Assert.Single(await app.Queues.PeekAsync("messages-poison", 1, Ct)).Text);
        var why = await host.DeliverAsync("SendMessage", QueuesModelFactory.QueueMessage("1", "receipt", new BinaryData(Theirs), 1));
        Assert.Contains("A message in queue messages is not a job that this version knows", why, StringComparison.Ordinal);
        Assert.Contains("'outreach drop'", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_come_through_as_they_are_standalone()
    {
        var host = await app.HostAsync();
        await using var alone = await ServedProgram.StartAsync();

        using var page = await host.Http.GetAsync("/signin", Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("max-age", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/nothing/here", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync("/api/meetings", Ct)).StatusCode);
        Assert.Equal($"https://{host.Http.BaseAddress!.Authority}/signin?back=%2F", (await host.Http.GetAsync("/", Ct)).Headers.Location?.OriginalString);
        Assert.Equal(Calls(await alone.Http.GetStringAsync("/api/openapi.json", Ct)).Where(call => !call.StartsWith("/api/dev/", StringComparison.Ordinal) && call != "/api/outbox"), Calls((await CallAsync(host, HttpMethod.Get, "/api/openapi.json")).ToJsonString()));
    }

    [Fact]
    public async Task Whoever_comes_from_outside_can_call_no_function()
    {
        var host = await app.HostAsync();

        foreach (var function in host.Functions.Keys.Append("api/dev/clock"))
        {
            using var spoofed = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = JsonContent.Create(new { Data = new { message = "{}", timer = "{}" } }) };
            spoofed.Headers.Add("x-ms-invocation-id", Guid.NewGuid().ToString());
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.SendAsync(spoofed, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_list_that_is_too_large_is_refused_in_words()
    {
        var host = await app.HostAsync();
        var meeting = await CallAsync(host, HttpMethod.Post, "/api/meetings", JsonContent.Create(ServedProgram.Meeting("Koffie", DateTimeOffset.UtcNow.AddDays(9))));

        using var answer = await SendAsync(host, HttpMethod.Post, $"/api/meetings/{meeting["id"]}/lists?filename=lijst.csv&basis=none", new ByteArrayContent(new byte[52 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too-large", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["code"]);
    }

    [Fact]
    public async Task Whoever_tries_codes_is_refused_by_their_address()
    {
        var host = await app.HostAsync();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add(await TryCodeAsync(host, "198.51.100.7"));

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await TryCodeAsync(host, "198.51.100.8"));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "", "AzureWebJobsStorage__blobServiceUri")]
    [InlineData("Outreach__BaseUrl", "", "Outreach__BaseUrl is not set")]
    [InlineData("Outreach__BaseUrl", "uitnodiging", "Outreach__BaseUrl is not a web address")]
    [InlineData("Outreach__TimeZone", "Europe/Wilgenhoek", "Outreach__TimeZone is not a time zone")]
    [InlineData("Outreach__HashKey", "", "Outreach__HashKey is set, but empty")]
    [InlineData("Twilio__AccountSid", "", "Twilio__AccountSid")]
    [InlineData("SendGrid__ApiKey", "", "SendGrid__ApiKey")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "needs the rules of each")]
    [InlineData("TZDIR", "/nonexistent", "tzdata")]
    public async Task What_cannot_run_says_which_setting_is_missing_or_wrong(string setting, string value, string why)
    {
        var (code, said) = await app.FailedStartAsync(setting, value);

        Assert.Equal(1, code);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_well()
    {
        await using var host = await app.AnotherAsync();

        await host.StopAsync();

        Assert.True(host.Worker.ExitCode == 0, $"It ended with {host.Worker.ExitCode}. {host.Worker.Said}{host.Worker.Complained}");
    }

    private static async Task<HttpStatusCode> TryCodeAsync(SmallFunctionsHost host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/i/0000000000") { Headers = { { "X-Forwarded-For", $"203.0.113.99, {address}, 10.0.0.1" } } };
        using var answer = await host.Http.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private static async Task<JsonNode> CallAsync(SmallFunctionsHost host, HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await SendAsync(host, method, path, content);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text}");
    }

    private static async Task<HttpResponseMessage> SendAsync(SmallFunctionsHost host, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", WorkerUnderTest.Key);
        return await host.Http.SendAsync(request, Ct);
    }

    private static IEnumerable<string> Calls(string openApi) => JsonNode.Parse(openApi)!["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal);

    /// <summary>The listener polls when it likes.</summary>
    [Fact]
    public async Task A_work_account_signs_in_through_the_host()
    {
        await using var provider = await OidcServer.StartAsync();
        await using var host = await app.AnotherAsync(
            ("Outreach__Organisers__0", "fatima@example.org"), ("Outreach__Oidc__Authority", provider.Issuer), ("Outreach__Oidc__ClientId", OidcServer.ClientId), ("Outreach__Oidc__ClientSecret", OidcServer.ClientSecret));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        using var left = await host.Http.GetAsync("/signin/work", Ct);
        using var sent = await client.GetAsync(left.Headers.Location, Ct);
        var back = sent.Headers.Location!;
        using var call = new HttpRequestMessage(HttpMethod.Get, back.PathAndQuery);
        call.Headers.Add("Cookie", string.Join("; ", left.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var answer = await host.Http.SendAsync(call, Ct);

        Assert.Equal("https://uitnodiging.wijkgroep.example/signin-oidc", back.GetLeftPart(UriPartial.Path));
        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("outreach=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        while (!await isDone())
            await Task.Delay(50, patience.Token);
    }
}
