using System.Text;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Flows;

/// <summary>A campaign of 500 people over the real protocols, while everything that can go wrong at a provider goes wrong for one call in twenty.</summary>
public sealed class ProviderStormTests : IAsyncLifetime
{
    private const string PublicUrl = "https://uitnodiging.wijkgroep.example";
    private const int People = 500;
    private const double Share = 0.05;

    private readonly MovedClock clock = new();
    private FakeTwilio twilio = null!;
    private FakeSendGrid sendGrid = null!;
    private RunningProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync(clock);
        sendGrid = await FakeSendGrid.StartAsync();
        program = await RunningProgram.StartAsync(
            "2026-03-02T09:00:00+01:00",
            $"--Outreach:BaseUrl={PublicUrl}",
            $"--Twilio:AccountSid={FakeTwilio.AccountSid}", $"--Twilio:AuthToken={FakeTwilio.AuthToken}", $"--Twilio:From={FakeTwilio.Number}",
            $"--Twilio:BaseUrl={twilio.Url}", "--Twilio:Pace=0",
            $"--SendGrid:ApiKey={FakeSendGrid.ApiKey}", $"--SendGrid:From={FakeSendGrid.From}", $"--SendGrid:ReplyDomain={FakeSendGrid.ReplyDomain}",
            $"--SendGrid:EventPublicKey={sendGrid.PublicKey}", $"--SendGrid:BaseUrl={sendGrid.Url}");
        clock.Source = () => program.Now;
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await twilio.DisposeAsync();
        await sendGrid.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Everybody_ends_in_one_right_state_and_nobody_is_asked_twice(int seed)
    {
        var meeting = await MeetAsync();
        Assert.Equal(People, (int)(await program.UploadAsync(meeting, List()))["accepted"]!);
        twilio.Faults = Storm(seed, new ProviderFault.Answer(400, """{"code":21211,"message":"Invalid To","status":400}"""));
        sendGrid.Faults = Storm(seed + 100, new ProviderFault.Answer(500));

        await program.PostAsync($"/api/meetings/{meeting}/send", new { });
        for (var hour = 0; hour < 48; hour += 4)
        {
            // The second day is calm: what is in doubt when the storm ends is settled by its end.
            if (hour == 24)
                twilio.Faults = sendGrid.Faults = ProviderFault.None;
            await program.AdvanceAsync("PT4H");
            await twilio.ReportAllAsync(program.Http, seed + hour);
            await sendGrid.ReportAllAsync(program.Http, program.Now, seed + hour);
        }

        var asked = twilio.Accepted.Select(sms => sms.Body).Concat(sendGrid.Accepted.Select(mail => mail.Text)).ToList();
        foreach (var invitation in await program.InvitationsAsync(meeting))
        {
            var times = asked.Count(text => text.Contains($"/i/{invitation["code"]}", StringComparison.Ordinal));
            var delivery = (string)invitation["delivery"]!;
            Assert.True((delivery, times) is ("delivered", 1) or ("permanentFailure", 0), $"{invitation["person"]} is {delivery}, asked {times} times");
        }

        var funnel = await program.GetAsync($"/api/meetings/{meeting}/funnel");
        Assert.Equal(People, (int)funnel["invited"]!);
        Assert.Equal(People, (int)funnel["delivered"]! + (int)funnel["failed"]!);
    }

    [Fact]
    public async Task The_same_answer_by_webhook_twice_and_by_poll_counts_once()
    {
        var meeting = await MeetAsync();
        await program.UploadAsync(meeting, "naam;mobiel\nAn Jansen;0611111111\n");
        await program.PostAsync($"/api/meetings/{meeting}/send", new { });
        await program.AdvanceAsync("PT1M");

        var sms = twilio.Receive("+31611111111", "ja 2");
        (await twilio.CallSmsHookAsync(program.Http, new Uri(PublicUrl), sms)).EnsureSuccessStatusCode();
        await program.AdvanceAsync("PT2M");
        (await twilio.CallSmsHookAsync(program.Http, new Uri(PublicUrl), sms)).EnsureSuccessStatusCode();
        await program.AdvanceAsync("PT20M");

        var one = Assert.Single(await program.InvitationsAsync(meeting));
        Assert.Equal(("yes", 2), ((string)one["reply"]!, (int)one["party"]!));
        Assert.Equal(2, twilio.Accepted.Count);
    }

    [Fact]
    public async Task An_answer_that_only_the_poll_brings_is_not_lost()
    {
        var meeting = await MeetAsync();
        await program.UploadAsync(meeting, "naam;mobiel\nAn Jansen;0611111111\n");
        await program.PostAsync($"/api/meetings/{meeting}/send", new { });
        await program.AdvanceAsync("PT1M");

        twilio.Receive("+31611111111", "nee");
        await program.AdvanceAsync("PT15M");

        Assert.Equal("no", (string)Assert.Single(await program.InvitationsAsync(meeting))["reply"]!);
    }

    [Fact]
    public async Task Ten_thousand_people_get_their_mail_in_twelve_calls_at_most()
    {
        var meeting = await MeetAsync();
        var list = new StringBuilder("naam;e-mail\n");
        for (var i = 0; i < 10_000; i++)
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"Buur {i};buur{i}@wijk.example\n");
        Assert.Equal(10_000, (int)(await program.UploadAsync(meeting, list.ToString()))["accepted"]!);

        await program.PostAsync($"/api/meetings/{meeting}/send", new { });
        await program.AdvanceAsync("PT1M");

        Assert.Equal(10_000, sendGrid.Accepted.Count);
        Assert.InRange(sendGrid.Calls, 10, 12);
    }

    private Task<string> MeetAsync() => program.MeetAsync(ServedProgram.Meeting("Koffie in de buurtkamer", new DateTimeOffset(2026, 3, 19, 19, 0, 0, TimeSpan.FromHours(1))));

    private static string List() => "naam;mobiel;e-mail\n" + string.Concat(Enumerable.Range(0, People).Select(i =>
        i % 2 == 0 ? $"Buur {i};06{20_000_000 + i};\n" : $"Buur {i};;buur{i}@wijk.example\n"));

    private static Func<FakeCall, ProviderFault?> Storm(int seed, ProviderFault refusal)
    {
        Func<FakeCall, ProviderFault?>[] storm =
        [
            ProviderFault.Seeded(seed, Share, new ProviderFault.LostAnswer()),
            ProviderFault.Seeded(seed + 10, Share, new ProviderFault.LostRequest()),
            ProviderFault.Seeded(seed + 20, Share, new ProviderFault.Answer(503)),
            ProviderFault.Seeded(seed + 30, Share, new ProviderFault.Answer(429, """{"code":20429,"errors":[{"message":"too many requests"}]}""")),
            ProviderFault.Seeded(seed + 40, Share, refusal),
        ];
        return call => storm.Select(fault => fault(call)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The provider looks at the same clock as the program, that moves by itself.</summary>
    private sealed class MovedClock : TimeProvider
    {
        public Func<DateTimeOffset> Source { get; set; } = () => DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Source();
    }
}
