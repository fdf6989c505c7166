using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

/// <summary>Groups are read once for many answers, and never look older than some seconds.</summary>
public sealed class GroupStoreTests
{
    private readonly InMemoryTables tables = new();
    private readonly ManualClock clock = new(Moments.Monday);

    [Fact]
    public async Task What_this_process_changes_is_seen_at_once()
    {
        var store = new GroupStore(tables, clock);
        await store.AddAsync(Of("noord"), default);
        await store.ListRecentAsync(default);

        await store.AddAsync(Of("zuid"), default);

        Assert.Equal(2, (await store.ListRecentAsync(default)).Count);
    }

    [Fact]
    public async Task What_another_process_changes_is_seen_within_five_seconds()
    {
        var (store, other) = (new GroupStore(tables, clock), new GroupStore(tables, clock));
        await other.AddAsync(Of("noord"), default);
        await store.ListRecentAsync(default);

        await other.AddAsync(Of("zuid"), default);
        Assert.Single(await store.ListRecentAsync(default));
        Assert.Equal("zuid", (await store.GetRecentAsync(new GroupId("zuid"), default)).Name);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, (await store.ListRecentAsync(default)).Count);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_nothing_recent()
    {
        var store = new GroupStore(tables, clock);
        await store.ListRecentAsync(default);
        await new GroupStore(tables, clock).AddAsync(Of("noord"), default);

        clock.Advance(TimeSpan.FromHours(-1));

        Assert.Single(await store.ListRecentAsync(default));
    }

    private static Group Of(string id) => new() { Id = new GroupId(id), Name = id, Language = "nl" };
}
