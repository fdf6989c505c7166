using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

public sealed class CountedDayTests
{
    private const int Most = 100;

    private readonly Faults faults = new();
    private readonly InMemoryTables tables;
    private readonly CountedDay<SpendingDay> day;

    public CountedDayTests()
    {
        tables = new InMemoryTables(faults);
        day = Opened();
    }

    [Fact]
    public async Task What_comes_while_others_are_saved_is_counted_together_and_each_once()
    {
        using var all = new ManualResetEventSlim();
        var submits = 0;
        faults.Hook = (moment, operation, _) =>
        {
            if (moment is Moment.Before && operation is nameof(ITables.SubmitAsync) && ++submits == 1)
                all.Wait();
        };

        var waiting = Enumerable.Range(0, Most).Select(_ => day.ChangeAsync(More)).ToList();
        all.Set();
        await Task.WhenAll(waiting);

        Assert.Equal(Most, (await StoredAsync())!.Emails);
        Assert.InRange(submits, 1, 2);
    }

    [Fact]
    public async Task Two_processes_count_onto_one_another()
    {
        var other = Opened();

        await Task.WhenAll(Enumerable.Range(0, Most).Select(i => Task.Run(() => (i % 2 is 0 ? day : other).ChangeAsync(More))));

        Assert.Equal(Most, (await StoredAsync())!.Emails);
    }

    [Fact]
    public async Task What_is_left_so_is_judged_by_the_row_as_it_is()
    {
        await day.ChangeAsync(More);
        await Opened().ChangeAsync(seen => seen! with { Extra = 1 });

        await day.ChangeAsync(seen => seen is { Extra: 1 } ? seen with { Emails = 2 } : null);

        Assert.Equal(2, (await StoredAsync())!.Emails);
    }

    [Fact]
    public async Task A_store_that_fails_once_takes_nobody_along_who_comes_after()
    {
        faults.Hook = (moment, _, _) =>
        {
            if (moment is Moment.Before)
                throw new IOException("The network is down.");
        };
        await Assert.ThrowsAsync<IOException>(() => day.ChangeAsync(More));
        faults.Hook = null;

        await day.ChangeAsync(More);

        Assert.Equal(1, (await StoredAsync())!.Emails);
    }

    private static SpendingDay More(SpendingDay? seen) => (seen ?? SpendingDay.None) with { Emails = (seen?.Emails ?? 0) + 1 };

    private CountedDay<SpendingDay> Opened() => new(tables, "spending|default", "2026-03-02");

    private async Task<SpendingDay?> StoredAsync() =>
        await tables.GetAsync(TableNames.Keys, "spending|default", "2026-03-02", default) is { } row ? RowJson.Read<SpendingDay>(row.Json) : null;
}
