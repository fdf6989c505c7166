using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;

namespace Outreach.Tests.Support;

/// <summary>The whole program on a free port with a virtual clock and a data folder of its own, called as anybody calls it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    public const string Key = "key-of-the-tests";

    private readonly TemporaryFolder data = new();
    private readonly WebApplication app;

    private RunningProgram(string start, IEnumerable<string> settings)
    {
        var verb = Serve.Verb(Site.Add, Site.Use);
        string[] args = ["--clock", start, "--data", data.Path, "--port", "0", $"--Outreach:ApiKey={Key}", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None", .. settings];
        app = Serve.Build(CommandLine.Parse(verb, args, TextWriter.Null, TextWriter.Null), Site.Add, Site.Use);
    }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => app.Services;

    public DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="start">Where the virtual clock starts.</param>
    /// <param name="settings">As "--Section:Key=value".</param>
    public static async Task<RunningProgram> StartAsync(string start, params IEnumerable<string> settings)
    {
        var program = new RunningProgram(start, settings);
        await program.app.StartAsync();
        program.Http.BaseAddress = new Uri(program.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        data.Dispose();
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text.Length == 0 ? "{}" : text)! : throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>Moves the clock, firing every timer that falls due in order; when it returns nothing is left to do.</summary>
    public Task AdvanceAsync(string duration) => PostAsync("/api/dev/clock", new { advance = duration });

    public async Task<string> MeetAsync(object meeting) => (string)(await PostAsync("/api/meetings", meeting))["id"]!;

    /// <summary>Uploads a list with consent, and waits until it is read.</summary>
    public async Task<JsonNode> UploadAsync(string meeting, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await Http.PostAsync($"/api/meetings/{meeting}/lists?filename=lijst.csv&basis=consent&basisNote=straatfeest", content);
        answer.EnsureSuccessStatusCode();
        var id = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        await AdvanceAsync("PT0S");
        return await GetAsync($"/api/lists/{id}");
    }

    /// <summary>Every invitation of the meeting, over all pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> InvitationsAsync(string meeting)
    {
        var all = new List<JsonNode>();
        for (string? after = ""; after is not null;)
        {
            var page = await GetAsync($"/api/meetings/{meeting}/invitations?top=500{(after.Length > 0 ? $"&after={after}" : "")}");
            all.AddRange(page["items"]!.AsArray()!);
            after = (string?)page["next"];
        }

        return all;
    }
}
