using System.Diagnostics.Metrics;
using System.Text;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Languages;
using static Outreach.Tests.Adapters.ScriptedStore;

namespace Outreach.Tests.Adapters;

public sealed class AzureQueuesAndBlobsWireTests
{
    private const string Sent = """
        <QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>Mon, 01 Mar 2027 09:00:00 GMT</InsertionTime>
        <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>r</PopReceipt><TimeNextVisible>Mon, 01 Mar 2027 09:00:02 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
        """;

    [Fact]
    public async Task A_message_is_sent_in_base64_never_expires_and_makes_its_queue()
    {
        await using var store = await StartAsync();
        store.Server.Then(404, "<Error><Code>QueueNotFound</Code></Error>").Then(201).Then(201, Sent);

        await store.Queues.SendAsync("jobs", """{"a":"é"}""", TimeSpan.FromSeconds(1.5), default);

        Assert.Equal(["POST /jobs/messages?visibilitytimeout=2&messagettl=-1", "PUT /jobs", "POST /jobs/messages?visibilitytimeout=2&messagettl=-1"],
            store.Server.Seen.Select(request => $"{request.Method} {request.Target}"));
        Assert.Equal("<QueueMessage><MessageText>eyJhIjoiw6kifQ==</MessageText></QueueMessage>", store.Server.Seen[2].Body.TrimStart('\uFEFF'));
        Assert.Equal(3, store.Transactions.Queues);
    }

    [Fact]
    public async Task A_queue_that_is_missing_is_made_by_whoever_counts_or_takes_and_is_empty()
    {
        await using var store = await StartAsync();
        store.Server.Then(404, "<Error><Code>QueueNotFound</Code></Error>").Then(201).Then(404, "<Error><Code>QueueNotFound</Code></Error>").Then(201);

        Assert.Equal(0, await store.Queues.CountAsync("jobs-poison", default));
        Assert.Empty(await store.Queues.ReceiveAsync("jobs", 1, TimeSpan.FromMinutes(1), default));

        Assert.Equal(["PUT /jobs-poison", "PUT /jobs"], store.Server.Seen.Where(request => request.Method == "PUT").Select(request => $"{request.Method} {request.Target}"));
    }

    [Theory]
    [InlineData("eyJhIjoiw6kifQ==", """{"a":"é"}""")]
    [InlineData("""{"a":"é"}""", """{"a":"é"}""")]
    [InlineData("not base64!", "not base64!")]
    [InlineData("/////w==", "/////w==")]
    public void A_text_is_read_in_base64_or_plain(string wire, string text) => Assert.Equal(text, AzureQueues.Decode(wire));

    [Fact]
    public async Task A_queue_that_is_busy_is_asked_again_and_a_refused_identity_hears_its_role()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(503, "<Error><Code>ServerBusy</Code></Error>")
            .Then(200, "", ("x-ms-approximate-messages-count", "12"))
            .Then(403, "<Error><Code>AuthorizationPermissionMismatch</Code></Error>");

        Assert.Equal(12, await store.Queues.CountAsync("jobs", default));
        var refused = await Assert.ThrowsAsync<StorageException>(() => store.Queues.PeekAsync("jobs", 1, default));
        Assert.Contains("Storage Queue Data Contributor", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_blob_goes_in_blocks_and_only_the_broken_one_goes_again()
    {
        await using var store = await StartAsync();
        store.Server.Then(201).Then(201).ThenDrop().Then(201).Then(201);

        await store.Blobs.WriteAsync("lists/a", new MemoryStream(new byte[AzureBlobs.Piece + 10]), default);

        Assert.Equal("/outreach?restype=container", store.Server.Seen[0].Target);
        var sent = store.Server.Seen.Skip(1).ToList();
        Assert.Equal([AzureBlobs.Piece, 10, 10], sent.Take(3).Select(request => request.Body.Length));
        Assert.Equal(sent[1].Target, sent[2].Target);
        Assert.NotEqual(sent[0].Target, sent[1].Target);
        Assert.Equal("/outreach/lists/a?comp=blocklist", sent[3].Target);
        var id = Uri.UnescapeDataString(sent[0].Target.Split("blockid=")[1]);
        Assert.StartsWith($"<BlockList><Latest>{id}</Latest><Latest>", sent[3].Body.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_is_read_in_pieces_of_one_version()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(200, "", ("Content-Length", "6"), ("ETag", "\"0x1\""))
            .Then(206, "abc", ("Content-Range", "bytes 0-2/6"), ("ETag", "\"0x1\""))
            .ThenDrop()
            .Then(206, "def", ("Content-Range", "bytes 3-5/6"), ("ETag", "\"0x1\""));

        using var reader = new StreamReader((await store.Blobs.ReadAsync("lists/a", default))!, Encoding.ASCII);

        Assert.Equal("abcdef", await reader.ReadToEndAsync());
        Assert.Equal($"bytes=0-{AzureBlobs.Piece - 1}", store.Server.Seen[1].Headers["x-ms-range"]);
        Assert.Equal($"bytes=3-{3 + AzureBlobs.Piece - 1}", store.Server.Seen[3].Headers["x-ms-range"]);
        Assert.Equal("\"0x1\"", store.Server.Seen[3].Headers["If-Match"]);
    }

    [Fact]
    public async Task A_blob_that_is_replaced_meanwhile_ends_the_reading()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(200, "", ("Content-Length", "6"), ("ETag", "\"0x1\""))
            .Then(206, "abc", ("Content-Range", "bytes 0-2/6"), ("ETag", "\"0x1\""))
            .Then(412, "<Error><Code>ConditionNotMet</Code></Error>");

        using var reader = new StreamReader((await store.Blobs.ReadAsync("lists/a", default))!, Encoding.ASCII);

        await Assert.ThrowsAsync<IOException>(() => reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Names_are_listed_page_by_page()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(200, "<EnumerationResults><Blobs><Blob><Name>a/1</Name></Blob></Blobs><NextMarker>m 1/=</NextMarker></EnumerationResults>")
            .Then(200, "<EnumerationResults><Blobs /><NextMarker>m2</NextMarker></EnumerationResults>")
            .Then(200, "<EnumerationResults><Blobs><Blob><Name>a/2</Name></Blob></Blobs><NextMarker /></EnumerationResults>");

        Assert.Equal(["a/1", "a/2"], await store.Blobs.ListAsync("a/", default).ToListAsync());
        Assert.Equal("/outreach?restype=container&comp=list&prefix=a%2F&marker=m%201%2F%3D", store.Server.Seen[1].Target);
    }

    [Fact]
    public async Task Each_request_is_measured_by_service()
    {
        await using var store = await StartAsync();
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == StorageTransactions.MeterName)
                    self.EnableMeasurementEvents(instrument, measured);
            },
        };
        var transactions = store.Transactions;
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, state) =>
        {
            if (ReferenceEquals(instrument, transactions.Counter))
                ((List<string>)state!).Add($"{tags[0].Value}:{count}");
        });
        listener.Start();
        store.Server.Then(404, "<Error><Code>BlobNotFound</Code></Error>").Then(404, "<Error><Code>QueueNotFound</Code></Error>");

        await store.Blobs.ReadAsync("a", default);
        await store.Queues.PeekAsync("jobs", 1, default);

        Assert.Equal(["blobs:1", "queues:1"], measured);
        Assert.Equal(2, transactions.Total);
    }
}
