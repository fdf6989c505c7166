using Outreach.Languages;
using Outreach.Operating;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

public sealed class RetryPoisonMessagesTests
{
    private const string Poison = "lists-poison";

    private readonly ManualClock clock = new();
    private readonly InMemoryQueues queues;
    private readonly RetryPoisonMessages retry;

    public RetryPoisonMessagesTests()
    {
        queues = new InMemoryQueues(clock);
        retry = new RetryPoisonMessages(queues);
    }

    [Fact]
    public async Task Work_that_was_put_aside_is_tried_again_after_an_hour()
    {
        await queues.SendAsync(Poison, """{"list":"a"}""", TimeSpan.Zero, default);

        Assert.Equal(0, await retry.HandleAsync(default));
        clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(0, await retry.HandleAsync(default));
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1, await retry.HandleAsync(default));
        Assert.Equal(["lists"], queues.NotEmpty());
        Assert.Contains("\"list\":\"a\"", Assert.Single(await queues.PeekAsync("lists", 1, default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_fails_for_ever_is_left_to_the_operator_after_five_rounds()
    {
        await queues.SendAsync(Poison, """{"list":"a"}""", TimeSpan.Zero, default);

        for (var round = 0; round < 5; round++)
            Assert.Equal(1, await FailAgainAsync());

        Assert.Equal(0, await FailAgainAsync());
        Assert.Single(await queues.PeekAsync(Poison, 1, default));
    }

    [Fact]
    public async Task What_is_no_work_of_ours_stays_where_it_is()
    {
        await queues.SendAsync(Poison, """{"round":"many"}""", TimeSpan.Zero, default);

        Assert.Equal(0, await FailAgainAsync());

        Assert.Equal([Poison], queues.NotEmpty());
    }

    [Fact]
    public async Task Work_that_waits_for_the_operator_keeps_no_other_from_its_turn_and_shows_again()
    {
        for (var i = 0; i < 100; i++)
            await queues.SendAsync(Poison, """{"round":5}""", TimeSpan.Zero, default);
        await queues.SendAsync(Poison, """{"list":"a"}""", TimeSpan.Zero, default);

        Assert.Equal(1, await FailAgainAsync());

        Assert.Equal(QueueRules.MaxReceive, (await queues.PeekAsync(Poison, QueueRules.MaxReceive, default)).Count);
    }

    [Fact]
    public async Task A_run_is_bounded_and_what_lies_behind_has_its_turn_in_the_next()
    {
        for (var i = 0; i < 10 * QueueRules.MaxReceive; i++)
            await queues.SendAsync(Poison, """{"round":5}""", TimeSpan.Zero, default);
        await queues.SendAsync(Poison, """{"list":"a"}""", TimeSpan.Zero, default);
        await retry.HandleAsync(default);
        await retry.HandleAsync(default);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await retry.HandleAsync(default));
        Assert.Equal(1, await retry.HandleAsync(default));
    }

    [Fact]
    public async Task Work_that_fills_a_whole_message_with_foreign_letters_is_tried_again_as_it_is()
    {
        var text = $$"""{"list":"{{new string('ш', (QueueRules.MaxTextBytes / 2) - 20)}}"}""";
        await queues.SendAsync(Poison, text, TimeSpan.Zero, default);

        Assert.Equal(1, await FailAgainAsync());

        Assert.StartsWith(text[..^1], Assert.Single(await queues.PeekAsync(Poison, 1, default)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_without_room_for_a_count_is_left_to_the_operator_and_keeps_no_other_from_its_turn()
    {
        var full = $$"""{"list":"{{new string('a', QueueRules.MaxTextBytes - 11)}}"}""";
        await queues.SendAsync(Poison, full, TimeSpan.Zero, default);
        await queues.SendAsync(Poison, """{"list":"a"}""", TimeSpan.Zero, default);

        Assert.Equal(1, await FailAgainAsync());

        Assert.Contains(await queues.PeekAsync(Poison, 2, default), message => message.Text == full);
        Assert.Equal(full, RetryPoisonMessages.ForTheOperator(full));
    }

    private async Task<int> FailAgainAsync()
    {
        await retry.HandleAsync(default);
        clock.Advance(TimeSpan.FromHours(1));
        var again = await retry.HandleAsync(default);
        foreach (var message in await queues.ReceiveAsync("lists", 1, TimeSpan.FromMinutes(1), default))
        {
            await queues.SendAsync(Poison, message.Text, TimeSpan.Zero, default);
            await queues.DeleteAsync("lists", message, default);
        }

        return again;
    }
}
