using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;
using static Outreach.Tests.Adapters.ScriptedStore;

namespace Outreach.Tests.Adapters;

/// <summary>What the table service does and its emulator does not.</summary>
public sealed class AzureTablesWireTests
{
    [Fact]
    public async Task A_query_goes_on_through_empty_pages_that_have_a_successor()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!Zy8="), ("x-ms-continuation-NextRowKey", "1!8!YSti"))
            .Then(200, Page("a", "b"), ("x-ms-continuation-NextPartitionKey", "1!4!Zw--"))
            .Then(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!Zx--"))
            .Then(200, Page("c"));

        var keys = await store.Tables.QueryAsync("People", "o'b", KeyRange.All, null, default).Select(row => row.Key).ToListAsync();

        Assert.Equal(["a", "b", "c"], keys);
        var targets = store.Server.Seen.Select(request => request.Target).ToList();
        Assert.StartsWith("/People()?", targets[0], StringComparison.Ordinal);
        Assert.All(targets, target => Assert.Contains("&$top=1000", target, StringComparison.Ordinal));
        Assert.All(targets, target => Assert.Contains(
            "&$filter=PartitionKey%20eq%20%27o%27%27b%27%20and%20RowKey%20ge%20%27%27%20and%20RowKey%20lt%20%27~%27", target, StringComparison.Ordinal));
        Assert.DoesNotContain("NextPartitionKey", targets[0], StringComparison.Ordinal);
        Assert.Contains("&NextPartitionKey=1%214%21Zy8%3D&NextRowKey=1%218%21YSti", targets[1], StringComparison.Ordinal);
        Assert.Contains("&NextPartitionKey=1%214%21Zw--", targets[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_asks_for_no_more_pages_than_it_needs()
    {
        await using var store = await StartAsync();
        store.Server.Then(200, Page("a", "b"), ("x-ms-continuation-NextPartitionKey", "x")).Then(200, Page("c", "d"), ("x-ms-continuation-NextPartitionKey", "y"));

        var keys = await store.Tables.QueryAsync("People", "g", KeyRange.All, 3, default).Select(row => row.Key).ToListAsync();

        Assert.Equal(["a", "b", "c"], keys);
        Assert.Equal(2, store.Server.Seen.Count);
        Assert.Contains("$top=3", store.Server.Seen[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_service_is_left_alone_as_long_as_it_asks()
    {
        await using var store = await StartAsync();
        store.Server.Then(503, TableError("ServerBusy"), ("Retry-After", "1")).Then(200, Stored("""{"RowKey":"a","n":1}""", 1));

        Assert.NotNull(await store.Tables.GetAsync("People", "g", "a", default));

        // A timer may be early by its own resolution, never by more.
        Assert.True(store.Server.Seen[1].At - store.Server.Seen[0].At > TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task A_request_is_signed_anew_for_each_try_counted_and_given_up_after_the_last()
    {
        await using var store = await StartAsync(tries: 3);
        store.Server.Then(500, TableError("InternalError")).Then(429, "").Then(503, TableError("ServerBusy"));

        var busy = await Assert.ThrowsAsync<StorageException>(() => store.Tables.GetAsync("People", "g", "a", default));

        Assert.Equal((503, "ServerBusy"), (busy.Status, busy.Code));
        Assert.Equal((3L, 0L, 0L), (store.Transactions.Tables, store.Transactions.Queues, store.Transactions.Blobs));
        Assert.All(store.Server.Seen, request => Assert.StartsWith("SharedKeyLite acct:", request.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_named()
    {
        await using var store = await StartAsync(tries: 2);
        store.Server.ThenDrop().ThenDrop();

        var gone = await Assert.ThrowsAsync<StorageException>(() => store.Tables.GetAsync("People", "g", "a", default));

        Assert.Equal((0, "Unreachable"), (gone.Status, gone.Code));
        Assert.Contains(new Uri(store.Server.Address).Authority, gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_whose_inner_answer_is_busy_is_sent_again()
    {
        await using var store = await StartAsync();
        store.Server
            .Then(_ => Batch(503, TableError("ServerBusy")))
            .Then(_ => Batch(500, TableError("OperationTimedOut")))
            .Then(_ => Batch(204, ""));

        await store.Tables.SubmitAsync("People", "g", [Operation.Upsert("a", Json("{}")), Operation.Upsert("b", Json("{}"))], default);

        Assert.Equal(3, store.Server.Seen.Count);
        Assert.All(store.Server.Seen, request => Assert.Equal("/$batch", request.Target));
    }

    [Fact]
    public async Task A_batch_that_is_refused_for_another_reason_is_no_conflict()
    {
        await using var store = await StartAsync();
        store.Server.Then(_ => Batch(400, TableError("PropertyValueTooLarge", 1)));

        var refused = await Assert.ThrowsAsync<StorageException>(
            () => store.Tables.SubmitAsync("People", "g", [Operation.Upsert("a", Json("{}")), Operation.Upsert("b", Json("{}"))], default));

        Assert.Equal((400, "PropertyValueTooLarge"), (refused.Status, refused.Code));
        Assert.Contains("Told by the service.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_missing_table_is_made_and_the_submit_repeated(int operations)
    {
        await using var store = await StartAsync();
        store.Server
            .Then(_ => Batch(404, TableError("TableNotFound")))
            .Then(409, TableError("TableAlreadyExists"))                     // somebody else was quicker
            .Then(_ => Batch(204, ""));

        await store.Tables.SubmitAsync("People", "g", [.. Enumerable.Range(0, operations).Select(n => Operation.Insert($"{n}", Json("{}")))], default);

        Assert.Equal(("/Tables", """{"TableName":"People"}"""), (store.Server.Seen[1].Target.Split('?')[0], store.Server.Seen[1].Body));
    }

    [Fact]
    public async Task Keys_are_quoted_and_encoded_in_the_address()
    {
        await using var store = await StartAsync();
        store.Server.Then(404, TableError("ResourceNotFound")).Then(_ => Batch(204, ""));

        await store.Tables.GetAsync("People", "g|0a", "o'b (é)=&,;:@", default);
        await store.Tables.SubmitAsync("People", "g|0a", [Operation.Delete("o'b", "*"), Operation.Delete("c d", "*")], default);

        Assert.Equal("/People(PartitionKey='g%7C0a',RowKey='o%27%27b%20%28%C3%A9%29%3D%26%2C%3B%3A%40')", store.Server.Seen[0].Target.Split('?')[0]);
        Assert.Contains($"DELETE {store.Server.Address}/People(PartitionKey='g%7C0a',RowKey='o%27%27b')", store.Server.Seen[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_numbers_and_nested_values_are_written_as_the_service_can_keep_them()
    {
        await using var store = await StartAsync();
        store.Server.Then(_ => Batch(204, ""));

        await store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json("""{"small":2147483647,"large":2147483648,"real":1e3,"list":["é"],"none":null}"""))], default);

        var entity = JsonNode.Parse(Assert.Single(Entities(store.Server.Seen[0])))!.AsObject();
        foreach (var own in new[] { "PartitionKey", "RowKey", "op_" })
            Assert.True(entity.Remove(own));
        var expected = JsonNode.Parse("""{"small":2147483647,"large@odata.type":"Edm.Int64","large":"2147483648","real@odata.type":"Edm.Double","real":1e3,"list_json":"[\"é\"]"}""");
        Assert.True(JsonNode.DeepEquals(expected, entity), entity.ToJsonString());
    }

    [Theory]
    [InlineData("op_")]
    [InlineData("RowKey")]
    [InlineData("list_json")]
    public async Task A_property_name_that_the_adapter_uses_itself_is_refused(string name)
    {
        await using var store = await StartAsync();

        await Assert.ThrowsAsync<RowRuleException>(() => store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json($$"""{"{{name}}":1}"""))], default));

        Assert.Empty(store.Server.Seen);
    }

    [Theory]
    [InlineData("AuthorizationPermissionMismatch", "Storage Table Data Contributor")]
    [InlineData("AuthenticationFailed", "account key is wrong")]
    [InlineData("KeyBasedAuthenticationNotPermitted", "AzureWebJobsStorage__credential=managedidentity")]
    [InlineData("AuthorizationFailure", "firewall")]
    public async Task A_refusal_says_what_to_do_and_quotes_nothing(string code, string advice)
    {
        await using var store = await StartAsync();
        store.Server.Then(403, $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>The signature hunter2 is wrong</Message></Error>");

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.Tables.GetAsync("People", "g", "a", default));

        Assert.Equal((403, code), (refused.Status, refused.Code));
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_told_from_a_wrong_key()
    {
        await using var store = await StartAsync();
        store.Server.Then(403, "<Error><Code>AuthenticationFailed</Code></Error>", ("Date", "Mon, 01 Jan 2024 00:00:00 GMT"));

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.Tables.GetAsync("People", "g", "a", default));

        Assert.Contains("clock", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AuthenticationFailed", "has expired")]
    [InlineData("AuthorizationPermissionMismatch", "does not allow this")]
    [InlineData("AuthorizationServiceMismatch", "does not allow this")]
    public async Task A_refused_signature_is_not_blamed_on_a_key_or_a_role(string code, string advice)
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var services = SharedAccess(server);
        server.Then(403, $"<Error><Code>{code}</Code></Error>");

        var refused = await Assert.ThrowsAsync<StorageException>(() => services.GetRequiredService<ITables>().GetAsync("People", "g", "a", default));

        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_of_a_call_shows_no_signature_and_no_filter()
    {
        await using var server = await ScriptedServer.StartAsync();
        await using var services = SharedAccess(server);
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal) || source.Name.StartsWith("Azure.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        server.Then(200, Page("a"));

        await services.GetRequiredService<ITables>().QueryAsync("People", "g", "somebody", "~", null, default).CountAsync();

        Assert.Contains("sig=hunter2", Assert.Single(server.Seen).Target, StringComparison.Ordinal);
        var ours = traced.Where(tags => tags.Contains($"{new Uri(server.Address).Port}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, tags => Assert.DoesNotContain("hunter2", tags, StringComparison.Ordinal));
        Assert.All(ours, tags => Assert.DoesNotContain("somebody", tags, StringComparison.Ordinal));
    }

    private static ServiceProvider SharedAccess(ScriptedServer server) => new ServiceCollection()
        .AddAzureStore(
            StorageConnection.Parse($"TableEndpoint={server.Address};QueueEndpoint={server.Address};BlobEndpoint={server.Address};SharedAccessSignature=sv=2021-12-02&sig=hunter2"),
            new())
        .BuildServiceProvider();

    private static string Page(params string[] keys)
    {
        var page = new StringBuilder("""{"value":[""");
        return page.AppendJoin(',', keys.Select(key => Stored($$"""{"PartitionKey":"g","RowKey":"{{key}}","n":1}""", 1))).Append("]}").ToString();
    }
}
