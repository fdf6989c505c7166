using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;
using static Outreach.Tests.Adapters.ScriptedStore;

namespace Outreach.Tests.Adapters;

/// <summary>The write was applied, but its answer never came: the next try meets it as a conflict.</summary>
public sealed class AzureLostAnswerTests
{
    private static readonly Operation[] Two = [Operation.Insert("a", Json("""{"n":1}""")), Operation.Replace("b", Json("""{"n":2}"""), ETag(1))];

    [Fact]
    public async Task An_insert_that_meets_itself_has_succeeded()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(409, TableError("EntityAlreadyExists")))
            .Then(_ => (200, Stored(Entities(store.Server.Seen[0])[0], 7), []));

        var etags = await store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json("""{"n":1}"""))], default);

        Assert.Equal([ETag(7)], etags);
        Assert.Equal(["POST", "POST", "GET"], store.Server.Seen.Select(request => request.Method));
        Assert.Equal(store.Server.Seen[0].Body, store.Server.Seen[1].Body);
    }

    [Fact]
    public async Task A_conditional_replace_that_meets_itself_has_succeeded()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(412, TableError("UpdateConditionNotSatisfied")))
            .Then(_ => (200, Stored(Entities(store.Server.Seen[0])[0], 8), []));

        var etags = await store.Tables.SubmitAsync("People", "g", [Operation.Replace("a", Json("""{"n":1}"""), ETag(1))], default);

        Assert.Equal([ETag(8)], etags);
        Assert.Contains($"\r\nIf-Match: {ETag(1)}\r\n", store.Server.Seen[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "OperationTimedOut")]
    [InlineData(503, "ServerBusy")]
    public async Task An_answer_that_leaves_it_open_counts_as_lost_too(int status, string code)
    {
        await using var store = await StartAsync();
        store.Server
            .Then(status, TableError(code))
            .Then(_ => Batch(409, TableError("EntityAlreadyExists")))
            .Then(_ => (200, Stored(Entities(store.Server.Seen[0])[0], 7), []));

        Assert.Equal([ETag(7)], await store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json("{}"))], default));
    }

    [Fact]
    public async Task A_row_of_somebody_else_is_still_a_conflict()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(409, TableError("EntityAlreadyExists")))
            .Then(200, Stored("""{"PartitionKey":"g","RowKey":"a","op_":"0123456789abcdef","n":1}""", 7));

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json("""{"n":1}"""))], default));

        Assert.Equal((ConflictKind.Exists, 0, "a"), (conflict.Kind, conflict.Index, conflict.Key));
    }

    [Fact]
    public async Task A_conflict_at_the_first_try_is_not_looked_into()
    {
        await using var store = await StartAsync();
        store.Server.Then(_ => Batch(412, TableError("UpdateConditionNotSatisfied")));

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => store.Tables.SubmitAsync("People", "g", [Operation.Replace("a", Json("{}"), ETag(1))], default));

        Assert.Equal(ConflictKind.Changed, conflict.Kind);
        Assert.Single(store.Server.Seen);
    }

    [Fact]
    public async Task A_batch_that_meets_itself_has_succeeded_and_a_row_changed_since_is_out_of_date()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(409, TableError("EntityAlreadyExists")))
            .Then(200, Stored("""{"PartitionKey":"g","RowKey":"a","op_":"somebody-else","n":5}""", 9))
            .Then(_ => (200, Stored(Entities(store.Server.Seen[0])[1], 8), []));

        var etags = await store.Tables.SubmitAsync("People", "g", Two, default);

        Assert.Equal(ETag(8), etags[1]);
        Assert.NotNull(etags[0]);
        Assert.NotEqual(ETag(9), etags[0]);
        Assert.Contains("(PartitionKey='g',RowKey='a')", store.Server.Seen[2].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_which_no_row_is_ours_is_a_conflict()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(412, TableError("UpdateConditionNotSatisfied", 1)))
            .Then(404, TableError("ResourceNotFound"))
            .Then(200, Stored("""{"PartitionKey":"g","RowKey":"b","op_":"somebody-else","n":5}""", 9));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => store.Tables.SubmitAsync("People", "g", Two, default));

        Assert.Equal((ConflictKind.Changed, 1, "b"), (conflict.Kind, conflict.Index, conflict.Key));
    }

    [Fact]
    public async Task A_delete_that_finds_nothing_left_has_succeeded()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(404, TableError("ResourceNotFound")))
            .Then(404, TableError("ResourceNotFound"));

        Assert.Equal([null], await store.Tables.SubmitAsync("People", "g", [Operation.Delete("a", ETag(1))], default));
    }

    [Fact]
    public async Task Deletes_of_which_one_row_is_left_did_not_happen()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(404, TableError("ResourceNotFound")))
            .Then(404, TableError("ResourceNotFound"))
            .Then(200, Stored("""{"PartitionKey":"g","RowKey":"b","op_":"x"}""", 1));

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => store.Tables.SubmitAsync("People", "g", [Operation.Delete("a", ETag(1)), Operation.Delete("b", ETag(1))], default));

        Assert.Equal((ConflictKind.Missing, "a"), (conflict.Kind, conflict.Key));
    }

    [Fact]
    public async Task In_a_mixed_batch_the_written_rows_tell_whatever_became_of_the_deleted_ones()
    {
        await using var store = await StartAsync();
        store.Server
            .ThenDrop()
            .Then(_ => Batch(404, TableError("ResourceNotFound", 1)))
            .Then(_ => (200, Stored(Entities(store.Server.Seen[0])[0], 7), []));

        var etags = await store.Tables.SubmitAsync("People", "g", [Operation.Insert("a", Json("{}")), Operation.Delete("b", ETag(1))], default);

        Assert.Equal([ETag(7), null], etags);
    }

    [Fact]
    public async Task A_queue_delete_that_finds_the_message_gone_has_succeeded_but_not_when_others_hold_it()
    {
        await using var store = await StartAsync();
        var message = new QueueMessage("1", "{}", "r+1/=", 1, default);
        store.Server.ThenDrop().Then(404, "<Error><Code>MessageNotFound</Code></Error>")
            .ThenDrop().Then(400, "<Error><Code>PopReceiptMismatch</Code></Error>");

        Assert.True(await store.Queues.DeleteAsync("jobs", message, default));
        Assert.False(await store.Queues.DeleteAsync("jobs", message, default));
        Assert.Equal("/jobs/messages/1?popreceipt=r%2B1%2F%3D", store.Server.Seen[0].Target);
    }

    /// <summary>A kept connection that ends is repeated by .NET's own handler, unseen, unless the request has a body.</summary>
    [Fact]
    public async Task A_change_on_a_kept_connection_that_ends_is_not_repeated_unseen()
    {
        await using var server = new ClosingServer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        await using var services = Closing(server);
        var tables = services.GetRequiredService<ITables>();
        await tables.GetAsync("People", "g", "a", default);                 // opens the connection

        await Assert.ThrowsAnyAsync<Exception>(() => tables.SubmitAsync("People", "g", [Operation.Delete("a", ETag(1))], default));

        Assert.Equal(services.GetRequiredService<StorageTransactions>().Tables, server.Requests);
    }

    [Fact]
    public async Task A_delete_from_a_queue_on_a_kept_connection_that_ends_is_not_repeated_unseen()
    {
        await using var server = new ClosingServer("HTTP/1.1 404 Not Found\r\nx-ms-error-code: QueueNotFound\r\nContent-Length: 0\r\n\r\n");
        await using var services = Closing(server);
        var queues = services.GetRequiredService<IQueues>();
        await queues.PeekAsync("jobs", 1, default);                         // opens the connection

        await queues.DeleteAsync("jobs", new QueueMessage("1", "{}", "r", 1, default), default);

        Assert.Equal(services.GetRequiredService<StorageTransactions>().Queues, server.Requests);
    }

    private static ServiceProvider Closing(ClosingServer server) => new ServiceCollection()
        .AddAzureStore(
            StorageConnection.Parse($"AccountName=acct;AccountKey={Secret};TableEndpoint={server.Address};QueueEndpoint={server.Address}"),
            new() { Tries = 2, FirstDelay = TimeSpan.FromMilliseconds(1) })
        .BuildServiceProvider();
}
