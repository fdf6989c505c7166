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
        if (await tables.GetAsync(TableNames.Groups, "all", group.Value, ct) is { } own)
            yield return new(TableNames.Groups, "all", own);
        foreach (var table in TableNames.All.Except([TableNames.Groups, .. NotTheGroups]))
        {
            foreach (var partition in Partitions(table, group))
            {
                await foreach (var row in tables.QueryAsync(table, partition, KeyRange.All, null, ct))
                {
                    if (table != TableNames.Codes || RowJson.Read<CodeRow>(row.Json).Group == group)
                        yield return new(table, partition, row);
                }
            }
        }
    }

    public static bool Holds(string table, string partition, GroupId group) => table == TableNames.Groups
        ? partition == "all"
        : TableNames.All.Contains(table) && !NotTheGroups.Contains(table) && Partitions(table, group).Contains(partition);

    private static IEnumerable<string> Partitions(string table, GroupId group) => table switch
    {
        TableNames.People => Shard.All(group).Select(shard => shard.Partition),
        TableNames.Codes => Code.Prefixes,
        _ => [group.Value],
    };
}
