using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

public sealed class CountingTests
{
    private const int Most = 20;

    private readonly HeldTables tables = new();

    [Fact]
    public async Task Those_who_count_in_one_shard_at_once_refuse_one_another_nothing()
    {
        var people = Opened();

        var saving = Enumerable.Range(0, Most).Select(_ => people.SaveAsync(Said(), default)).ToList();
        tables.LetGo.SetResult();
        await Task.WhenAll(saving);

        Assert.Equal(Most, tables.Submits);
        Assert.Equal(Most, await CountedAsync());
    }

    [Fact]
    public async Task Two_processes_count_onto_one_another()
    {
        PeopleStore[] people = [Opened(), Opened()];

        var saving = Enumerable.Range(0, Most).Select(i => people[i % 2].SaveAsync(Said(), default)).ToList();
        tables.LetGo.SetResult();
        await Task.WhenAll(saving);

        Assert.True(tables.Submits > Most);
        Assert.Equal(Most, await CountedAsync());
    }

    /// <summary>Somebody new of one shard, who comes.</summary>
    private static Changes Said()
    {
        var person = PersonId.New(An.Person.Id.Shard, Moments.Monday);
        var changes = new Changes(Shard.Of(GroupId.Default, person));
        changes.Add(An.Invitation with { Person = person, Reply = Reply.Yes });
        return changes;
    }

    private async Task<int> CountedAsync() =>
        (await new Tallies(tables).SumAsync(GroupId.Default, An.Invitation.Meeting, default)).By.Values.Sum(counts => counts[(int)Milestone.Yes]);

    private PeopleStore Opened() => new(tables, new Tallies(tables), new Outbox(tables, new InMemoryQueues(TimeProvider.System), TimeProvider.System));

    /// <summary>Submits wait until they are let go.</summary>
    private sealed class HeldTables : ITables
    {
        private readonly InMemoryTables _held = new();
        private int _submits;

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Submits => _submits;

        public async Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
        {
            Interlocked.Increment(ref _submits);
            await LetGo.Task;
            return await _held.SubmitAsync(table, partition, operations, ct);
        }

        public Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct) => _held.GetAsync(table, partition, key, ct);

        public IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, CancellationToken ct) =>
            _held.QueryAsync(table, partition, from, to, take, ct);
    }
}
