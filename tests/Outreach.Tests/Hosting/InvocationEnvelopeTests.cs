using System.Text.Json;
using Outreach.Functions.Hosting;

namespace Outreach.Tests.Hosting;

public sealed class InvocationEnvelopeTests
{
    private const string Message = """{"jobId":"42"}""";

    [Theory]
    [InlineData("""{"Data":{"message":"\"{\\\"jobId\\\":\\\"42\\\"}\""},"Metadata":{"DequeueCount":"1"}}""")]
    [InlineData("""{"Data":{"message":"{\"jobId\":\"42\"}"},"Metadata":{"DequeueCount":1}}""")]
    [InlineData("""{"Data":{"message":{"jobId":"42"}},"Metadata":{}}""")]
    [InlineData("""{"Data":{"message":{"jobId":"42"}}}""")]
    public void A_message_is_read_however_often_it_was_encoded(string envelope) =>
        Assert.Equal(new QueueDelivery(Message, 1), Read(envelope));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("\"\\\"3\\\"\"", 3)]
    [InlineData("\"many\"", 1)]
    [InlineData("-2", 1)]
    [InlineData("{}", 1)]
    public void The_dequeue_count_is_a_number_or_text_and_1_when_it_is_neither(string count, int expected) =>
        Assert.Equal(expected, Read($$"""{"Data":{"message":"{}"},"Metadata":{"DequeueCount":{{count}} } }""").DequeueCount);

    [Fact]
    public void What_the_host_promoted_into_the_metadata_changes_nothing()
    {
        var delivery = Read(
            """
            { "Data": { "message": "\"{\\\"id\\\":\\\"ours\\\",\\\"message\\\":\\\"x\\\"}\"" },
              "Metadata": { "DequeueCount": "2", "id": "\"theirs\"", "message": "\"other\"", "jobId": "\"7\"",
                            "ExpirationTime": "2027-10-16T17:58:31+00:00", "PopReceipt": "\"AgAA\"",
                            "sys": { "MethodName": "HandleInbound", "UtcNow": "2027-10-09T17:58:32.2205399Z", "RandGuid": "24ad4c06-24ad-4e5b-8294-3da9714877e9" } } }
            """);

        Assert.Equal(new QueueDelivery("""{"id":"ours","message":"x"}""", 2), delivery);
    }

    [Fact]
    public void Text_in_any_script_survives_both_encodings()
    {
        var message = JsonSerializer.Serialize(new { text = "Ja \"graag\" \\ نعم ✓ \n" });
        var envelope = JsonSerializer.Serialize(new { Data = new { message = JsonSerializer.Serialize(message) }, Metadata = new { } });

        Assert.Equal(message, Read(envelope).Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":"x"}""")]
    [InlineData("""{"Data":{"other":"x"},"Metadata":{"message":"x"}}""")]
    public void What_holds_no_message_is_no_invocation(string envelope) => Assert.Throws<InvalidDataException>(() => Read(envelope));

    private static QueueDelivery Read(string envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        return InvocationEnvelope.ReadQueue(document.RootElement, "message");
    }
}
