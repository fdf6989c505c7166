using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;

namespace Outreach.Tests.Support;

/// <summary>The program as it is served, on a port of this machine, with a folder of its own and a clock that a test moves.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    public const string Key = "a key for tests";
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private ServedProgram(string[] settings)
    {
        var arguments = CommandLine.Parse(
            Serve.Verb(Site.Add, Site.Use),
            ["--port=0", $"--data={folder.Path}", $"--clock={Start:O}", $"--Outreach:ApiKey={Key}", "--Outreach:HashKey=tests", .. settings],
            TextWriter.Null,
            TextWriter.Null);
        app = Serve.Build(arguments, Add, Site.Use);
    }

    public HttpClient Http { get; private set; } = new();

    public IServiceProvider Services => app.Services;

    public string DataFolder => folder.Path;

    public static async Task<ServedProgram> StartAsync(params string[] settings)
    {
        var program = new ServedProgram(settings);
        await program.app.StartAsync();
        program.Http = ClientOf(program.app);
        return program;
    }

    public static HttpClient ClientOf(WebApplication app) => new()
    {
        BaseAddress = new Uri(app.Urls.Single()),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) },
    };

    public async Task AdvanceAsync(TimeSpan span) =>
        (await Http.PostAsJsonAsync("/api/dev/clock", new { advance = XmlConvert.ToString(span) })).EnsureSuccessStatusCode();

    public async Task SayAsync(string from, string text)
    {
        (await Http.PostAsJsonAsync("/api/dev/reply", new { from, text })).EnsureSuccessStatusCode();
        await AdvanceAsync(TimeSpan.Zero);
    }

    public Task<HttpResponseMessage> UploadAsync(string meeting, byte[] content, string query = "filename=lijst.csv&basis=consent&basisNote=buurtfeest") =>
        Http.PostAsync($"/api/meetings/{meeting}/lists?{query}", new ByteArrayContent(content));

    public async Task<string> CreateMeetingAsync(int? capacity = null)
    {
        var answer = await Http.PostAsJsonAsync("/api/meetings", Meeting("Koffie met de buurt", Start.AddDays(10).AddHours(10), capacity));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public static object Meeting(string title, DateTimeOffset startsAt, int? capacity = null) => new
    {
        title,
        series = "Ontmoet",
        audience = "residents",
        area = "Wilgenhoek",
        startsAt,
        endsAt = startsAt.AddHours(2),
        place = "Buurthuis De Fuik",
        capacity,
        contactName = "Marja",
        contactPhone = "06 12 00 00 12",
    };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    private static void Add(IHostApplicationBuilder builder, Launch launch)
    {
        builder.Logging.ClearProviders();
        Site.Add(builder, launch);
    }
}
