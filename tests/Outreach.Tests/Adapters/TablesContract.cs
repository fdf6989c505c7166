using System.Text;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

/// <summary>
/// What every <see cref="ITables"/> must do. A subclass makes one; the store may be shared, for each test works in a table of its own.
/// </summary>
public abstract partial class TablesContract : IAsyncLifetime
{
    private const string Place = "group|0a";
    private readonly string table = $"T{Guid.NewGuid():N}";
    private ITables tables = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tables = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        Assert.Null(await tables.GetAsync(table, Place, "nobody", Ct));
        Assert.Empty(await QueryAsync("", "~"));
    }

    [Fact]
    public async Task Inserted_rows_can_be_read_with_the_version_the_submit_returned()
    {
        var etags = await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")), Operation.Insert("b", Json("""{"n":2}""")));

        var row = await tables.GetAsync(table, Place, "b", Ct);

        Assert.Equal(2, etags.Count);
        Assert.NotNull(row);
        Assert.Equal(("b", etags[1]), (row.Key, row.ETag));
        AssertJson("""{"n":2}""", row);
    }

    [Fact]
    public async Task The_same_key_in_another_partition_or_table_is_another_row()
    {
        await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")));
        await tables.SubmitAsync(table, "group|0b", [Operation.Insert("a", Json("""{"n":2}"""))], Ct);
        await tables.SubmitAsync($"{table}x", Place, [Operation.Insert("a", Json("""{"n":3}"""))], Ct);

        AssertJson("""{"n":1}""", await tables.GetAsync(table, Place, "a", Ct));
        AssertJson("""{"n":2}""", await tables.GetAsync(table, "group|0b", "a", Ct));
        AssertJson("""{"n":3}""", await tables.GetAsync($"{table}x", Place, "a", Ct));
    }

    [Fact]
    public async Task A_submit_happens_as_a_whole()
    {
        var before = await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")), Operation.Insert("b", Json("""{"n":1}""")));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => SubmitAsync(
            Operation.Upsert("a", Json("""{"n":2}""")),
            Operation.Delete("b", before[1]!),
            Operation.Insert("c", Json("{}")),
            Operation.Replace("d", Json("{}"), Operation.AnyETag),
            Operation.Insert("e", Json("{}"))));

        Assert.Equal((ConflictKind.Missing, 3, "d"), (conflict.Kind, conflict.Index, conflict.Key));
        Assert.Equal(["a", "b"], (await QueryAsync("", "~")).Select(row => row.Key));
        AssertJson("""{"n":1}""", await GetAsync("a"));
        Assert.Equal(before[0], (await GetAsync("a")).ETag);
    }

    [Fact]
    public async Task A_conflict_names_the_first_operation_that_failed()
    {
        await SubmitAsync(Operation.Insert("b", Json("{}")), Operation.Insert("c", Json("{}")));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => SubmitAsync(
            Operation.Insert("a", Json("{}")), Operation.Insert("b", Json("{}")), Operation.Insert("c", Json("{}"))));

        Assert.Equal((ConflictKind.Exists, 1, "b"), (conflict.Kind, conflict.Index, conflict.Key));
        Assert.Null(await tables.GetAsync(table, Place, "a", Ct));
    }

    [Theory]
    [InlineData(OperationKind.Replace)]
    [InlineData(OperationKind.Delete)]
    public async Task A_conditional_change_of_a_missing_row_is_refused(OperationKind kind)
    {
        var other = await SubmitAsync(Operation.Insert("other", Json("{}")));

        foreach (var etag in new[] { Operation.AnyETag, other[0]! })
        {
            var conflict = await Assert.ThrowsAsync<ConflictException>(() => SubmitAsync(Change(kind, "gone", etag)));
            Assert.Equal((ConflictKind.Missing, 0, "gone"), (conflict.Kind, conflict.Index, conflict.Key));
        }
    }

    [Theory]
    [InlineData(OperationKind.Replace)]
    [InlineData(OperationKind.Delete)]
    public async Task A_stale_version_is_refused_and_the_newest_or_any_is_taken(OperationKind kind)
    {
        var first = await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")));
        var second = await SubmitAsync(Operation.Replace("a", Json("""{"n":2}"""), first[0]!));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => SubmitAsync(Change(kind, "a", first[0]!)));
        Assert.Equal((ConflictKind.Changed, 0, "a"), (conflict.Kind, conflict.Index, conflict.Key));
        AssertJson("""{"n":2}""", await GetAsync("a"));

        await SubmitAsync(Change(kind, "a", second[0]!));
        await SubmitAsync(Operation.Upsert("a", Json("{}")));
        await SubmitAsync(Change(kind, "a", Operation.AnyETag));
    }

    [Fact]
    public async Task Each_write_gives_a_new_version()
    {
        var seen = new HashSet<string>();
        foreach (var operation in new Func<string, Operation>[]
        {
            _ => Operation.Insert("a", Json("""{"n":1}""")),
            etag => Operation.Replace("a", Json("""{"n":1}"""), etag),
            _ => Operation.Upsert("a", Json("""{"n":1}""")),
        })
        {
            var etags = await SubmitAsync(operation(seen.LastOrDefault() ?? ""));
            Assert.True(seen.Add(etags[0]!));
            Assert.Equal(etags[0], (await GetAsync("a")).ETag);
        }
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_its_successor_has_another_version()
    {
        var first = await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")));

        var deleted = await SubmitAsync(Operation.Delete("a", first[0]!));
        Assert.Equal([null], deleted);
        Assert.Null(await tables.GetAsync(table, Place, "a", Ct));

        await SubmitAsync(Operation.Insert("a", Json("""{"n":2}""")));
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => SubmitAsync(Operation.Delete("a", first[0]!)));
        Assert.Equal(ConflictKind.Changed, conflict.Kind);
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_row_exactly_one_wins()
    {
        var wins = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(() => WinsAsync(n), Ct)));

        Assert.Single(wins, won => won);
        Assert.Equal(2, (await QueryAsync("", "~")).Count);
    }

    private async Task<bool> WinsAsync(int n)
    {
        try
        {
            await SubmitAsync(Operation.Insert($"person|{n:d2}", Json("{}")), Operation.Insert("contact|x", Json("{}")));
            return true;
        }
        catch (ConflictException conflict)
        {
            Assert.Equal((ConflictKind.Exists, 1, "contact|x"), (conflict.Kind, conflict.Index, conflict.Key));
            return false;
        }
    }

    [Fact]
    public async Task No_update_is_lost_when_many_change_one_row_by_its_version()
    {
        await SubmitAsync(Operation.Insert("tally", Json("""{"n":0}""")));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AddAsync(5), Ct)));

        AssertJson("""{"n":20}""", await GetAsync("tally"));
    }

    private async Task AddAsync(int times)
    {
        while (times > 0)
        {
            var row = await GetAsync("tally");
            var n = Parse(row).GetProperty("n").GetInt32();
            try
            {
                await SubmitAsync(Operation.Replace("tally", Json($$"""{"n":{{n + 1}}}"""), row.ETag));
                times--;
            }
            catch (ConflictException conflict)
            {
                Assert.Equal(ConflictKind.Changed, conflict.Kind);
            }
        }
    }

    /// <summary>The store under test, with nothing in it or with other tests' tables.</summary>
    protected abstract Task<ITables> CreateAsync();

    protected virtual ValueTask ReleaseAsync() => ValueTask.CompletedTask;

    private Task<IReadOnlyList<string?>> SubmitAsync(params Operation[] operations) => tables.SubmitAsync(table, Place, operations, Ct);

    private async Task<Row> GetAsync(string key)
    {
        var row = await tables.GetAsync(table, Place, key, Ct);
        Assert.NotNull(row);
        return row;
    }

    private async Task<List<Row>> QueryAsync(string from, string to, int? take = null) =>
        await tables.QueryAsync(table, Place, from, to, take, Ct).ToListAsync(Ct);

    private static Operation Change(OperationKind kind, string key, string etag) =>
        new(kind, key, kind is OperationKind.Delete ? default : Json("""{"n":9}"""), etag);

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}
