using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

public sealed class CountingTests
{
    private const int Most = 20;

    private readonly Faults faults = new();
    private readonly InMemoryTables tables;

    public CountingTests() => tables = new InMemoryTables(faults);

    [Fact]
    public async Task Those_who_count_in_one_shard_at_once_refuse_one_another_nothing()
    {
        using var all = new ManualResetEventSlim();
        var submits = 0;
        faults.Hook = (moment, operation, _) =>
        {
            if (moment is Moment.Before && operation is nameof(ITables.SubmitAsync) && Interlocked.Increment(ref submits) == 1)
                all.Wait();
        };
        var people = Opened();

        var saving = Enumerable.Range(0, Most).Select(_ => Task.Run(() => people.SaveAsync(Invited(), default))).ToList();
        all.Set();
        await Task.WhenAll(saving);

        Assert.Equal(Most, submits);
        Assert.Equal(Most, await CountedAsync());
    }

    [Fact]
    public async Task Two_processes_count_onto_one_another()
    {
        PeopleStore[] people = [Opened(), Opened()];

        await Task.WhenAll(Enumerable.Range(0, Most).Select(i => Task.Run(() => people[i % 2].SaveAsync(Invited(), default))));

        Assert.Equal(Most, await CountedAsync());
    }

    private static Changes Invited()
    {
        var person = PersonId.New(An.Person.Id.Shard, Moments.Monday);
        var changes = new Changes(Shard.Of(GroupId.Default, person));
        changes.Add(An.Invitation with { Person = person, Reply = Reply.Yes });
        return changes;
    }

    private async Task<int> CountedAsync() =>
        (await new Tallies(tables).SumAsync(GroupId.Default, An.Invitation.Meeting, default)).By.Values.Sum(counts => counts[(int)Milestone.Yes]);

    private PeopleStore Opened() => new(tables, new Tallies(tables), new Outbox(tables, new InMemoryQueues(TimeProvider.System), TimeProvider.System));
}
