using Microsoft.Extensions.Primitives;
using Outreach.Functions.Adapters.Twilio;
using Outreach.Languages;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class TwilioWebhooksTests
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static readonly Dictionary<string, StringValues> Call = new()
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["Caller"] = "+14158675309",
        ["Digits"] = "1234",
        ["From"] = "+14158675309",
        ["To"] = "+18005551212",
    };

    [Theory]
    [InlineData(Url, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(Url, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    public void A_signature_holds_with_and_without_the_standard_port(string url, string signature)
    {
        Assert.True(TwilioSignature.Verify("12345", url, Call, signature));
        Assert.False(TwilioSignature.Verify("12346", url, Call, signature));
        Assert.False(TwilioSignature.Verify("12345", url + "&baz=3", Call, signature));
        Assert.False(TwilioSignature.Verify("12345", url, Call.Skip(1), signature));
        Assert.False(TwilioSignature.Verify("12345", url, Call, null));
        Assert.False(TwilioSignature.Verify("12345", url, Call, "no Base64"));
    }

    [Fact]
    public void A_field_that_stands_twice_counts_once_a_value()
    {
        Dictionary<string, StringValues> form = new() { ["Sid"] = "CA123", ["SidAccount"] = "AC123", ["Digits"] = new(["5678", "1234", "1234"]) };

        Assert.True(TwilioSignature.Verify("12345", Url, form, "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    }

    [Fact]
    public void Letters_beyond_ascii_and_a_space_at_the_end_are_signed_as_they_are()
    {
        Dictionary<string, StringValues> form = new()
        {
            ["MessageSid"] = "SM" + new string('a', 32),
            ["From"] = "+31612345678",
            ["To"] = "+3197010281234",
            ["Body"] = "Ja é €5 ",
            ["NumSegments"] = "1",
        };

        Assert.True(TwilioSignature.Verify("12345", "https://example.org/api/twilio/inbound", form, "U3D0poV7B3qN0bu1fml8wxOnt0Q="));
    }

    [Fact]
    public void A_text_becomes_an_event_with_the_id_of_the_message()
    {
        var form = Form(("MessageSid", "SM1"), ("From", "+31612345678"), ("To", "+3197010281234"), ("Body", "STOP"), ("OptOutType", "STOP"));

        var one = TwilioWebhooks.ReadSms(form, Moments.Monday);

        Assert.Equal(new(InboundKind.Sms, "SM1", "+31612345678", "+3197010281234", "STOP", Moments.Monday, ProviderId: "SM1", OptOutType: "STOP"), one);
        Assert.Null(TwilioWebhooks.ReadSms(Form(("Body", "ja")), Moments.Monday));
    }

    [Theory]
    [InlineData("delivered", null, DeliveryReport.Delivered)]
    [InlineData("failed", "21610", DeliveryReport.OptedOut)]
    [InlineData("failed", "30002", DeliveryReport.Undelivered)]
    [InlineData("undelivered", "30003", DeliveryReport.Undelivered)]
    [InlineData("undelivered", "30004", DeliveryReport.AddressBad)]
    [InlineData("undelivered", "30005", DeliveryReport.AddressBad)]
    [InlineData("undelivered", "30006", DeliveryReport.AddressBad)]
    [InlineData("undelivered", "30007", DeliveryReport.Refused)]
    [InlineData("undelivered", "30008", DeliveryReport.Undelivered)]
    [InlineData("undelivered", "21614", DeliveryReport.AddressBad)]
    [InlineData("undelivered", "39999", DeliveryReport.Undelivered)]
    [InlineData("undelivered", null, DeliveryReport.Undelivered)]
    [InlineData("canceled", null, DeliveryReport.Refused)]
    public void A_state_becomes_a_report(string status, string? code, DeliveryReport report)
    {
        var form = Form(("MessageSid", "SM1"), ("MessageStatus", status), ("From", "+3197010281234"), ("To", "+31612345678"), ("ErrorCode", code ?? ""));

        var one = TwilioWebhooks.ReadStatus(form, new QueryCollection(new Dictionary<string, StringValues> { ["ref"] = "m-1" }), Moments.Monday);

        Assert.Equal(new(InboundKind.Delivery, $"SM1:{status}", "+31612345678", "+3197010281234", null, Moments.Monday, Reference: "m-1", ProviderId: "SM1", Report: report, Code: code), one);
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("sending")]
    [InlineData("accepted")]
    [InlineData("sent")]
    public void A_state_on_the_way_tells_nothing(string status) =>
        Assert.Null(TwilioWebhooks.ReadStatus(Form(("MessageSid", "SM1"), ("MessageStatus", status)), new QueryCollection(), Moments.Monday));

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
