using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class SendGridEmailSenderTests : IAsyncLifetime
{
    private readonly ManualClock clock = new(Moments.Monday);
    private FakeSendGrid sendGrid = null!;

    public async ValueTask InitializeAsync() => sendGrid = await FakeSendGrid.StartAsync();

    public ValueTask DisposeAsync() => sendGrid.DisposeAsync();

    [Fact]
    public async Task One_email_arrives_as_it_was_written()
    {
        var email = Email(1) with { StopUrl = new("https://wijk.example/s/ABC"), ToName = "Jansen, Ömer" };

        var outcome = Assert.Single(await Sender().SendAsync([email], default));

        var mail = Assert.Single(sendGrid.Accepted);
        Assert.Equal(new MessageEvent.Accepted(mail.ProviderId), outcome);
        Assert.Equal((email.Text, email.Html, email.Subject), (mail.Text, mail.Html, mail.Subject));
        Assert.Equal(("\"Jansen, Ömer\"", "Wijkgroep Noord", "token1@antwoord.wijkgroep.example"), (mail.ToName, mail.FromName, mail.ReplyTo));
        Assert.Equal("<m%7C1@antwoord.wijkgroep.example>", mail.Headers["Message-ID"]);
        Assert.Equal("<https://wijk.example/s/ABC>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task Ten_thousand_people_take_ten_calls_and_each_gets_their_own()
    {
        var emails = Enumerable.Range(1, 10_000).Select(Email).ToList();

        var outcomes = await Sender().SendAsync(emails, default);

        Assert.Equal(10, sendGrid.Calls);
        Assert.All(outcomes, outcome => Assert.IsType<MessageEvent.Accepted>(outcome));
        Assert.Equal(
            emails.Select(email => (email.To.Value, (string?)$"{email.ReplyToken}@{FakeSendGrid.ReplyDomain}", email.Subject, email.Text, email.Html, email.Reference)),
            sendGrid.Accepted.Select(mail => (mail.To, mail.ReplyTo, mail.Subject, mail.Text, mail.Html, mail.Reference)));
    }

    [Fact]
    public async Task Large_emails_share_the_frame_of_their_language()
    {
        var frame = new string('x', 20_000);
        var emails = Enumerable.Range(1, 50)
            .Select(i => Email(i) with { Language = i % 2 == 0 ? "nl" : "tr", Html = $"<html lang=\"{i % 2}\">{frame}<p>Dag {i} 🎈</p>{frame}</html>" })
            .ToList();

        await Sender().SendAsync(emails, default);

        Assert.Equal(2, sendGrid.Calls);
        Assert.Equal(emails.Select(email => email.Html).Order(), sendGrid.Accepted.Select(mail => mail.Html).Order());
    }

    [Fact]
    public async Task An_email_too_large_for_substitution_goes_alone()
    {
        List<EmailToSend> emails = [Email(1), Email(2) with { Html = new('ع', 6_000) }, Email(3), Email(4) with { Html = new('غ', 6_000) }];

        await Sender().SendAsync(emails, default);

        Assert.Equal(3, sendGrid.Calls);
        Assert.Equal(emails.Select(email => email.Html).Order(), sendGrid.Accepted.Select(mail => mail.Html).Order());
    }

    [Fact]
    public async Task Two_emails_to_one_address_go_in_two_calls()
    {
        var outcomes = await Sender().SendAsync([Email(1), Email(2), Email(3) with { To = Email(1).To }], default);

        Assert.Equal(2, sendGrid.Calls);
        Assert.All(outcomes, outcome => Assert.IsType<MessageEvent.Accepted>(outcome));
    }

    [Fact]
    public async Task Without_a_reply_token_answers_go_to_the_sender()
    {
        await Sender().SendAsync([Email(1), Email(2) with { ReplyToken = null }], default);

        Assert.Equal(["token1@antwoord.wijkgroep.example", null], sendGrid.Accepted.Select(mail => mail.ReplyTo));
    }

    [Fact]
    public async Task A_name_with_a_comma_or_a_semicolon_stays_one_name()
    {
        await Sender().SendAsync([Email(1) with { FromName = "Wijkgroep \"Noord\", Oost", ToName = "Jansen; Piet" }], default);

        var mail = Assert.Single(sendGrid.Accepted);
        Assert.Equal(("\"Wijkgroep \\\"Noord\\\", Oost\"", "\"Jansen; Piet\""), (mail.FromName, mail.ToName));
    }

    [Fact]
    public async Task A_redirection_is_no_acceptance()
    {
        sendGrid.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(302, Header: "Location", HeaderValue: "https://elsewhere.example/"));

        Assert.Equal("302", Assert.IsType<MessageEvent.TryLater>(Assert.Single(await Sender().SendAsync([Email(1)], default))).Code);
        Assert.Equal(1, sendGrid.Calls);
    }

    [Fact]
    public async Task A_subject_and_a_name_are_one_line()
    {
        await Sender().SendAsync([Email(1) with { Subject = "Buurt\r\navond", ToName = "Zoë\tde Wit" }], default);

        Assert.Equal(("Buurt  avond", "Zoë de Wit"), (Assert.Single(sendGrid.Accepted).Subject, sendGrid.Accepted[0].ToName));
    }

    [Fact]
    public async Task No_address_and_no_text_is_logged()
    {
        var log = new RecordingLogger<SendGridEmailSender>();
        sendGrid.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(400, """{"errors":[{"message":"bewoner1@wijk.example is bad","field":"personalizations.0.to.0.email"}]}"""));

        await Sender(log).SendAsync([Email(1), Email(2)], default);

        var line = Assert.Single(log.Lines);
        Assert.Contains("m|1", line, StringComparison.Ordinal);
        Assert.DoesNotContain("bewoner", line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_bad_address_is_refused_and_the_others_are_sent()
    {
        List<EmailToSend> emails = [Email(1), Email(2) with { To = new("jan..smit@wijk.example") }, Email(3) with { Subject = "" }, Email(4)];

        var outcomes = await Sender().SendAsync(emails, default);

        Assert.IsType<MessageEvent.Accepted>(outcomes[0]);
        Assert.IsType<MessageEvent.AddressBad>(outcomes[1]);
        Assert.IsType<MessageEvent.Refused>(outcomes[2]);
        Assert.IsType<MessageEvent.Accepted>(outcomes[3]);
        Assert.Equal(2, sendGrid.Accepted.Count);
    }

    [Fact]
    public async Task One_bad_email_that_is_not_named_is_found_among_a_thousand()
    {
        sendGrid.Faults = ProviderFault.For(Email(700).To.Value, new ProviderFault.Answer(400, """{"errors":[{"message":"No.","field":null}]}"""));

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 1000).Select(Email).ToList(), default);

        Assert.IsType<MessageEvent.Refused>(Assert.Single(outcomes, outcome => outcome is not MessageEvent.Accepted));
        Assert.IsType<MessageEvent.Refused>(outcomes[699]);
        Assert.InRange(sendGrid.Calls, 2, 32);
    }

    [Fact]
    public async Task When_every_email_is_refused_without_a_reason_the_channel_stops()
    {
        sendGrid.Faults = _ => new ProviderFault.Answer(400, "no JSON");

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 1000).Select(Email).ToList(), default);

        Assert.Contains(outcomes, outcome => outcome is MessageEvent.ChannelStopped);
        Assert.InRange(sendGrid.Calls, 2, 70);
        Assert.Empty(sendGrid.Accepted);
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_parted()
    {
        sendGrid.MaxBytes = 20_000;

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 100).Select(Email).ToList(), default);

        Assert.All(outcomes, outcome => Assert.IsType<MessageEvent.Accepted>(outcome));
        Assert.Equal(100, sendGrid.Accepted.Count);
    }

    [Fact]
    public async Task One_email_that_is_too_large_is_refused()
    {
        sendGrid.MaxBytes = 20_000;

        Assert.Equal([new MessageEvent.Refused("413")], await Sender().SendAsync([Email(1) with { Html = new('x', 30_000) }], default));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_wrong_key_or_sender_stops_the_channel_for_all(int status)
    {
        sendGrid.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(status, """{"errors":[{"message":"No.","field":null}]}"""));

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 2500).Select(Email).ToList(), default);

        Assert.All(outcomes, outcome => Assert.IsType<MessageEvent.ChannelStopped>(outcome));
        Assert.Equal(1, sendGrid.Calls);
    }

    [Fact]
    public async Task Too_many_calls_wait_until_the_reset()
    {
        var reset = clock.GetUtcNow().AddSeconds(42).ToUnixTimeSeconds();
        sendGrid.Faults = ProviderFault.OnCall(2, new ProviderFault.Answer(429, """{"errors":[{"field":null,"message":"too many requests"}]}""", Header: "X-RateLimit-Reset", HeaderValue: $"{reset}"));

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 2500).Select(Email).ToList(), default);

        Assert.All(outcomes.Take(1000), outcome => Assert.IsType<MessageEvent.Accepted>(outcome));
        Assert.All(outcomes.Skip(1000), outcome => Assert.Equal(new MessageEvent.TryLater("429", TimeSpan.FromSeconds(42)), outcome));
        Assert.Equal(2, sendGrid.Calls);
    }

    [Fact]
    public async Task After_a_lost_answer_that_call_is_unknown_and_no_other_is_risked()
    {
        sendGrid.Faults = ProviderFault.OnCall(1, new ProviderFault.LostAnswer());

        var outcomes = await Sender().SendAsync(Enumerable.Range(1, 1500).Select(Email).ToList(), default);

        Assert.All(outcomes.Take(1000), outcome => Assert.IsType<MessageEvent.Unknown>(outcome));
        Assert.All(outcomes.Skip(1000), outcome => Assert.IsType<MessageEvent.TryLater>(outcome));
        Assert.Equal(1000, sendGrid.Accepted.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_server_error_leaves_the_outcome_unknown(int status)
    {
        sendGrid.Faults = ProviderFault.OnCall(1, new ProviderFault.Answer(status, "<html>oops</html>", "text/html"));

        Assert.IsType<MessageEvent.Unknown>(Assert.Single(await Sender().SendAsync([Email(1)], default)));
    }

    [Fact]
    public async Task Nothing_was_sent_when_nobody_listens()
    {
        var sender = Sender();
        await sendGrid.DisposeAsync();

        Assert.IsType<MessageEvent.TryLater>(Assert.Single(await sender.SendAsync([Email(1)], default)));
        sendGrid = await FakeSendGrid.StartAsync();
    }

    private static EmailToSend Email(int i) => new(
        $"m|{i}",
        new($"bewoner{i}@wijk.example"),
        $"Bewoner {i}",
        "Wijkgroep Noord",
        $"Buurtavond, {i}",
        $"Dag {i},\n\nKom je ook? كتب 🎈\n",
        $"<html lang=\"nl\"><style>body{{-webkit-text-size-adjust:100%}}</style><p>Dag {i}, kom je ook? 🎈</p></html>",
        "nl",
        Moments.Monday,
        ReplyToken: $"token{i}");

    private SendGridEmailSender Sender(ILogger<SendGridEmailSender>? log = null) => new(
        ProviderHttp.Create(TimeSpan.FromSeconds(30)),
        new() { ApiKey = FakeSendGrid.ApiKey, From = new(FakeSendGrid.From), ReplyDomain = FakeSendGrid.ReplyDomain, BaseUrl = sendGrid.Url },
        clock,
        log ?? NullLogger<SendGridEmailSender>.Instance);
}
