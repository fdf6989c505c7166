using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

public abstract partial class TablesContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_from_the_first_bound_up_to_but_not_with_the_second()
    {
        string[] keys = ["person|2", "Person|1", "person|10", "contact|z", "person|1", "person", "person}", "person|1a", "_x", "1"];
        await SubmitAsync([.. keys.Select(key => Operation.Insert(key, Json("{}")))]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync("", "~"));
        Assert.Equal(["person|1", "person|10", "person|1a", "person|2"], await KeysAsync("person|", "person}"));
        Assert.Equal(["person|1", "person|10"], await KeysAsync("person|1", "person|1a"));
        Assert.Equal(["person|1"], await KeysAsync("person|1", "person|10"));
        Assert.Empty(await KeysAsync("person|3", "person|9"));
        Assert.Empty(await KeysAsync("person|2", "person|1"));
        Assert.Empty(await KeysAsync("person|1", "person|1"));
    }

    [Fact]
    public async Task A_query_sees_one_partition_of_one_table()
    {
        await SubmitAsync(Operation.Insert("a", Json("{}")));
        await tables.SubmitAsync(table, "group|0b", [Operation.Insert("b", Json("{}"))], Ct);
        await tables.SubmitAsync($"{table}x", Place, [Operation.Insert("c", Json("{}"))], Ct);

        Assert.Equal(["a"], await KeysAsync("", "~"));
    }

    [Fact]
    public async Task A_query_gives_the_version_and_the_values_that_a_get_gives()
    {
        await SubmitAsync(Operation.Insert("a", Json("""{"name":"Noor","n":1}""")));

        var found = Assert.Single(await QueryAsync("a", "b"));

        var row = await GetAsync("a");
        Assert.Equal(row.ETag, found.ETag);
        AssertJson("""{"name":"Noor","n":1}""", found);
        await SubmitAsync(Operation.Delete("a", found.ETag));
    }

    [Fact]
    public async Task A_query_goes_on_past_a_thousand_rows()
    {
        var keys = Enumerable.Range(0, 1105).Select(n => $"row|{n:d5}").ToList();
        foreach (var chunk in keys.Chunk(RowRules.MaxOperations))
            await SubmitAsync([.. chunk.Select(key => Operation.Insert(key, Json("""{"n":1}""")))]);

        Assert.Equal(keys, await KeysAsync("row|", "row}"));
        Assert.Equal(keys.Skip(3), await KeysAsync("row|00003", "row}"));
        Assert.Equal(keys.Take(1010), await KeysAsync("row|", "row}", 1010));
        Assert.Equal(keys.Take(1000), await KeysAsync("row|", "row}", 1000));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task A_query_stops_after_so_many_rows(int take)
    {
        string[] keys = ["a", "b", "c", "d"];
        await SubmitAsync([.. keys.Select(key => Operation.Insert(key, Json("{}")))]);

        Assert.Equal(keys.Take(take), await KeysAsync("", "~", take));
    }

    [Fact]
    public async Task Rows_may_be_changed_while_a_query_is_read()
    {
        await SubmitAsync([.. Enumerable.Range(0, 20).Select(n => Operation.Insert($"row|{n:d2}", Json("{}")))]);

        await foreach (var row in tables.QueryAsync(table, Place, "row|", "row}", null, Ct))
            await SubmitAsync(Operation.Delete(row.Key, row.ETag));

        Assert.Empty(await KeysAsync("", "~"));
    }

    private async Task<IEnumerable<string>> KeysAsync(string from, string to, int? take = null) =>
        (await QueryAsync(from, to, take)).Select(row => row.Key);
}
