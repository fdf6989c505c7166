using Outreach.Functions.Hosting.Standalone;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Operating;
using Outreach.Tests.Adapters;
using Outreach.Tests.Crashes;
using Outreach.Tests.Support;

namespace Outreach.Tests.Flows;

/// <summary>The same campaign ends the same on every store.</summary>
public sealed class CampaignTests
{
    private const string First = "invited=6 delivered=5 replied=5 yes=2 no=1 reminded=2 attended=2 noShow=1 nominated=1";
    private const string Second = "invited=1 delivered=1 replied=1 yes=1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_campaign_counts_right_on_the_embedded_store()
    {
        await using var program = await ServedProgram.StartAsync();
        var clock = program.Services.GetRequiredService<DevClock>();
        var script = new CampaignScript(program.Http, program.SayAsync, to => program.AdvanceAsync(to - clock.Now));

        var (first, second) = await script.PlayAsync();

        Assert.Equal((First, Second), (CampaignScript.Counts(first), CampaignScript.Counts(second)));
        await AssertCountsAsync(program.Services);
    }

    [Fact]
    public async Task As_a_process_of_its_own_on_Azure_storage()
    {
        await using var azurite = new Azurite();
        await using var app = await Installation.StartAsync(1, 1, azurite);
        await app.RunAllAsync();
        var script = new CampaignScript(app.Any(), SayAsync, MoveToAsync, Days: 3);

        var (first, second) = await script.PlayAsync();

        Assert.Equal((First, Second), (CampaignScript.Counts(first), CampaignScript.Counts(second)));
        // What came up in the evening leaves the next morning.
        await MoveToAsync(app.Now.AddHours(15));
        var books = await Books.ReadAsync(app);
        books.Compare(app);
        Assert.True(books.Wrong.Count == 0, string.Join('\n', books.Wrong));
        Assert.DoesNotContain("fail:", app.Complaints, StringComparison.Ordinal);

        async Task SayAsync(string from, string text)
        {
            var answer = from.Contains('@', StringComparison.Ordinal)
                ? await app.Any().PostAsync($"/hooks/sendgrid/inbound/{Installation.InboundSecret}", new FakeEmail(from, app.SendGrid.Accepted.Last(mail => mail.To == from).ReplyTo!) { Text = text }.Form(), Ct)
                : await app.Twilio.CallSmsHookAsync(app.Any(), new Uri(Installation.PublicUrl), app.Twilio.Receive($"+31{from[1..]}", text));
            answer.EnsureSuccessStatusCode();
            await app.AdvanceAsync(TimeSpan.Zero);
        }

        async Task MoveToAsync(DateTimeOffset to)
        {
            await app.AdvanceAsync(to - app.Now);
            await app.Twilio.ReportAllAsync(app.Any());
            await app.SendGrid.ReportAllAsync(app.Any(), app.Now);
            await app.AdvanceAsync(TimeSpan.Zero);
        }
    }

    private static async Task AssertCountsAsync(IServiceProvider services)
    {
        var meetings = await services.GetRequiredService<Recount>().HandleAsync(GroupId.Default, repair: false, Ct);
        Assert.All(meetings!, meeting => Assert.Empty(meeting.Differences));
    }
}
