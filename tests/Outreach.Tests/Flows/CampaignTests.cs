using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting;
using Outreach.Functions.Messages;
using Outreach.Messages;
using Outreach.Operating;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Adapters;
using Outreach.Tests.Support;

namespace Outreach.Tests.Flows;

/// <summary>The same campaign, standalone and behind the Functions host, ends the same.</summary>
public sealed class CampaignTests(Azurite azurite)
{
    private const string First = "invited=6 delivered=5 replied=5 yes=2 no=1 reminded=2 attended=2 noShow=1 nominated=1";
    private const string Second = "invited=1 delivered=1 replied=1 yes=1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Standalone_on_the_embedded_store()
    {
        await using var program = await ServedProgram.StartAsync();
        var clock = program.Services.GetRequiredService<DevClock>();
        var script = new CampaignScript(program.Http, program.SayAsync, to => program.AdvanceAsync(to - clock.Now));

        var (first, second) = await script.PlayAsync();

        Assert.Equal((First, Second), (CampaignScript.Counts(first), CampaignScript.Counts(second)));
        await AssertCountsAsync(program.Services);
    }

    [Fact]
    public async Task Behind_the_Functions_host_on_Azure_storage()
    {
        await using var storage = await azurite.ConnectAsync();
        var clock = new ManualClock(ServedProgram.Start);
        await using var twilio = await FakeTwilio.StartAsync(clock);
        await using var app = Serve.Build(Arguments(twilio.Url), (builder, launch) => Add(builder, launch, clock, storage), Site.Map);
        await app.StartAsync(Ct);
        using var http = ServedProgram.ClientOf(app);
        var queues = storage.GetRequiredService<IQueues>();
        var host = new FunctionsHost(http, queues);
        await host.UntilReadyAsync(Ct);
        var script = new CampaignScript(http, SayAsync, MoveToAsync);

        var (first, second) = await script.PlayAsync();

        Assert.Equal((First, Second), (CampaignScript.Counts(first), CampaignScript.Counts(second)));
        await AssertCountsAsync(app.Services);

        async Task SayAsync(string from, string text)
        {
            var inbound = OutboxRoutes.InboundOf(from, text, app.Services.GetRequiredService<Settings>(), clock.GetUtcNow())!;
            await queues.SendAsync(QueueNames.Inbound, RowJson.WriteText(new InboundBatch([inbound])), TimeSpan.Zero, Ct);
            await host.DrainAsync(Ct);
        }

        // Three times a day is enough for what the clock brings here.
        async Task MoveToAsync(DateTimeOffset to)
        {
            await host.DrainAsync(Ct);
            while (clock.GetUtcNow() < to)
            {
                var step = to - clock.GetUtcNow();
                clock.Advance(step < TimeSpan.FromHours(3) ? step : TimeSpan.FromHours(3));
                await host.FireTimersAsync(Ct);
            }
        }
    }

    private static async Task AssertCountsAsync(IServiceProvider services)
    {
        var meetings = await services.GetRequiredService<Recount>().HandleAsync(GroupId.Default, mend: false, Ct);
        Assert.All(meetings!, meeting => Assert.Empty(meeting.Differences));
    }

    private static VerbArguments Arguments(Uri twilio) => CommandLine.Parse(
        Serve.Verb(Site.Add, Site.Map),
        [
            "--FUNCTIONS_CUSTOMHANDLER_PORT=0", "--AzureWebJobsStorage=UseDevelopmentStorage=true", $"--Outreach:ApiKey={ServedProgram.Key}", "--Outreach:HashKey=tests",
            "--Outreach:BaseUrl=https://buurt.example", $"--Twilio:AccountSid={FakeTwilio.AccountSid}", $"--Twilio:AuthToken={FakeTwilio.AuthToken}", $"--Twilio:From={FakeTwilio.Number}", $"--Twilio:BaseUrl={twilio}",
            "--SendGrid:ApiKey=key", "--SendGrid:From=buurt@voorbeeld.nl",
        ],
        TextWriter.Null,
        TextWriter.Null);

    private static void Add(WebApplicationBuilder builder, Launch launch, TimeProvider clock, ServiceProvider storage)
    {
        builder.Logging.ClearProviders();
        Site.Add(builder, launch);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(storage.GetRequiredService<ITables>()).AddSingleton(storage.GetRequiredService<IQueues>()).AddSingleton(storage.GetRequiredService<IBlobs>());
        builder.Services.AddSingleton<LocalOutbox>();
        builder.Services.AddSingleton(sp => new Senders(sp.GetRequiredService<LocalOutbox>(), sp.GetRequiredService<LocalOutbox>()));
    }
}
