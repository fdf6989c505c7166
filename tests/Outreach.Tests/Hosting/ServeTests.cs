using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Functions.Hosting;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The real executable's composition on a real port, called as the Functions host and as outsiders call it.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private const string OnFunctions = "--FUNCTIONS_CUSTOMHANDLER_PORT=0";
    private const string Message = """{"Data":{"message":"\"{\\\"n\\\":1}\""},"Metadata":{"DequeueCount":"2"}}""";

    private readonly List<string> calls = [];
    private readonly TaskCompletionSource handled = new();
    private readonly HttpClient client = new();
    private WebApplication? app;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task A_queue_invocation_runs_its_function_and_is_answered_in_full()
    {
        await StartAsync(OnFunctions);

        var answer = await PostAsync("/SendMessage", Message);

        Assert.Equal(["""SendMessage {"n":1} 2"""], calls);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_timer_invocation_runs_its_function()
    {
        await StartAsync(OnFunctions);

        var answer = await PostAsync(
            "/Sweep",
            """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Sweep"}}}""");

        Assert.Equal(["Sweep"], calls);
        Assert.Equal("""{"Outputs":{},"Logs":[],"ReturnValue":null}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_caller_from_outside_is_told_that_there_is_nothing()
    {
        await StartAsync(OnFunctions);

        var answer = await PostAsync("/SendMessage", Message, proxied: true);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("/Retain", "{}", HttpStatusCode.InternalServerError)]
    [InlineData("/SendMessage", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/SendMessage", "", HttpStatusCode.BadRequest)]
    [InlineData("/SendMessage", "[", HttpStatusCode.BadRequest)]
    [InlineData("/Site", "{}", HttpStatusCode.NotFound)]
    public async Task What_fails_is_never_answered_with_success(string path, string body, HttpStatusCode status)
    {
        await StartAsync(OnFunctions);

        Assert.Equal(status, (await PostAsync(path, body)).StatusCode);
    }

    [Fact]
    public async Task An_invocation_larger_than_a_message_can_be_is_refused()
    {
        await StartAsync(OnFunctions);

        var answer = await PostAsync("/SendMessage", $$$"""{"Data":{"message":"{{{new string('x', FunctionEndpoints.MaxBodyBytes)}}}"}}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(calls);
    }

    [Fact]
    public async Task The_readiness_poll_is_answered_before_the_start_page_which_outsiders_get()
    {
        await StartAsync(OnFunctions);

        Assert.Equal("ok", await client.GetStringAsync("/"));
        using var outside = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { FunctionEndpoints.ProxiedHeader, "x" } } };
        Assert.Equal("start page", await (await client.SendAsync(outside)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Standalone_the_invocation_calls_do_not_exist_and_the_pump_takes_the_messages()
    {
        await StartAsync("--urls=http://127.0.0.1:0");

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/SendMessage", Message)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/dev/clock")).StatusCode);
        Assert.Equal("start page", await client.GetStringAsync("/"));
        await app!.Services.GetRequiredService<IQueues>().SendAsync("messages", """{"n":2}""", TimeSpan.Zero, default);
        await handled.Task;

        Assert.Equal(["""SendMessage {"n":2} 1"""], calls);
    }

    [Fact]
    public async Task Addresses_with_codes_stay_out_of_the_log_wherever_the_program_is_started_from()
    {
        await StartAsync("--urls=http://127.0.0.1:0");

        var requests = app!.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");

        Assert.False(requests.IsEnabled(LogLevel.Information));
        Assert.Equal(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), Path.TrimEndingDirectorySeparator(app.Environment.ContentRootPath));
    }

    [Fact]
    public async Task The_virtual_clock_is_read_and_moved_over_http()
    {
        await StartAsync("--urls=http://127.0.0.1:0", "--clock=2027-03-01T10:00:00+01:00");

        Assert.Equal(Standalone.Monday, await NowAsync(await client.GetAsync("/api/dev/clock")));
        Assert.Equal(Standalone.Monday.AddHours(26), await NowAsync(await PostAsync("/api/dev/clock", """{"advance":"P1DT2H"}""")));
        Assert.Equal(26 * 6, calls.Count(call => call == "Sweep"));
    }

    [Theory]
    [InlineData("""{"advance":"-P1D"}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"P9999999Y"}""")]
    [InlineData("""{"advance":"P20Y"}""")]
    [InlineData("""{"advance":3}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_clock_that_cannot_go_there_says_so_and_stays(string body)
    {
        await StartAsync("--urls=http://127.0.0.1:0", "--clock=2027-03-01T09:00:00Z");

        var answer = await PostAsync("/api/dev/clock", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Standalone.Monday, await NowAsync(await client.GetAsync("/api/dev/clock")));
    }

    [Fact]
    public void A_server_with_a_function_that_nothing_handles_does_not_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Serve.Build(Arguments(OnFunctions), (_, _) => { }, _ => { }));

        Assert.Contains("Function ImportList has a function.json with a queue trigger, but no queue handler.", error.Message, StringComparison.Ordinal);
    }

    private static VerbArguments Arguments(params string[] args) =>
        CommandLine.Parse(Serve.Verb((_, _) => { }, _ => { }), args, TextWriter.Null, TextWriter.Null);

    private async Task StartAsync(params string[] args)
    {
        app = Serve.Build(Arguments(args), Add, map => map.MapGet("/", () => "start page"));
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    private void Add(WebApplicationBuilder builder, Launch launch)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IQueues>(services => new InMemoryQueues(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ITables>(new InMemoryTables());
        foreach (var name in new[] { "ImportList", "SendInvitations", "SendMessage", "HandleInbound" })
            builder.Services.AddQueueFunction(name, (_, delivery, _) => Note($"{name} {delivery.Text} {delivery.DequeueCount}"));
        foreach (var name in new[] { "PlanReminders", "PlanWelcome", "PollInbound", "Sweep" })
            builder.Services.AddTimerFunction(name, (_, _, _) => Note(name));
        builder.Services.AddTimerFunction("Retain", (_, _, _) => throw new InvalidOperationException("Cannot."));
    }

    private Task Note(string call)
    {
        calls.Add(call);
        if (call.StartsWith("SendMessage", StringComparison.Ordinal))
            handled.TrySetResult();
        return Task.CompletedTask;
    }

    // Chunked, as the Functions host sends it.
    private async Task<HttpResponseMessage> PostAsync(string path, string body, bool proxied = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        if (proxied)
            request.Headers.Add(FunctionEndpoints.ProxiedHeader, Guid.NewGuid().ToString());
        return await client.SendAsync(request);
    }

    private static async Task<DateTimeOffset> NowAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
}
