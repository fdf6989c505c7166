using Outreach.Ids;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Tests.Operating;

public sealed class GroupRowsTests
{
    private static readonly GroupId Ours = new("ours");
    private static readonly GroupId Theirs = new("theirs");

    [Fact]
    public void A_group_holds_its_own_row_and_not_that_of_another()
    {
        Assert.True(GroupRows.Holds(GroupRow(Ours), Ours));
        Assert.False(GroupRows.Holds(GroupRow(Theirs), Ours));
    }

    [Fact]
    public void A_code_belongs_to_the_group_that_it_leads_to()
    {
        Assert.True(GroupRows.Holds(CodeRow(Ours), Ours));
        Assert.False(GroupRows.Holds(CodeRow(Theirs), Ours));
    }

    [Fact]
    public void Rows_of_another_partition_or_of_the_installation_are_not_held()
    {
        Assert.True(GroupRows.Holds(RowIn(TableNames.Meetings, Ours.Value), Ours));
        Assert.False(GroupRows.Holds(RowIn(TableNames.Meetings, Theirs.Value), Ours));
        Assert.False(GroupRows.Holds(RowIn(TableNames.Keys, Ours.Value), Ours));
    }

    private static PlacedRow GroupRow(GroupId group) =>
        new(TableNames.Groups, "all", new Row(group.Value, RowJson.Write(new Group { Id = group, Name = "De buurt", Language = "nl" }), ""));

    private static PlacedRow CodeRow(GroupId group)
    {
        var partition = Code.Prefixes.First();
        return new(TableNames.Codes, partition, new Row(Code.New(partition).Value, RowJson.Write(new CodeRow(group, CodeKind.Flyer, null, null)), ""));
    }

    private static PlacedRow RowIn(string table, string partition) => new(table, partition, new Row("key", "{}"u8.ToArray(), ""));
}
