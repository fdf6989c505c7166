using System.Text.Json;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

public abstract partial class TablesContract
{
    public static TheoryData<string> Values => new(
        "\"\"",
        "\"plain\"",
        "\"é ß ğ 日本 \\ud83c\\udf33 \\u2028 \\u200f\"",
        "\"a 'quoted' \\\"word\\\", a \\\\ and a \\n\\t line\"",
        "\"2027-03-01T09:00:00Z\"",
        "\"9007199254740993\"",
        "\"{\\\"looks\\\":\\\"like JSON\\\"}\"",
        "\"[1,2]\"",
        "\"true\"",
        "\"<&>\"",
        "true",
        "false",
        "0",
        "-1",
        "2147483648",
        "9007199254740993",
        "-9223372036854775808",
        "1.5",
        "-0.1",
        "1E-7",
        "123456789.125",
        "[]",
        "{}",
        "[\"sms\",\"email\",[1,2,{\"deep\":true}]]",
        "{\"line\":\"Straat 1\",\"parts\":{\"no\":1,\"to\":null},\"on\":[true,false]}");

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was(string value)
    {
        var json = $$"""{"before":1,"value":{{value}},"after":"x"}""";
        await SubmitAsync(Operation.Insert("a", Json(json)));
        AssertJson(json, await GetAsync("a"));
        AssertJson(json, Assert.Single(await QueryAsync("a", "b")));
    }

    [Fact]
    public async Task A_row_without_properties_is_a_row() =>
        Assert.Equal("{}", (await InsertedAsync("{}")).ToString());

    [Theory]
    [InlineData("o'b\"c")]
    [InlineData("a b&c=d;e,f:g@h")]
    [InlineData("(x)$y!z*~^`{|}<>[]_-.")]
    [InlineData("é|ß|日本|ğ|🌳")]
    public async Task A_key_may_hold_any_other_character(string key)
    {
        await tables.SubmitAsync(table, key, [Operation.Insert(key, Json("""{"n":1}""")), Operation.Insert("other", Json("{}"))], Ct);

        var row = await tables.GetAsync(table, key, key, Ct);
        Assert.Equal(key, row?.Key);
        var found = await tables.QueryAsync(table, key, key, key + "~", null, Ct).ToListAsync(Ct);
        Assert.Equal(row?.ETag, Assert.Single(found).ETag);
        await tables.SubmitAsync(table, key, [Operation.Delete(key, row!.ETag)], Ct);
        Assert.Null(await tables.GetAsync(table, key, key, Ct));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a%b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    public async Task A_key_with_a_forbidden_character_is_refused(string key)
    {
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Insert("ok", Json("{}")), Operation.Insert(key, Json("{}"))));
        await Assert.ThrowsAsync<RowRuleException>(() => tables.SubmitAsync(table, key, [Operation.Insert("ok", Json("{}"))], Ct));
        await Assert.ThrowsAsync<RowRuleException>(() => tables.GetAsync(table, Place, key, Ct));
        await Assert.ThrowsAsync<RowRuleException>(() => tables.GetAsync(table, key, "ok", Ct));
        Assert.Empty(await QueryAsync("", "~"));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    public async Task A_bad_table_name_is_refused(string name)
    {
        await Assert.ThrowsAsync<RowRuleException>(() => tables.SubmitAsync(name, Place, [Operation.Insert("a", Json("{}"))], Ct));
        await Assert.ThrowsAsync<RowRuleException>(() => tables.GetAsync(name, Place, "a", Ct));
        await Assert.ThrowsAsync<RowRuleException>(async () => await tables.QueryAsync(name, Place, "", "~", null, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_key_holds_512_characters_and_no_more()
    {
        var longest = new string('k', RowRules.MaxKeyCharacters);
        await SubmitAsync(Operation.Insert(longest, Json("{}")));

        Assert.Equal(longest, (await GetAsync(longest)).Key);
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Insert(longest + "k", Json("{}"))));
    }

    [Fact]
    public async Task A_row_holds_252_properties_and_no_more()
    {
        static string Wide(int count) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(n => $"\"p{n}\":{n}"))}}}";

        await SubmitAsync(Operation.Insert("a", Json(Wide(RowRules.MaxProperties))));

        AssertJson(Wide(RowRules.MaxProperties), await GetAsync("a"));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Upsert("a", Json(Wide(RowRules.MaxProperties + 1)))));
    }

    [Fact]
    public async Task A_string_holds_32_thousand_characters_and_not_many_more()
    {
        static string Long(int length, string unit) => $$"""{"s":"{{string.Concat(Enumerable.Repeat(unit, length / unit.Length))}}"}""";

        await SubmitAsync(Operation.Insert("a", Json(Long(32_000, "x"))), Operation.Insert("b", Json(Long(32_000, "é🌳k"))));

        AssertJson(Long(32_000, "x"), await GetAsync("a"));
        AssertJson(Long(32_000, "é🌳k"), await GetAsync("b"));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Insert("c", Json(Long(RowRules.MaxStringCharacters + 1, "x")))));
    }

    [Fact]
    public async Task A_row_may_be_large_and_not_too_large()
    {
        static string Large(int strings) => $"{{{string.Join(',', Enumerable.Range(0, strings).Select(n => $"\"s{n}\":\"{new string('x', 30_000)}\""))}}}";

        await SubmitAsync(Operation.Insert("a", Json(Large(12))));

        AssertJson(Large(12), await GetAsync("a"));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Upsert("a", Json(Large(40)))));
    }

    [Fact]
    public async Task A_submit_holds_1_to_100_operations_each_on_its_own_row()
    {
        static Operation[] Inserts(string prefix, int count) => [.. Enumerable.Range(0, count).Select(n => Operation.Insert($"{prefix}|{n:d3}", Json("{}")))];

        var etags = await SubmitAsync(Inserts("a", RowRules.MaxOperations));

        Assert.Equal(RowRules.MaxOperations, etags.Count);
        Assert.Equal(etags, (await QueryAsync("a|", "a}")).Select(row => row.ETag));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Inserts("b", RowRules.MaxOperations + 1)));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync());
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Insert("c", Json("{}")), Operation.Upsert("c", Json("{}"))));
        Assert.Empty(await QueryAsync("b", "d"));
    }

    [Fact]
    public async Task A_change_that_names_no_version_is_refused()
    {
        await SubmitAsync(Operation.Insert("a", Json("""{"n":1}""")));

        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(new Operation(OperationKind.Replace, "a", Json("{}"))));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(new Operation(OperationKind.Delete, "a", default)));
        await Assert.ThrowsAsync<RowRuleException>(() => SubmitAsync(Operation.Upsert("a", Json("[1]"))));
    }

    [Fact]
    public async Task A_replace_or_upsert_drops_the_properties_it_does_not_name()
    {
        var etags = await SubmitAsync(Operation.Insert("a", Json("""{"x":1,"y":2}""")), Operation.Insert("b", Json("""{"x":1,"y":2}""")));

        await SubmitAsync(Operation.Replace("a", Json("""{"y":3,"z":4}"""), etags[0]!), Operation.Upsert("b", Json("""{"z":5}""")), Operation.Upsert("c", Json("""{"z":6}""")));

        AssertJson("""{"y":3,"z":4}""", await GetAsync("a"));
        AssertJson("""{"z":5}""", await GetAsync("b"));
        AssertJson("""{"z":6}""", await GetAsync("c"));
    }

    private async Task<JsonElement> InsertedAsync(string json)
    {
        await SubmitAsync(Operation.Insert("a", Json(json)));
        return Parse(await GetAsync("a"));
    }

    private static JsonElement Parse(Row row) => JsonElement.Parse(row.Json.Span);

    private static void AssertJson(string expected, Row? row)
    {
        Assert.NotNull(row);
        var actual = Parse(row);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), $"{expected}\n{actual}"[..Math.Min(600, expected.Length)]);
    }
}
