using System.Runtime.CompilerServices;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>A row with the table and partition it lies in.</summary>
public sealed record PlacedRow(string Table, string Partition, Row Row);

/// <summary>Everything that lies in the tables for one group.</summary>
public sealed class GroupRows(ITables tables)
{
    /// <summary>Of the installation, not of a group: messages that stand in for sent ones, timers, keys.</summary>
    private static readonly string[] NotTheGroups = [TableNames.Outbox, TableNames.Timers, TableNames.Keys];

    /// <summary>Rows of a partition are together.</summary>
    public async IAsyncEnumerable<PlacedRow> ReadAsync(GroupId group, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await tables.GetAsync(TableNames.Groups, GroupStore.Partition, group.Value, ct) is { } own)
            yield return new(TableNames.Groups, GroupStore.Partition, own);
        foreach (var table in TableNames.All.Except([TableNames.Groups, .. NotTheGroups]))
        {
            foreach (var partition in Partitions(table, group))
            {
                await foreach (var row in tables.QueryAsync(table, partition, KeyRange.All, null, ct))
                {
                    if (IsTheirs(table, row, group))
                        yield return new(table, partition, row);
                }
            }
        }
    }

    /// <summary>Whether it is the group's own: codes of all groups lie together, and so do the groups themselves.</summary>
    public static bool Holds(PlacedRow placed, GroupId group) =>
        TableNames.All.Contains(placed.Table) && !NotTheGroups.Contains(placed.Table) && Partitions(placed.Table, group).Contains(placed.Partition)
        && IsTheirs(placed.Table, placed.Row, group);

    /// <summary>Of a row in one of their partitions.</summary>
    private static bool IsTheirs(string table, Row row, GroupId group) => table switch
    {
        TableNames.Groups => row.Key == group.Value,
        TableNames.Codes => RowJson.Read<CodeRow>(row.Json).Group == group,
        _ => true,
    };

    private static IEnumerable<string> Partitions(string table, GroupId group) => table switch
    {
        TableNames.People => Shard.All(group).Select(shard => shard.Partition),
        TableNames.Codes => Code.Prefixes,
        TableNames.Groups => [GroupStore.Partition],
        _ => [group.Value],
    };
}
