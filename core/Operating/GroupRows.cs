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
                    if (new PlacedRow(table, partition, row) is var placed && Holds(placed, group))
                        yield return placed;
                }
            }
        }
    }

    /// <summary>Whether it is the group's own: codes of all groups lie together, and so do the groups themselves.</summary>
    public static bool Holds(PlacedRow placed, GroupId group) => placed.Table switch
    {
        TableNames.Groups => placed.Partition == GroupStore.Partition && placed.Row.Key == group.Value,
        TableNames.Codes => Partitions(TableNames.Codes, group).Contains(placed.Partition) && RowJson.Read<CodeRow>(placed.Row.Json).Group == group,
        _ => TableNames.All.Contains(placed.Table) && !NotTheGroups.Contains(placed.Table) && Partitions(placed.Table, group).Contains(placed.Partition),
    };

    private static IEnumerable<string> Partitions(string table, GroupId group) => table switch
    {
        TableNames.People => Shard.All(group).Select(shard => shard.Partition),
        TableNames.Codes => Code.Prefixes,
        _ => [group.Value],
    };
}
