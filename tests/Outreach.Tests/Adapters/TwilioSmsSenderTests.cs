using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class TwilioSmsSenderTests : IAsyncLifetime
{
    private readonly ManualClock clock = new(Moments.Monday);
    private FakeTwilio twilio = null!;

    public async ValueTask InitializeAsync() => twilio = await FakeTwilio.StartAsync(clock);

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task An_sms_is_accepted_and_carries_its_reference_in_the_callback()
    {
        var outcome = await Sender().SendAsync(Sms("g1|inv|3"), default);

        var sms = Assert.Single(twilio.Accepted);
        Assert.Equal(new MessageEvent.Accepted(sms.Sid), outcome);
        Assert.Equal(("+31612345678", FakeTwilio.Number, "Kom je ook? Groet, Zoë 🎈"), (sms.To, sms.From, sms.Body));
        Assert.Equal("https://wijk.example/hooks/twilio/status?ref=g1%7Cinv%7C3", sms.StatusCallback!.AbsoluteUri);
    }

    [Fact]
    public async Task An_api_key_and_a_messaging_service_work_too()
    {
        var sender = Sender(Options(service: FakeTwilio.ServiceSid, apiKey: true));

        Assert.IsType<MessageEvent.Accepted>(await sender.SendAsync(Sms(), default));
    }

    [Theory]
    [InlineData(21211, typeof(MessageEvent.AddressBad))]
    [InlineData(21212, typeof(MessageEvent.ChannelStopped))]
    [InlineData(21408, typeof(MessageEvent.Refused))]
    [InlineData(21602, typeof(MessageEvent.Refused))]
    [InlineData(21603, typeof(MessageEvent.ChannelStopped))]
    [InlineData(21604, typeof(MessageEvent.Refused))]
    [InlineData(21606, typeof(MessageEvent.ChannelStopped))]
    [InlineData(21608, typeof(MessageEvent.ChannelStopped))]
    [InlineData(21610, typeof(MessageEvent.OptedOut))]
    [InlineData(21611, typeof(MessageEvent.TryLater))]
    [InlineData(21612, typeof(MessageEvent.Refused))]
    [InlineData(21614, typeof(MessageEvent.AddressBad))]
    [InlineData(21617, typeof(MessageEvent.Refused))]
    [InlineData(21635, typeof(MessageEvent.AddressBad))]
    [InlineData(21659, typeof(MessageEvent.ChannelStopped))]
    [InlineData(30001, typeof(MessageEvent.TryLater))]
    [InlineData(30002, typeof(MessageEvent.ChannelStopped))]
    [InlineData(30003, typeof(MessageEvent.TryLater))]
    [InlineData(30004, typeof(MessageEvent.AddressBad))]
    [InlineData(30005, typeof(MessageEvent.AddressBad))]
    [InlineData(30006, typeof(MessageEvent.AddressBad))]
    [InlineData(30007, typeof(MessageEvent.Refused))]
    [InlineData(30008, typeof(MessageEvent.TryLater))]
    [InlineData(30450, typeof(MessageEvent.Refused))]
    [InlineData(39999, typeof(MessageEvent.TryLater))]
    public async Task Every_error_code_has_its_outcome(int code, Type expected)
    {
        twilio.Faults = ProviderFault.For("+31612345678", new ProviderFault.Answer(400, $$"""{"code":{{code}},"message":"No.","status":400}"""));

        var outcome = await Sender().SendAsync(Sms(), default);

        Assert.IsType(expected, outcome);
        Assert.Equal($"{code}", OutcomeCode.Of(outcome));
        Assert.Empty(twilio.Accepted);
    }

    [Fact]
    public async Task A_wrong_token_stops_the_channel()
    {
        var outcome = await Sender(Options(token: "wrong")).SendAsync(Sms(), default);

        Assert.Contains("Twilio__AuthToken", Assert.IsType<MessageEvent.ChannelStopped>(outcome).WhatToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_without_a_code_stops_the_channel(int status)
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(status, "<html>No.</html>", "text/html"));

        Assert.IsType<MessageEvent.ChannelStopped>(await Sender().SendAsync(Sms(), default));
    }

    [Fact]
    public async Task Too_many_calls_wait_as_long_as_twilio_says()
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(429, """{"code":20429}""", Header: "Retry-After", HeaderValue: "7"));

        Assert.Equal(new MessageEvent.TryLater("20429", TimeSpan.FromSeconds(7)), await Sender().SendAsync(Sms(), default));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_server_error_leaves_the_outcome_unknown(int status)
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(status, "<html>oops</html>", "text/html"));

        Assert.IsType<MessageEvent.Unknown>(await Sender().SendAsync(Sms(), default));
    }

    [Fact]
    public async Task A_redirection_is_no_success()
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(302, Header: "Location", HeaderValue: "https://elsewhere.example/"));
        twilio.ListFaults = _ => new ProviderFault.Answer(302, Header: "Location", HeaderValue: "https://elsewhere.example/");

        Assert.IsType<MessageEvent.TryLater>(await Sender().SendAsync(Sms(), default));
        Assert.IsType<MessageEvent.Unknown>(await Sender().ReconcileAsync(Sms(), clock.GetUtcNow(), default));
        Assert.Equal(1, twilio.Calls);
    }

    [Theory]
    [InlineData(201, "<html>Welcome</html>", "text/html")]
    [InlineData(201, "{}", "application/json")]
    [InlineData(201, "null", "application/json")]
    [InlineData(200, "", "application/json")]
    [InlineData(201, """{"sid":"SM1","date_created":"yesterday"}""", "application/json")]
    public async Task A_success_that_names_no_message_is_unknown(int status, string body, string type)
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(status, body, type));

        Assert.Equal(new MessageEvent.Unknown("unreadable"), await Sender().SendAsync(Sms(), default));
    }

    [Theory]
    [InlineData("<html>Welcome</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    public async Task A_list_that_cannot_be_read_never_means_that_nothing_was_sent(string body, string type)
    {
        twilio.ListFaults = _ => new ProviderFault.Answer(200, body, type);

        Assert.IsType<MessageEvent.Unknown>(await Sender().ReconcileAsync(Sms(), clock.GetUtcNow(), default));
    }

    [Theory]
    [InlineData("""["no object"]""")]
    [InlineData("""{"code":"text"}""")]
    [InlineData("")]
    public async Task A_refusal_that_cannot_be_read_is_tried_later(string body)
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(400, body));

        Assert.Equal("400", Assert.IsType<MessageEvent.TryLater>(await Sender().SendAsync(Sms(), default)).Code);
    }

    [Fact]
    public async Task The_poll_that_fails_says_so_without_a_number()
    {
        twilio.ListFaults = _ => new ProviderFault.Answer(400, $$"""{"code":21211,"message":"The number {{FakeTwilio.Number}} is wrong.","status":400}""");
        var poll = new TwilioInboundPoll(ProviderHttp.Create(TimeSpan.FromSeconds(10)), Options());

        var refusal = await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await poll.SinceAsync(clock.GetUtcNow(), default).ToListAsync());

        Assert.Equal("Twilio answered 400, code 21211.", refusal.Message);
        Assert.DoesNotContain(FakeTwilio.Number[1..], refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_never_sent_twice()
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.LostAnswer());
        var sender = Sender();

        var outcome = await sender.SendAsync(Sms(), default);
        var reconciled = await sender.ReconcileAsync(Sms(), clock.GetUtcNow(), default);

        Assert.IsType<MessageEvent.Unknown>(outcome);
        Assert.Equal(new MessageEvent.Accepted(Assert.Single(twilio.Accepted).Sid), reconciled);
        Assert.Equal(1, twilio.Calls);
    }

    [Fact]
    public async Task A_lost_request_is_found_never_to_have_arrived()
    {
        twilio.Faults = ProviderFault.OnCall(1, new ProviderFault.LostRequest());
        var sender = Sender();

        Assert.IsType<MessageEvent.Unknown>(await sender.SendAsync(Sms(), default));
        Assert.Null(await sender.ReconcileAsync(Sms(), clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Reconciling_takes_no_older_and_no_other_message_for_ours()
    {
        var sender = Sender();
        await sender.SendAsync(Sms(), default);
        twilio.Receive("+31612345678", Sms().Text);
        clock.Advance(TimeSpan.FromHours(1));
        await sender.SendAsync(Sms() with { Text = "Iets anders" }, default);

        Assert.Null(await sender.ReconcileAsync(Sms(), clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Reconciling_reads_past_the_first_page()
    {
        twilio.PageSize = 2;
        var sender = Sender();
        await sender.SendAsync(Sms(), default);
        for (var i = 0; i < 5; i++)
            await sender.SendAsync(Sms() with { Text = $"Later bericht {i}" }, default);

        Assert.IsType<MessageEvent.Accepted>(await sender.ReconcileAsync(Sms(), Moments.Monday, default));
    }

    [Fact]
    public async Task Reconciling_that_fails_leaves_the_outcome_unknown()
    {
        twilio.ListFaults = _ => new ProviderFault.Answer(503);

        Assert.IsType<MessageEvent.Unknown>(await Sender().ReconcileAsync(Sms(), clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task Nothing_was_sent_when_nobody_listens()
    {
        var url = twilio.Url;
        await twilio.DisposeAsync();

        var outcome = await Sender(Options(url: url)).SendAsync(Sms(), default);

        Assert.Equal("not-connected", Assert.IsType<MessageEvent.TryLater>(outcome).Code);
        twilio = await FakeTwilio.StartAsync(clock);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_unknown()
    {
        using var http = new HttpClient(new SilentHandler()) { Timeout = TimeSpan.FromMilliseconds(20) };
        var sender = new TwilioSmsSender(http, Options(), clock, NullLogger<TwilioSmsSender>.Instance);

        Assert.Equal(new MessageEvent.Unknown("time-out"), await sender.SendAsync(Sms(), default));
    }

    [Fact]
    public async Task Our_own_cancellation_is_no_outcome()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender().SendAsync(Sms(), stop.Token));
    }

    [Fact]
    public async Task Our_own_cancellation_ends_a_call_that_waits()
    {
        using var http = new HttpClient(new SilentHandler());
        using var stop = new CancellationTokenSource();
        var sending = new TwilioSmsSender(http, Options(), clock, NullLogger<TwilioSmsSender>.Instance).SendAsync(Sms(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("+447911123456", "country")]
    [InlineData("+32470123456", null)]
    public async Task A_country_that_is_not_allowed_gets_nothing(string number, string? code)
    {
        var outcome = await Sender().SendAsync(Sms() with { To = new(number) }, default);

        Assert.Equal(code, outcome is MessageEvent.Refused refused ? refused.Code : null);
        Assert.Equal(code is null ? 1 : 0, twilio.Accepted.Count);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_before_it_is_sent()
    {
        Assert.Equal(new MessageEvent.Refused("21617"), await Sender().SendAsync(Sms() with { Text = new('a', 1601) }, default));
        Assert.Equal(0, twilio.Calls);
    }

    [Fact]
    public async Task Above_the_pace_a_message_is_told_when_to_come_back()
    {
        var sender = Sender(Options(pace: 1));

        Assert.IsType<MessageEvent.Accepted>(await sender.SendAsync(Sms(), default));
        Assert.Equal(new MessageEvent.TryLater("pace", TimeSpan.FromSeconds(1)), await sender.SendAsync(Sms(), default));
        Assert.Equal(new MessageEvent.TryLater("pace", TimeSpan.FromSeconds(2)), await sender.SendAsync(Sms(), default));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<MessageEvent.Accepted>(await sender.SendAsync(Sms(), default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_a_storm_of_failures_every_message_arrives_exactly_once(int seed)
    {
        Func<FakeCall, ProviderFault?>[] storm =
        [
            ProviderFault.Seeded(seed, 0.2, new ProviderFault.LostAnswer()),
            ProviderFault.Seeded(seed + 10, 0.2, new ProviderFault.LostRequest()),
            ProviderFault.Seeded(seed + 20, 0.2, new ProviderFault.Answer(503)),
            ProviderFault.Seeded(seed + 30, 0.2, new ProviderFault.Answer(429, """{"code":20429}""")),
        ];
        twilio.Faults = call => storm.Select(fault => fault(call)).FirstOrDefault(fault => fault is not null);
        var sender = Sender();
        var waiting = new Queue<SmsToSend>(Enumerable.Range(1, 60).Select(i => Sms($"m-{i}") with { Text = $"Kom je? {i}" }));
        while (waiting.TryDequeue(out var sms))
        {
            var outcome = await sender.SendAsync(sms, default);
            if (outcome is MessageEvent.Unknown)
                outcome = await sender.ReconcileAsync(sms, clock.GetUtcNow(), default);
            if (outcome is not MessageEvent.Accepted)
                waiting.Enqueue(sms);
        }

        Assert.Equal(60, twilio.Accepted.Count);
        Assert.Equal(60, twilio.Accepted.Select(sms => sms.Body).Distinct().Count());
        Assert.InRange(twilio.Calls, 80, 400);
    }

    [Fact]
    public async Task No_number_and_no_text_is_logged()
    {
        var log = new RecordingLogger<TwilioSmsSender>();
        twilio.OptedOut["+31612345678"] = true;
        var sender = new TwilioSmsSender(ProviderHttp.Create(TimeSpan.FromSeconds(10)), Options(), clock, log);

        Assert.IsType<MessageEvent.OptedOut>(await sender.SendAsync(Sms(), default));

        Assert.Equal("SMS m-1: OptedOut, code 21610", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task The_poll_finds_what_residents_sent_page_by_page()
    {
        twilio.PageSize = 2;
        twilio.Receive("+31611111111", "gisteren");
        clock.Advance(TimeSpan.FromDays(1));
        await Sender().SendAsync(Sms(), default);
        var sent = Enumerable.Range(1, 5).Select(i => twilio.Receive($"+3162222222{i}", $"ja {i}")).ToList();
        var poll = new TwilioInboundPoll(ProviderHttp.Create(TimeSpan.FromSeconds(10)), Options());

        var events = await poll.SinceAsync(clock.GetUtcNow().AddHours(-1), default).ToListAsync();

        Assert.Equal(sent.Select(sms => (sms.Sid, sms.From, sms.Body)).Reverse(), events.Select(one => (one.Id, one.From, one.Text!)));
        Assert.All(events, one => Assert.True(one.IsPolled));
    }

    private static SmsToSend Sms(string reference = "m-1") => new(reference, new("+31612345678"), "Kom je ook? Groet, Zoë 🎈", "nl", Moments.Monday);

    private TwilioSmsSender Sender(TwilioOptions? options = null) =>
        new(ProviderHttp.Create(TimeSpan.FromSeconds(10)), options ?? Options(), clock, NullLogger<TwilioSmsSender>.Instance);

    private TwilioOptions Options(string token = FakeTwilio.AuthToken, string? service = null, bool apiKey = false, double pace = 0, Uri? url = null) => new()
    {
        AccountSid = FakeTwilio.AccountSid,
        AuthToken = token,
        ApiKeySid = apiKey ? FakeTwilio.ApiKeySid : null,
        ApiKeySecret = apiKey ? FakeTwilio.ApiKeySecret : null,
        From = new(FakeTwilio.Number),
        MessagingServiceSid = service,
        BaseUrl = url ?? twilio.Url,
        PublicUrl = new("https://wijk.example"),
        Pace = pace,
    };

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("Never reached.");
        }
    }
}
