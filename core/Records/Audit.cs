using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>What was done to data, when and why; without names.</summary>
public sealed record AuditLine(DateTimeOffset At, string What) : IStored<AuditLine>
{
    static JsonTypeInfo<AuditLine> IStored<AuditLine>.Json => RecordsJson.Default.AuditLine;
}

public sealed class Audit(ITables tables, TimeProvider clock)
{
    public Task WriteAsync(GroupId group, string what, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return tables.SubmitAsync(TableNames.Audit, group.Value, [Operation.Insert($"{now.UtcTicks:x16}|{Base32.Random(6)}", RowJson.Write(new AuditLine(now, what)))], ct);
    }

    /// <returns>How many lines of before that were removed.</returns>
    public async Task<int> ForgetAsync(GroupId group, DateTimeOffset before, int most, CancellationToken ct)
    {
        var keys = new List<string>();
        if (most > 0)
        {
            await foreach (var row in tables.QueryAsync(TableNames.Audit, group.Value, "", $"{before.UtcTicks + 1:x16}", most, ct))
                keys.Add(row.Key);
        }

        foreach (var batch in keys.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(TableNames.Audit, group.Value, [.. batch.Select(key => Operation.Delete(key, Operation.AnyETag))], ct);
        return keys.Count;
    }

    public async Task<IReadOnlyList<AuditLine>> ListAsync(GroupId group, CancellationToken ct)
    {
        var lines = new List<AuditLine>();
        await foreach (var row in tables.QueryAsync(TableNames.Audit, group.Value, "", "~", null, ct))
            lines.Add(RowJson.Read<AuditLine>(row.Json));
        return lines;
    }
}
