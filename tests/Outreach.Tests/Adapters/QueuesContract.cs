using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

/// <summary>
/// What every <see cref="IQueues"/> must do. A subclass makes one and lets time pass: a clock of its own is moved, a real service is waited for.
/// Each test has a queue of its own.
/// </summary>
public abstract class QueuesContract : IAsyncLifetime
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private readonly string queue = $"q-{Guid.NewGuid():n}";
    private IQueues queues = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => queues = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_queue_that_nobody_used_is_empty()
    {
        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
        Assert.Empty(await queues.PeekAsync(queue, 32, Ct));
        Assert.Equal(0, await queues.CountAsync(queue, Ct));
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"text":"é ß 日本 🌳 <&> \"x\" \\ \n ' ]]>"}""")]
    public async Task A_message_arrives_as_it_was_sent(string text)
    {
        await SendAsync(text);

        var message = await ReceiveOneAsync(Long);

        Assert.Equal((text, 1), (message.Text, message.DequeueCount));
        Assert.NotNull(message.Receipt);
        Assert.NotEmpty(message.Id);
        Assert.NotEqual(default, message.InsertedAt);
    }

    [Fact]
    public async Task A_received_message_is_hidden_and_comes_again_with_a_higher_count()
    {
        await SendAsync("{}");
        var first = await ReceiveOneAsync(Short);

        Assert.Empty(await queues.ReceiveAsync(queue, 32, Short, Ct));
        await AdvanceAsync(2 * Short);
        var second = await ReceiveOneAsync(Long);

        Assert.Equal((first.Id, 1, 2), (second.Id, first.DequeueCount, second.DequeueCount));
        Assert.NotEqual(first.Receipt, second.Receipt);
        Assert.Equal(first.InsertedAt, second.InsertedAt);
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_cannot_be_deleted_again()
    {
        await SendAsync("{}");
        var message = await ReceiveOneAsync(Short);

        Assert.True(await queues.DeleteAsync(queue, message, Ct));

        Assert.False(await queues.DeleteAsync(queue, message, Ct));
        Assert.Null(await queues.ExtendAsync(queue, message, Long, Ct));
        await AdvanceAsync(2 * Short);
        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
    }

    [Fact]
    public async Task A_receipt_is_void_once_somebody_else_received_the_message()
    {
        await SendAsync("{}");
        var slow = await ReceiveOneAsync(Short);
        await AdvanceAsync(2 * Short);
        var next = await ReceiveOneAsync(Long);

        Assert.False(await queues.DeleteAsync(queue, slow, Ct));
        Assert.Null(await queues.ExtendAsync(queue, slow, Long, Ct));
        Assert.True(await queues.DeleteAsync(queue, next, Ct));
    }

    [Fact]
    public async Task A_late_delete_counts_when_nobody_else_received_the_message()
    {
        await SendAsync("{}");
        var message = await ReceiveOneAsync(Short);
        await AdvanceAsync(2 * Short);

        Assert.True(await queues.DeleteAsync(queue, message, Ct));
        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
    }

    [Fact]
    public async Task A_delayed_message_is_invisible_until_its_time()
    {
        await queues.SendAsync(queue, "{}", 2 * Short, Ct);

        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
        Assert.Empty(await queues.PeekAsync(queue, 32, Ct));
        await AdvanceAsync(3 * Short);

        Assert.Equal(1, (await ReceiveOneAsync(Long)).DequeueCount);
    }

    [Fact]
    public async Task An_extended_message_stays_hidden_and_its_new_receipt_counts()
    {
        await SendAsync("{}");
        var message = await ReceiveOneAsync(Short);

        var extended = await queues.ExtendAsync(queue, message, Long, Ct);
        await AdvanceAsync(2 * Short);

        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
        Assert.NotNull(extended);
        Assert.Equal((message.Id, message.Text, 1), (extended.Id, extended.Text, extended.DequeueCount));
        Assert.True(await queues.DeleteAsync(queue, extended, Ct));
    }

    [Fact]
    public async Task A_message_extended_by_nothing_is_visible_at_once()
    {
        await SendAsync("{}");
        await queues.ExtendAsync(queue, await ReceiveOneAsync(Long), TimeSpan.Zero, Ct);

        Assert.Equal(2, (await ReceiveOneAsync(Long)).DequeueCount);
    }

    [Fact]
    public async Task At_most_so_many_messages_are_taken_and_none_twice()
    {
        for (var n = 0; n < 40; n++)
            await SendAsync($$"""{"n":{{n}}}""");

        var first = await queues.ReceiveAsync(queue, 32, Long, Ct);
        var second = await queues.ReceiveAsync(queue, 32, Long, Ct);

        Assert.Equal((32, 8), (first.Count, second.Count));
        Assert.Equal(40, first.Concat(second).Select(message => message.Text).Distinct().Count());
        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
    }

    [Fact]
    public async Task Of_many_who_receive_at_once_each_gets_other_messages()
    {
        for (var n = 0; n < 12; n++)
            await SendAsync($$"""{"n":{{n}}}""");

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => queues.ReceiveAsync(queue, 2, Long, Ct), Ct)));

        Assert.Equal(12, taken.SelectMany(messages => messages).Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_count_holds_hidden_messages_too()
    {
        await SendAsync("{}");
        await queues.SendAsync(queue, "{}", Long, Ct);
        await ReceiveOneAsync(Long);

        Assert.Equal(2, await queues.CountAsync(queue, Ct));
    }

    [Fact]
    public async Task A_peek_takes_nothing()
    {
        await SendAsync("""{"n":1}""");
        await SendAsync("""{"n":2}""");

        var peeked = await queues.PeekAsync(queue, 32, Ct);

        Assert.All(peeked, message => Assert.Null(message.Receipt));
        Assert.All(peeked, message => Assert.Equal(0, message.DequeueCount));
        Assert.Equal(2, peeked.Select(message => message.Text).Distinct().Count());
        Assert.Single(await queues.PeekAsync(queue, 1, Ct));
        Assert.Equal(2, (await queues.ReceiveAsync(queue, 32, Long, Ct)).Count);
    }

    [Fact]
    public async Task Queues_do_not_see_each_others_messages()
    {
        await queues.SendAsync($"{queue}-poison", "{}", TimeSpan.Zero, Ct);

        Assert.Empty(await queues.ReceiveAsync(queue, 32, Long, Ct));
        Assert.Equal(1, await queues.CountAsync($"{queue}-poison", Ct));
    }

    [Fact]
    public async Task A_text_holds_48_KiB_and_no_more()
    {
        var longest = $$"""{"s":"{{new string('x', QueueRules.MaxTextBytes - 8)}}"}""";
        await SendAsync(longest);

        Assert.Equal(longest, (await ReceiveOneAsync(Long)).Text);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SendAsync(longest + " "));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    [InlineData("Abc")]
    [InlineData("a_bc")]
    public async Task A_bad_queue_name_is_refused(string name)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.SendAsync(name, "{}", TimeSpan.Zero, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.ReceiveAsync(name, 1, Long, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.CountAsync(name, Ct));
    }

    [Fact]
    public async Task A_number_or_a_span_out_of_range_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.ReceiveAsync(queue, 0, Long, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.ReceiveAsync(queue, 33, Long, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.ReceiveAsync(queue, 1, TimeSpan.Zero, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.SendAsync(queue, "{}", TimeSpan.FromDays(8), Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.SendAsync(queue, "{}", -Short, Ct));
    }

    /// <summary>The store under test, with nothing in it or with other tests' queues.</summary>
    protected abstract Task<IQueues> CreateAsync();

    /// <summary>Lets this much time pass for the queues.</summary>
    protected abstract Task AdvanceAsync(TimeSpan by);

    protected virtual ValueTask ReleaseAsync() => ValueTask.CompletedTask;

    private Task SendAsync(string text) => queues.SendAsync(queue, text, TimeSpan.Zero, Ct);

    private async Task<QueueMessage> ReceiveOneAsync(TimeSpan visibility) =>
        Assert.Single(await queues.ReceiveAsync(queue, 32, visibility, Ct));
}
