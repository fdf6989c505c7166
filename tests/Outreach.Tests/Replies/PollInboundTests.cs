using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Replies;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>What residents send while nobody takes it is asked for later.</summary>
public sealed class PollInboundTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task What_came_in_while_the_machine_was_off_is_read_when_it_is_back_and_the_last_word_counts()
    {
        using var here = await Neighbourhood.OpenAsync();
        await using var twilio = await FakeTwilio.StartAsync(here.Clock);
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await PollAsync(here, twilio);
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        twilio.Receive(Ann, "ja");
        await here.AdvanceAsync(TimeSpan.FromHours(20));
        twilio.Receive(Ann, "nee");
        await here.AdvanceAsync(TimeSpan.FromDays(2));

        await PollAsync(here, twilio);

        Assert.Equal(Reply.No, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(["ja", "nee"], here.Rows<Message>("msg|").Where(message => message.State is MessageState.Received).OrderBy(message => message.At).Select(message => message.Text));
    }

    [Fact]
    public async Task A_poll_that_fails_leaves_all_to_the_next_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        await using var twilio = await FakeTwilio.StartAsync(here.Clock);
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await PollAsync(here, twilio);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        twilio.Receive(Ann, "ja");
        await here.AdvanceAsync(TimeSpan.FromHours(3));
        twilio.ListFaults = _ => new ProviderFault.Answer(500, "{}");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PollAsync(here, twilio));
        twilio.ListFaults = ProviderFault.None;
        await here.AdvanceAsync(TimeSpan.FromHours(3));

        await PollAsync(here, twilio);

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
    }

    [Theory]
    [InlineData(0.2, 1.2)]
    [InlineData(72.0, 73)]
    [InlineData(1000.0, 168)]
    [InlineData(null, 1)]
    [InlineData(-5.0, 1)]
    public void It_asks_from_an_hour_before_the_last_time_and_at_most_seven_days_back(double? hoursAgo, double asksBack)
    {
        DateTimeOffset? last = hoursAgo is { } hours ? Moments.Monday.AddHours(-hours) : null;

        Assert.Equal(TimeSpan.FromHours(asksBack), Moments.Monday - InboundPolls.Since(last, Moments.Monday));
    }

    private static async Task PollAsync(Neighbourhood here, FakeTwilio twilio)
    {
        var options = new TwilioOptions
        {
            AccountSid = FakeTwilio.AccountSid,
            AuthToken = FakeTwilio.AuthToken,
            From = new(FakeTwilio.Number),
            BaseUrl = twilio.Url,
            PublicUrl = new("https://wijk.example"),
        };
        using var http = ProviderHttp.Create(TimeSpan.FromSeconds(10));
        var function = new PollInboundFunction(here.Get<InboundPolls>(), here.Queues, here.Get<InboundTexts>(), here.Clock, new TwilioInboundPoll(http, options));
        await function.RunAsync(new TimerInfo(), default);
        await here.DrainAsync();
    }
}
