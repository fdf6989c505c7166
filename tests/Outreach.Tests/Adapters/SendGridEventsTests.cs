using System.Text;
using System.Text.Json;
using Outreach.Functions.Adapters.SendGrid;
using Outreach.Languages;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class SendGridEventsTests
{
    private const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
    private const string Timestamp = "1600112502";
    private const string Signature = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";

    private const string Body =
        """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""" + "\r\n";

    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1600112502);

    [Fact]
    public void A_signature_holds_over_the_timestamp_and_every_byte()
    {
        Assert.True(Verify());
        Assert.False(Verify(body: Body.TrimEnd()));
        Assert.False(Verify(timestamp: "1600112503"));
        Assert.False(Verify(signature: Convert.ToBase64String(new byte[70])));
        Assert.False(Verify(signature: "no base64"));
        Assert.False(Verify(signature: null));
        Assert.False(Verify(timestamp: null));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void A_signature_older_than_five_minutes_is_a_replay(int seconds, bool holds) =>
        Assert.Equal(holds, Verify(now: SignedAt.AddSeconds(seconds)));

    [Fact]
    public void An_event_keeps_its_id_time_and_receiver()
    {
        var one = Assert.Single(SendGridEvents.Read(Encoding.UTF8.GetBytes(Body), Moments.Monday));

        Assert.Equal("ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA", one.Id);
        Assert.Equal(("hello@world.com", DeliveryReport.AddressBad, SignedAt.AddSeconds(-10)), (one.From, one.Report, one.At));
        Assert.Equal("dropped", one.Code);
    }

    [Theory]
    [InlineData("""{"event":"processed"}""", DeliveryReport.Sent)]
    [InlineData("""{"event":"delivered","response":"250 OK"}""", DeliveryReport.Delivered)]
    [InlineData("""{"event":"deferred","attempt":"5"}""", DeliveryReport.TemporaryFailure)]
    [InlineData("""{"event":"bounce","type":"bounce","status":"5.1.1"}""", DeliveryReport.AddressBad)]
    [InlineData("""{"event":"bounce","type":"bounce"}""", DeliveryReport.AddressBad)]
    [InlineData("""{"event":"bounce","type":"blocked","status":"5.7.1"}""", DeliveryReport.Undelivered)]
    [InlineData("""{"event":"dropped","reason":"Invalid"}""", DeliveryReport.AddressBad)]
    [InlineData("""{"event":"dropped","reason":"Unsubscribed Address"}""", DeliveryReport.OptedOut)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", DeliveryReport.OptedOut)]
    [InlineData("""{"event":"dropped","reason":"Spam Content (if Spam Checker app enabled)"}""", DeliveryReport.Refused)]
    [InlineData("""{"event":"spamreport"}""", DeliveryReport.OptedOut)]
    [InlineData("""{"event":"unsubscribe"}""", DeliveryReport.OptedOut)]
    [InlineData("""{"event":"group_unsubscribe","asm_group_id":1}""", DeliveryReport.OptedOut)]
    public void An_event_becomes_a_report(string json, DeliveryReport report)
    {
        var body = $"[{json[..^1]},\"email\":\"Zoe@Wijk.example\",\"timestamp\":1600112492,\"outreach_reference\":\"m-1\",\"category\":[\"a\",\"b\"]}}]";

        var one = Assert.Single(SendGridEvents.Read(Encoding.UTF8.GetBytes(body), Moments.Monday));

        Assert.Equal((report, "zoe@wijk.example", "m-1"), (one.Report, one.From, one.Reference));
        Assert.Equal(32, one.Id.Length);
    }

    [Theory]
    [InlineData("""[{"event":"open","email":"a@b.nl"},{"event":"click","email":"a@b.nl"},{"event":"group_resubscribe","email":"a@b.nl"},{"event":"account_status_change"},{"event":"new_kind","email":"a@b.nl"},7,null]""")]
    [InlineData("[]")]
    public void What_says_nothing_about_delivery_is_left_out(string body) =>
        Assert.Empty(SendGridEvents.Read(Encoding.UTF8.GetBytes(body), Moments.Monday));

    [Theory]
    [InlineData("{}")]
    [InlineData("[{")]
    public void A_body_that_is_no_list_is_said_so(string body) =>
        Assert.ThrowsAny<JsonException>(() => SendGridEvents.Read(Encoding.UTF8.GetBytes(body), Moments.Monday));

    private static bool Verify(string? timestamp = Timestamp, string body = Body, string? signature = Signature, DateTimeOffset? now = null) =>
        SendGridSignature.Verify(Key, timestamp, Encoding.UTF8.GetBytes(body), signature, now ?? SignedAt);
}
