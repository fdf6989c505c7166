using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Outreach.Storage;
using Outreach.Tests.Adapters;
using Outreach.Tests.Flows;
using Outreach.Tests.Kills;
using Outreach.Tests.Support;

namespace Outreach.Tests.Hosting;

/// <summary>The folder that is deployed, as the Functions host reads and runs it.</summary>
public sealed class PublishedTests(PublishedProgram published) : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Azurite azurite = new();

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task The_host_finds_every_function_in_the_folder_and_nothing_that_it_would_refuse()
    {
        var app = new FunctionsApp(await published.FolderAsync());

        Assert.Equal(QueueNames.All.Order(), app.Functions.Select(function => function.Queue).OfType<string>().Order());
        Assert.Equal(
            ["PlanReminders", "PlanWelcome", "PollInbound", "Retain", "Sweep"], app.Functions.Where(function => function.Schedule is not null).Select(function => function.Name));
    }

    [Fact]
    public async Task Whoever_comes_from_outside_can_call_no_function_however_much_it_looks_like_the_host()
    {
        await using var app = await Installation.StartAsync(1, 1, azurite, published);
        await app.RunAllAsync();
        var functions = new FunctionsApp(await published.FolderAsync()).Functions.Where(function => !function.IsHttp).ToList();

        foreach (var function in functions)
        {
            using var spoofed = new HttpRequestMessage(HttpMethod.Post, "/" + function.Name) { Content = JsonContent.Create(FunctionsEnvelope.OfTimer(function, app.Now)) };
            spoofed.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1052.200");
            spoofed.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
            using var answer = await app.Any().SendAsync(spoofed);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.Any().GetAsync("/admin/host/status")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Any().GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Any().GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task What_it_does_goes_to_the_log_as_information_and_what_fails_as_an_error()
    {
        await using var app = await Installation.StartAsync(1, 1, azurite, published, "Information");
        await app.RunAllAsync();
        await app.Any().PostAsJsonAsync("/api/meetings", ServedProgram.Meeting("Koffie", app.Now.AddDays(9)));
        (await app.Twilio.CallSmsHookAsync(app.Any(), new Uri(Installation.PublicUrl), app.Twilio.Receive("+31612345678", "ja"))).EnsureSuccessStatusCode();
        await app.AdvanceAsync(TimeSpan.Zero);
        await using var store = await app.OpenStoreAsync();
        var queues = store.GetRequiredService<IQueues>();
        await queues.SendAsync(QueueNames.Messages, "{}", TimeSpan.Zero, default);
        // Five tries, half a minute apart.
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(1, await queues.CountAsync("messages-poison", default));
        app.StopAll();
        Assert.Contains("HandleInbound done in", app.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("612345678", app.Complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "Twilio__AccountSid is not set")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "needs the rules of each")]
    [InlineData("TZDIR", "/nonexistent", "tzdata")]
    public async Task What_cannot_run_says_why_and_ends_so_that_the_host_sees_an_error(string setting, string value, string why)
    {
        using var handler = new CustomHandler(new FunctionsApp(await published.FolderAsync()), new Dictionary<string, string> { [setting] = value });
        using var http = new HttpClient();

        Assert.False(await handler.IsReadyAsync(http));
        await handler.Process.ExitAsync();

        Assert.DoesNotContain(handler.Process.ExitCode, (int[])[0, 200]);
        Assert.Contains(why, handler.Process.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_as_one_that_is_to_be_started_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals here.");
        await using var app = await Installation.StartAsync(1, 1, azurite, published);
        await app.RunAllAsync();
        var process = app.Host.Handler.Process;

        Assert.Equal(0, Kill(process.Id, SigTerm));
        await process.ExitAsync();

        Assert.Equal(200, process.ExitCode);
        // And the host does.
        Assert.Equal(HttpStatusCode.OK, (await app.Any().GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task A_body_without_a_length_reaches_the_program()
    {
        await using var app = await Installation.StartAsync(1, 1, azurite, published);
        await app.RunAllAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/meetings") { Content = JsonContent.Create(ServedProgram.Meeting("Koffie", app.Now.AddDays(9))) };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await app.Any().SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("Koffie", (string?)(await app.Any().GetFromJsonAsync<JsonObject>(answer.Headers.Location))!["title"]);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
