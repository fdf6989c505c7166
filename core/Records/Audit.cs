using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<AuditKind>))]
public enum AuditKind
{
    /// <summary>Something else was changed, or the program did it automatically.</summary>
    Changed,
    SignedIn,
    Uploaded,
    Sent,

    /// <summary>The page, the data or the conversation of one person was looked at.</summary>
    ReadPerson,
    Exported,
    Corrected,
    Erased,
    Roles,
    Keys,
    Settings,
}

/// <summary>What was done, when, by whom and from where. Of residents it holds ids at most, no names and no words.</summary>
/// <param name="What">The address of the page or call, or what the program did.</param>
/// <param name="By">The e-mail address of a member of the group, the name of a key or of a host's link, or an operator; null: the program.</param>
/// <param name="From">The network address it came from, or the machine of an operator.</param>
public sealed record AuditLine(DateTimeOffset At, string What, AuditKind Kind = AuditKind.Changed, string? By = null, string? From = null) : IStored<AuditLine>
{
    static JsonTypeInfo<AuditLine> IStored<AuditLine>.Json => RecordsJson.Default.AuditLine;
}

/// <summary>The person who works on the store from the command line: what the program records meanwhile is attributed to them.</summary>
public sealed record Operator(string Name, string Machine);

/// <summary>Lines are added and read; nothing changes one, and only retention removes them, by day.</summary>
public sealed class Audit(ITables tables, TimeProvider clock, Operator? by = null)
{
    public Task WriteAsync(GroupId group, string what, CancellationToken ct) => WriteAsync(group, AuditKind.Changed, what, ct);

    public Task WriteAsync(GroupId group, AuditKind kind, string what, CancellationToken ct) =>
        WriteAsync(group, new AuditLine(clock.GetUtcNow(), what, kind, by?.Name, by?.Machine), ct);

    public Task WriteAsync(GroupId group, AuditLine line, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Audit, group.Value, [Operation.Insert($"{line.At.UtcTicks:x16}|{Base32.Random(6)}", RowJson.Write(line))], ct);

    /// <summary>Lines of a time, the oldest first.</summary>
    public async IAsyncEnumerable<AuditLine> ReadAsync(GroupId group, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Audit, group.Value, $"{from.UtcTicks:x16}", $"{until.UtcTicks:x16}", null, ct))
            yield return RowJson.Read<AuditLine>(row.Json);
    }

    /// <returns>How many older lines were removed.</returns>
    public Task<int> ForgetAsync(GroupId group, DateTimeOffset before, int most, CancellationToken ct) =>
        tables.DeleteRangeAsync(TableNames.Audit, group.Value, new KeyRange("", $"{before.UtcTicks + 1:x16}"), most, ct);
}
