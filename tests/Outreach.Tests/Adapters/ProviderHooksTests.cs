using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Functions.Replies;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class ProviderHooksTests : IAsyncLifetime
{
    private const string Secret = "geheim-pad";
    private static readonly Uri PublicUrl = new("https://wijk.example");

    private readonly ManualClock clock = new(Moments.Monday);
    private readonly RecordingQueues queues = new();
    private readonly HttpClient app = new();
    private FakeTwilio twilio = null!;
    private FakeSendGrid sendGrid = null!;
    private FakeServer server = null!;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync(clock);
        sendGrid = await FakeSendGrid.StartAsync();
        server = await FakeServer.StartAsync(app => app.MapProviderHooks(), services => services
            .AddSingleton<IQueues>(queues)
            .AddSingleton<ReplyReader>().AddSingleton<InboundTexts>()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new TwilioOptions { AccountSid = FakeTwilio.AccountSid, AuthToken = FakeTwilio.AuthToken, From = new(FakeTwilio.Number), PublicUrl = PublicUrl, BaseUrl = twilio.Url, Pace = 0 })
            .AddSingleton(new SendGridOptions { ApiKey = FakeSendGrid.ApiKey, From = new(FakeSendGrid.From), ReplyDomain = FakeSendGrid.ReplyDomain, EventPublicKey = sendGrid.PublicKey, InboundSecret = Secret, BaseUrl = sendGrid.Url }));
        app.BaseAddress = server.Url;
    }

    public async ValueTask DisposeAsync()
    {
        app.Dispose();
        await server.DisposeAsync();
        await twilio.DisposeAsync();
        await sendGrid.DisposeAsync();
    }

    [Fact]
    public async Task A_text_waits_on_the_queue_before_twilio_hears_ok()
    {
        var sms = twilio.Receive("+31612345678", "Ja, é €5 ");

        var answer = await twilio.CallSmsHookAsync(app, PublicUrl, sms, "START");

        Assert.Equal(("<Response/>", "text/xml"), (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(new(InboundKind.Sms, sms.Sid, sms.From, sms.To, "Ja, é €5 ", clock.GetUtcNow(), ProviderId: sms.Sid, OptOutType: "START"), Assert.Single(Events()));
    }

    [Fact]
    public void What_waits_on_the_queue_is_plain_json() =>
        Assert.Equal(
            """{"events":[{"kind":"email","id":"M1","from":"an@example.org","to":"r@antwoord.example","at":"2026-03-02T10:00:00+00:00","text":"Ja, é €5"}]}""",
            Assert.Single(new InboundTexts(new ReplyReader()).Write([new(InboundKind.Email, "M1", "an@example.org", "r@antwoord.example", "Ja, é €5", Moments.Monday)])));

    [Fact]
    public async Task A_bad_signature_is_refused_and_counted()
    {
        using var rejections = new Rejections();

        var wrongUrl = await twilio.CallSmsHookAsync(app, new("https://elders.example"), twilio.Receive("+31612345678", "ja"));
        var noForm = await app.PostAsync("/hooks/twilio/status", new StringContent("{}"));
        var noSignature = await app.PostAsync("/hooks/sendgrid/events", new StringContent("[]"));
        var wrongSecret = await app.PostAsync("/hooks/sendgrid/inbound/anders", new FakeEmail("zoe@mail.example", "t@antwoord.wijkgroep.example") { Text = "ja" }.Form());

        foreach (var answer in (HttpResponseMessage[])[wrongUrl, noForm, noSignature, wrongSecret])
            Assert.Equal((HttpStatusCode.Forbidden, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Superset(new HashSet<string> { "twilio/sms", "twilio/status", "sendgrid/events", "sendgrid/inbound" }, rejections.Hooks);
        Assert.Empty(Events());
    }

    [Fact]
    public async Task A_delivery_report_comes_back_with_our_reference()
    {
        var sms = new FakeSms("SM1", FakeTwilio.Number, "+31612345678", "x", "outbound-api", clock.GetUtcNow(), new("https://wijk.example/hooks/twilio/status?ref=g1%7Cm-1"));

        var queued = await FakeTwilio.CallStatusHookAsync(app, sms, "queued");
        var failed = await FakeTwilio.CallStatusHookAsync(app, sms, "undelivered", 30005);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (queued.StatusCode, failed.StatusCode));
        var one = Assert.Single(Events());
        Assert.Equal(("g1|m-1", DeliveryReport.AddressBad, "30005", "SM1:undelivered"), (one.Reference, one.Report, one.Code, one.Id));
    }

    [Fact]
    public async Task Reports_twice_and_out_of_order_have_the_same_ids()
    {
        var sender = new TwilioSmsSender(new HttpClient(), server.Get<TwilioOptions>(), clock, NullLogger<TwilioSmsSender>.Instance);
        for (var i = 0; i < 5; i++)
            Assert.IsType<MessageEvent.Accepted>(await sender.SendAsync(new($"m-{i}", new("+31612345678"), $"Kom je? {i}", "nl", clock.GetUtcNow()), default));

        await twilio.ReportAllAsync(app, shuffleSeed: 7);

        Assert.Equal(10, Events().Count);
        Assert.Equal(5, Events().Select(one => one.Id).Distinct().Count());
        Assert.Equal(5, Events().Select(one => one.Reference).Distinct().Count());
    }

    [Fact]
    public async Task Many_events_are_cut_into_texts_that_the_queue_takes()
    {
        var mails = Enumerable.Range(1, 600).Select(i => new FakeMail($"bewoner{i}@wijk.example", null, "", "", null, "", "", "", new Dictionary<string, string> { ["Message-ID"] = $"<m-{i}@x>" }, $"m-{i}", "request-1"));

        var answer = await sendGrid.CallEventHookAsync(app, clock.GetUtcNow(), mails.Select(mail => FakeSendGrid.Event(mail, "bounce", clock.GetUtcNow(), ("type", "bounce"), ("status", "5.1.1"))));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.InRange(queues.Texts("inbound").Count, 2, 10);
        Assert.All(queues.Texts("inbound"), text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 48 * 1024));
        Assert.Equal(Enumerable.Range(1, 600).Select(i => $"m-{i}"), Events().Select(one => one.Reference));
    }

    [Fact]
    public async Task An_old_event_call_is_a_replay()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await sendGrid.CallEventHookAsync(app, clock.GetUtcNow().AddSeconds(-301))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await sendGrid.CallEventHookAsync(app, clock.GetUtcNow().AddSeconds(-299))).StatusCode);
    }

    [Theory]
    [InlineData("windows-1252", "Ja, ik kom – één persoon, €5 “graag”")]
    [InlineData("iso-8859-9", "Evet, geliyoruz: iki kişi. Şükrü ve Iğdır'dan Çağla")]
    [InlineData("utf-8", "نعم، سأحضر مع شخصين 🎈")]
    [InlineData("iso-8859-2", "Tak, przyjdę z żoną i córką")]
    [InlineData("koi8-r", "Да, приду")]
    public async Task An_answer_by_email_is_read_in_its_own_charset(string charset, string text)
    {
        var email = new FakeEmail("Zoë de Wit <Zoe@Mail.example>", $"token1@{FakeSendGrid.ReplyDomain}")
        {
            Text = $"{text}\r\n\r\nOp ma 2 mrt 2026 om 10:00 schreef Wijkgroep <token1@{FakeSendGrid.ReplyDomain}>:\r\n\r\n> Antwoord STOP\r\n",
            Charset = charset,
            Subject = "Re: Buurtavond één",
            Headers = ["Message-ID: <answer-1@mail.example>", "In-Reply-To: <other@mail.example>", $"References: <m%7C1@{FakeSendGrid.ReplyDomain}>\n <other@mail.example>"],
            Attachment = new byte[200_000],
        };

        var one = await AnswerAsync(email);

        Assert.Equal((text, "zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}", "Re: Buurtavond één"), (one.Text, one.From, one.To, one.Subject));
        Assert.Equal(($"<m%7C1@{FakeSendGrid.ReplyDomain}>", "m|1", false), (one.InReplyTo, one.Reference, one.Automatic));
    }

    [Fact]
    public async Task An_email_in_html_alone_is_read_too()
    {
        var one = await AnswerAsync(new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Html = "<div>Ja, graag</div><blockquote>STOP</blockquote>", Charset = "iso-8859-1" });

        Assert.Equal("Ja, graag", one.Text);
    }

    [Fact]
    public async Task The_same_email_twice_has_the_same_id_also_without_a_message_id()
    {
        var email = new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = "ja", Headers = ["Date: Mon, 2 Mar 2026 10:00:00 +0000"] };

        var ids = new[] { (await AnswerAsync(email)).Id, (await AnswerAsync(email)).Id, (await AnswerAsync(email with { Text = "nee" })).Id };

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("Precedence: list", false)]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply", false)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status", true)]
    [InlineData("X-Mailer: Outlook", false)]
    public async Task A_machine_s_answer_is_marked(string header, bool automatic)
    {
        var one = await AnswerAsync(new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = "Ik ben er niet", Headers = ["Message-ID: <a@b>", header] });

        Assert.Equal(automatic, one.Automatic);
    }

    [Theory]
    [InlineData("zoe@mail.example", "")]
    [InlineData("MAILER-DAEMON@mail.example", "mailer-daemon@mail.example")]
    public async Task A_bounce_is_marked(string from, string envelope) =>
        Assert.True((await AnswerAsync(new FakeEmail(from, $"token1@{FakeSendGrid.ReplyDomain}") { Text = "Undelivered", EnvelopeFrom = envelope })).Automatic);

    [Fact]
    public async Task A_long_email_is_shortened_to_what_the_queue_takes()
    {
        var one = await AnswerAsync(new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = string.Concat(Enumerable.Repeat("نعم سأحضر ", 10_000)) });

        Assert.Contains("[…]", one.Text, StringComparison.Ordinal);
        Assert.All(queues.Texts("inbound"), text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 48 * 1024));
    }

    [Theory]
    [InlineData("Message-ID: <{0}@mail.example>")]
    [InlineData("References: <{0}@mail.example>")]
    [InlineData("In-Reply-To: <{0}@" + FakeSendGrid.ReplyDomain + ">")]
    public async Task A_header_of_sixty_thousand_characters_is_not_kept_and_the_words_are(string header)
    {
        var one = await AnswerAsync(new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}")
        {
            Text = "Ja, graag",
            Headers = [string.Format(CultureInfo.InvariantCulture, header, new string('a', 60_000))],
        });

        Assert.Equal(("Ja, graag", null, null), (one.Text, one.InReplyTo, one.Reference));
    }

    [Fact]
    public void A_header_that_is_folded_for_ever_is_read_as_far_as_it_can_matter() =>
        Assert.InRange(MailHeaders.Parse("References: <a@b>\n" + string.Concat(Enumerable.Repeat(" <c@d>\n", 100_000))).Get("References")!.Length, 1000, 20_000);

    [Theory]
    [InlineData(0)]
    [InlineData(21_000)]
    [InlineData(41_990)]
    public async Task A_stop_in_an_email_of_forty_two_thousand_characters_is_found(int at)
    {
        var letter = string.Concat(Enumerable.Repeat("Wij wonen hier al heel lang en wij schrijven graag ", 900))[..42_000];

        var one = await AnswerAsync(new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = $"{letter[..at]}\nSTOP\n{letter[at..]}" });

        Assert.InRange(one.Text!.Length, 20_000, InboundCeiling.MaxText + 100);
        Assert.Equal(ReplyKind.Stop, new ReplyReader().Read(one.Text, "nl").Kind);
    }

    [Fact]
    public void The_word_stop_inside_a_letter_is_for_a_person_to_read() =>
        Assert.Equal(ReplyKind.Unclear, new ReplyReader().Read(string.Concat(Enumerable.Repeat("De bus maakt hier een stop en rijdt dan verder. ", 100)), "nl").Kind);

    [Fact]
    public async Task An_address_that_nobody_can_have_is_taken_and_dropped()
    {
        var answer = await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", new FakeEmail($"{new string('a', 400)}@mail.example", "x@y.example") { Text = "ja" }.Form());

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(Events());
    }

    [Fact]
    public async Task An_email_above_thirty_megabytes_is_too_large()
    {
        var email = new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = "ja", Attachment = new byte[31 * 1024 * 1024] };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/sendgrid/inbound/{Secret}") { Content = email.Form() };
        request.Headers.ExpectContinue = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.SendAsync(request)).StatusCode);
        Assert.Empty(Events());
    }

    [Fact]
    public async Task An_email_without_an_end_is_refused()
    {
        var bytes = await new FakeEmail("zoe@mail.example", $"token1@{FakeSendGrid.ReplyDomain}") { Text = "ja" }.Form().ReadAsByteArrayAsync();
        using var half = new ByteArrayContent(bytes[..(bytes.Length / 2)]);
        half.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=\"xYzZY\"");

        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", half)).StatusCode);
        Assert.Empty(Events());
    }

    [Fact]
    public async Task What_nobody_can_answer_is_taken_and_dropped()
    {
        var noForm = await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", new StringContent("x"));
        var noSender = await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", new FakeEmail("nobody", "x") { Text = "ja", EnvelopeFrom = "" }.Form());

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (noForm.StatusCode, noSender.StatusCode));
        Assert.Empty(Events());
    }

    [Fact]
    public async Task While_the_queue_is_down_nobody_hears_ok()
    {
        queues.IsDown = true;

        var sms = await twilio.CallSmsHookAsync(app, PublicUrl, twilio.Receive("+31612345678", "ja"));
        var email = await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", new FakeEmail("zoe@mail.example", "x@y.example") { Text = "ja" }.Form());

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (sms.StatusCode, email.StatusCode));
    }

    [Theory]
    [InlineData("twilio/sms")]
    [InlineData("twilio/status")]
    [InlineData("sendgrid/events")]
    [InlineData("sendgrid/inbound/geheim-pad")]
    public async Task A_provider_that_is_not_configured_is_not_found(string hook)
    {
        await using var bare = await FakeServer.StartAsync(app => app.MapProviderHooks(), services => services.AddSingleton<IQueues>(queues).AddSingleton<TimeProvider>(clock));

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync(new Uri(bare.Url, $"/hooks/{hook}"), new StringContent(""))).StatusCode);
    }

    private async Task<InboundEvent> AnswerAsync(FakeEmail email)
    {
        (await app.PostAsync($"/hooks/sendgrid/inbound/{Secret}", email.Form())).EnsureSuccessStatusCode();
        return Events()[^1];
    }

    private List<InboundEvent> Events() => queues.Texts("inbound").SelectMany(text => RowJson.ReadText<InboundBatch>(text).Events).ToList();

    private sealed class Rejections : IDisposable
    {
        private readonly MeterListener listener = new();

        public Rejections()
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Name == "outreach.hooks.rejected")
                    to.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                lock (Hooks)
                    Hooks.Add((string)tags[0].Value!);
            });
            listener.Start();
        }

        public HashSet<string> Hooks { get; } = [];

        public void Dispose() => listener.Dispose();
    }
}
