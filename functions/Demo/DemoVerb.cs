using System.Collections;
using System.Globalization;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web;
using Outreach.Records;
using Spectre.Console;

namespace Outreach.Functions.Demo;

/// <summary><c>demo</c>: plays two evenings of a made-up neighbourhood and the invitations to a third on a virtual clock, prints the funnel, and serves the result.</summary>
internal static class DemoVerb
{
    public const string Organiser = "marja@voorbeeld.nl";
    private const string ApiKey = "demo";
    private const string Start = "2026-03-02T09:00:00+01:00";
    private const int DefaultSeed = 7;

    private static readonly string[] Outside = ["AzureWebJobsStorage", "Twilio__", "SendGrid__", "FUNCTIONS_"];

    public static Verb Verb(Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use) =>
        new("demo", "Plays two meetings of a made-up neighbourhood and the invitations to a third in seconds, prints the funnel, then serves the result.", (arguments, ct) => RunAsync(arguments, add, use, ct))
        {
            Options =
            [
                new("exit", null, "Ends instead of serving."),
                new("seed", "N", $"Another neighbourhood with other residents ({DefaultSeed})."),
                new("port", "N", $"Serves on 127.0.0.1:N ({Serve.DefaultPort})."),
                new("data", "DIR", "Keeps its data in DIR, which must be empty; otherwise in a temporary folder."),
                new("open", null, "Opens the start page in a browser."),
            ],
        };

    private static async Task<int> RunAsync(VerbArguments arguments, Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use, CancellationToken ct)
    {
        var seed = SeedOf(arguments["seed"]);
        if (arguments["data"] is { } given && Directory.Exists(given) && Directory.EnumerateFileSystemEntries(given).Any())
        {
            await arguments.Error.WriteLineAsync($"{given} holds data already, and the demo would mix with it. Give --data an empty folder, or leave it out.");
            return CommandLine.Failed;
        }

        var data = arguments["data"] ?? Directory.CreateTempSubdirectory("outreach-demo-").FullName;
        try
        {
            var app = Build(arguments, data, add, use);
            await PlayAsync(app, seed, arguments, ct);
            if (!arguments.Has("exit"))
                return await Serve.RunAsync(app, arguments, ct);
            await app.DisposeAsync();
            return 0;
        }
        finally
        {
            if (arguments["data"] is null)
                Directory.Delete(data, recursive: true);
        }
    }

    private static int SeedOf(string? text) => text is null
        ? DefaultSeed
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw new UsageException($"--seed is a number, not '{text}'.");

    /// <summary>The demo talks to nobody: whatever account or provider the machine is set up with is left alone.</summary>
    private static WebApplication Build(VerbArguments arguments, string data, Action<IHostApplicationBuilder, Launch> add, Action<IApplicationBuilder> use)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => (string)e.Key).ToList())
        {
            if (Outside.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                Environment.SetEnvironmentVariable(name, null);
        }

        var port = arguments["port"] is { } given ? Launch.ReadPort("--port", given) : Serve.DefaultPort;
        var staged = arguments with
        {
            Options = new Dictionary<string, string>(arguments.Options) { ["data"] = data, ["clock"] = Start, ["port"] = $"{port}" },
            Settings =
            [
                $"--Outreach:ApiKey={ApiKey}", "--Outreach:HashKey=demo", $"--Outreach:Organisers:0={Organiser}", "--Outreach:GroupName=Samen in Wilgenhoek",
                $"--Outreach:BaseUrl=http://127.0.0.1:{port}", "--Outreach:TimeZone=Europe/Amsterdam", "--Outreach:DefaultCountry=NL", "--Outreach:AllowedCountries=NL BE DE",
                "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            ],
        };
        return Serve.Build(staged, add, use);
    }

    private static async Task PlayAsync(WebApplication app, int seed, VerbArguments arguments, CancellationToken ct)
    {
        var console = Screen.Of(arguments.Out);
        await app.Services.GetServices<IHostedService>().OfType<Bootstrap>().Single().StartAsync(ct);
        var stage = new Stage(app.Services);
        var campaign = new Campaign(stage, new Neighbourhood(seed), seed, what =>
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{stage.Settings.Local(stage.Clock.Now):ddd d MMM HH:mm}[/]  {what}"));
        await campaign.PlayAsync(ct);

        var summary = await DemoSummary.ReadAsync(stage.Group, stage.Get<MeetingStore>(), stage.Get<PeopleStore>(), stage.Get<Tallies>(), ct);
        summary.Print(console);
        console.WriteLine();
        if (!arguments.Has("exit"))
            console.WriteLine($"Nothing is really sent. API key: {ApiKey}. To look around, sign in with the link below.");
    }
}
