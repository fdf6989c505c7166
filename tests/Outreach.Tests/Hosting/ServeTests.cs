using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace Outreach.Tests.Hosting;

/// <summary>The standalone server's composition on a real port, with functions of the test.</summary>
public sealed class ServeTests : IAsyncLifetime
{
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
    public async Task No_function_can_be_called_from_outside_and_the_pump_takes_the_messages()
    {
        await StartAsync("--urls=http://127.0.0.1:0");

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/SendMessage", "{}")).StatusCode);
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

    private static VerbArguments Arguments(params string[] args) =>
        CommandLine.Parse(Serve.Verb((_, _) => { }, _ => { }), args, TextWriter.Null, TextWriter.Null);

    private async Task StartAsync(params string[] args)
    {
        app = Serve.Build(Arguments(args), Add, site => site.UseRouting().UseEndpoints(pages => pages.MapGet("/", () => "start page")));
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    private void Add(IHostApplicationBuilder builder, Launch launch)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IQueues>(services => new InMemoryQueues(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ITables>(new InMemoryTables());
        builder.Services.AddSingleton(new FunctionList(
            [
                new("SendMessage", new Trigger.Queue("messages"), (_, message, _) => Note($"SendMessage {((QueueMessage)message).Body} {((QueueMessage)message).DequeueCount}")),
                new("Sweep", new Trigger.Timer("0 */10 * * * *"), (_, _, _) => Note("Sweep")),
            ],
            new QueueSettings()));
    }

    private Task Note(string call)
    {
        calls.Add(call);
        if (call.StartsWith("SendMessage", StringComparison.Ordinal))
            handled.TrySetResult();
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) => client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<DateTimeOffset> NowAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
}
